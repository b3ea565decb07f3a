/** Builds what the browser tests look at: the course, the course under a base path, foreign notes, and large tables. */

import { spawnSync } from 'node:child_process';
import { makeForeignNotes } from './foreign.mjs';
import { SITES } from './sites.mjs';
import { makeTables } from './tables.mjs';

makeForeignNotes();
makeTables();

for (const { name, outDir, env } of SITES) {
  const started = Date.now();
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) {
    console.error(built.stdout, built.stderr);
    process.exit(1);
  }
  console.log(`built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
