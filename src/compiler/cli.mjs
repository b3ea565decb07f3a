/** `npm run check`: starts a TypeScript command on any Node the project supports. */

import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('check.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
process.exitCode = await module.check(process.argv.slice(2));
