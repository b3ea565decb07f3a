/** What is true of the notes in `content/` and of no other course; no test of the app reads them. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/course/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
