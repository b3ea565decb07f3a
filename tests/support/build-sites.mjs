/**
 * Builds what the browser tests look at: the small course, the same as another one's own under a base path, foreign notes with large tables,
 * a quiz of every type, what is published later, and a course of many pictures. Two at a time, which builds have to stand.
 */

import { spawn } from 'node:child_process';
import { makeEditedNotes } from './edited.mjs';
import { makeForeignNotes } from './foreign.mjs';
import { makeLargeNotes } from './large.mjs';
import { makeOwnCourse } from './own.mjs';
import { COURSE_DIR, LARGE, LATER, SITES } from './sites.mjs';

makeForeignNotes();
makeEditedNotes();
makeLargeNotes();
makeOwnCourse(COURSE_DIR);

/** Builds a site; its words are printed when it fails. */
const build = ({ name, outDir, env, config = 'vite.config.ts' }) =>
  new Promise((resolve, reject) => {
    const started = Date.now();
    const built = spawn(
      process.execPath,
      [
        'src/compiler/vite.mjs',
        'build',
        '--config',
        config,
        '--outDir',
        outDir,
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ],
      { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [built.stdout, built.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    built.on('error', reject).on('close', (status) => {
      if (status !== 0) return reject(new Error(`${name} was not built\n${said}`));
      console.log(`built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    });
  });

const waiting = [...SITES, ...Object.values(LATER), LARGE];
const buildInTurn = async () => {
  for (let site = waiting.shift(); site; site = waiting.shift()) await build(site);
};
await Promise.all([buildInTurn(), buildInTurn()]);
