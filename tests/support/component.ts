/** Takes each rendered component down after its test, and the base path it was rendered under. */

import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
});
