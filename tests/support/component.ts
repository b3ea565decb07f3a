/** Takes each rendered component down after its test, and the base path it was rendered under; waits for slow machines. */

import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// A chunk's first import takes longer than the usual second where other work is running.
configure({ asyncUtilTimeout: 4_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
});
