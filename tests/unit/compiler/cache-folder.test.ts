/** What killed builds and dev servers leave behind goes at the next start; what others are using stays. */

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownFolder, removeStaleFolders } from '../../../src/compiler/folder.ts';

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'cache-'));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

test('folders of processes that are gone are removed, others are left', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await new Promise((resolve) => child.once('close', resolve));
  const own = ownFolder('dev', cache);
  const gone = [`dev-${child.pid}-0a1b2c3d`, `ssr-${child.pid}-0a1b2c3d`, `worker-${child.pid}-0a1b2c3d`];
  for (const name of [...gone, 'fonts-of-the-course', path.basename(own)]) {
    mkdirSync(path.join(cache, name));
    writeFileSync(path.join(cache, name, 'entry.js'), '');
  }
  writeFileSync(path.join(cache, 'font-0a1b.woff2'), '');
  removeStaleFolders(cache);
  expect(readdirSync(cache).sort()).toEqual(
    [path.basename(own), 'font-0a1b.woff2', 'fonts-of-the-course'].sort(),
  );
});

test('where there is no cache yet there is nothing to remove', () => {
  expect(() => removeStaleFolders(path.join(cache, 'none'))).not.toThrow();
});
