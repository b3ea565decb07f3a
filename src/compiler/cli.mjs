/** `npm run check`, `npm run export`, `npm run import` and `npm run new`: starts a TypeScript command on any Node the project supports. */

import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('check/start.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
