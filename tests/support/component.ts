/** Takes each rendered component down after its test, and the base path it was rendered under; waits for slow machines. */

import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// It ends what hangs and measures nothing: a chunk's first import takes long where other work is running.
configure({ asyncUtilTimeout: 30_000 });

// There is no network: a test that wants an answer gives it.
globalThis.fetch = () => Promise.reject(new TypeError('no network'));

// The real one: a test may have set the clock.
const { setImmediate } = globalThis;

afterEach(async () => {
  cleanup();
  vi.unstubAllEnvs();
  // What React has planned is done next; after the last test of a file its window would be gone by then.
  await new Promise((resolve) => setImmediate(resolve));
});
