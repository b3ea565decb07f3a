/** What a build does beside its own thread, and the characters it collects on the way. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileQueue } from '../../../src/compiler/build/file-queue.ts';
import type { Ledger } from '../../../src/compiler/build/ledger.ts';
import { SideThread } from '../../../src/compiler/build/side-thread.ts';
import { CharacterSet } from '../../../src/compiler/font/character-set.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'beside-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('every character is there once, however it is coded', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const set = new CharacterSet();
      for (const text of texts) set.add(text);
      expect([...set.text()].sort()).toEqual([...new Set(texts.flatMap((text) => [...text]))].sort());
    }),
  );
});

/** A thread of plain JavaScript in place of the bundled worker. */
async function thread(onMessage: string, ledger: Ledger = new Map()): Promise<SideThread> {
  const file = path.join(dir, `${Math.random()}.mjs`);
  const head = `import { parentPort } from 'node:worker_threads'; import { appendFileSync } from 'node:fs';`;
  await writeFile(file, `${head} parentPort.on('message', async (task) => { ${onMessage} });`);
  return new SideThread(file, ledger);
}

test('files of any number arrive and are noted, all of them before the end', async () => {
  const log = path.join(dir, 'log');
  const ledger: Ledger = new Map();
  const side = await thread(
    `for (const [name] of task.files) appendFileSync(${JSON.stringify(log)}, name + '\\n');
    parentPort.postMessage(task.files.map(([name, text]) => ({ name, revision: 'r', bytes: text.length })));`,
    ledger,
  );
  const queue = new FileQueue(side, dir);
  const names = Array.from({ length: 300 }, (_, index) => `file-${index}`);
  for (const name of names) await queue.put(name, 'x'.repeat(9_000));
  await queue.end();
  await side.finish();
  expect((await readFile(log, 'utf8')).trim().split('\n')).toEqual(names);
  expect([...ledger.keys()]).toEqual(names);
  expect(ledger.get('file-7')).toEqual({ name: 'file-7', revision: 'r', bytes: 9_000 });
});

test('what fails in the thread fails the build with its message', async () => {
  const side = await thread(`throw new Error('the disk is full');`);
  const queue = new FileQueue(side, dir);
  await queue.put('one', 'text');
  await queue.end();
  await expect(side.finish()).rejects.toThrow('the disk is full');
});
