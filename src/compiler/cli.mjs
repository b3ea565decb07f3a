/** `npm run check`, `npm run export` and `npm run new`: starts a TypeScript command on any Node the project supports. */

import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [command, ...args] = process.argv.slice(2);
const { module } = await runnerImport(fileURLToPath(new URL(`check/${command}.ts`, import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
process.exitCode = await module.run(args);
