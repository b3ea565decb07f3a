/** Files of the notes go to the built site, and never in the place of the app's own. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyAssets } from '../../../src/compiler/build/build-site.ts';
import { Workspace } from '../../../src/compiler/workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Copies the files of notes that link to each of some, into a site that has the app's files. */
async function copied(linked: readonly string[], since = 0): Promise<(file: string) => string> {
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  put('notes/README.md', `# 강의\n\n${linked.map((file) => `[파일](${file})`).join('\n')}\n`);
  for (const file of linked) put(`notes/${file}`, 'of the notes');
  put('site/data/index.json', 'of the app');
  const workspace = new Workspace({ dir: path.join(folder, 'notes'), base: '/', drafts: false });
  await workspace.load();
  await copyAssets(path.join(folder, 'site'), workspace, since);
  return (file) => readFileSync(path.join(folder, 'site', file), 'utf8');
}

test('files are copied to where the notes have them, beside the app’s', async () => {
  const read = await copied(['img/a.png', 'data/table.csv']);
  expect(read('img/a.png')).toBe('of the notes');
  expect(read('data/table.csv')).toBe('of the notes');
  expect(read('data/index.json')).toBe('of the app');
});

test('a file with the address of one of the app’s stops the build and is named', async () => {
  await expect(copied(['data/index.json'])).rejects.toThrow(/^data\/index\.json: 앱의 파일과 주소가 같아/);
});

test('what an earlier build left there is replaced', async () => {
  const read = await copied(['data/index.json'], Date.now() + 60_000);
  expect(read('data/index.json')).toBe('of the notes');
});
