/** Takes each rendered component down after its test, and the base path it was rendered under; waits for slow machines. */

import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// It ends what hangs and measures nothing: a chunk's first import takes long where other work is running.
configure({ asyncUtilTimeout: 30_000 });

// There is no network: a test that wants an answer gives it.
globalThis.fetch = () => Promise.reject(new TypeError('no network'));

// Kept from the start: a test with fake timers replaces the global one.
const { setImmediate } = globalThis;

afterEach(async () => {
  cleanup();
  vi.unstubAllEnvs();
  // Lets React's waiting tasks run: after the last test of a file they would run without a window, and fail.
  await new Promise((resolve) => setImmediate(resolve));
});
