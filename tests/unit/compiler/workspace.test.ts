/** What is done again, and what is not done at all, counted: a large course is written in as fast as a small one. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Workspace } from '../../../src/compiler/workspace.ts';
import { markdown } from '../../../src/core/content/markdown/markdown.ts';
import { contextOf } from '../../../src/core/content/source/context.ts';

let dir: string;
const at = (name: string) => path.join(dir, name);
const GITHUB = 'https://github.com/me/notes/blob/main';
const fence = (code: string) => `\`\`\`json\n${code}\n\`\`\`\n`;
const NOTES: Record<string, string> = {
  'README.md': `# 강의 <!-- course: large -->\n\n[저장소](https://github.com/me/notes/tree/main)\n\n- [하나](${GITHUB}/one.md)\n- [둘](two.md)\n\n> [초안](${GITHUB}/area/draft.md)도 있습니다.\n`,
  'one.md': `# 하나\n\n${fence('[1]')}\n${fence('[2]')}`,
  'two.md': `# 둘\n\n- 가\n\n${fence('[3]').replace(/^/gm, '  ')}\n[하나](${GITHUB}/one.md)\n`,
  'area/draft.md': '# 초안\n\n글.\n',
};

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'large-'));
  mkdirSync(at('area'));
  for (const [name, text] of Object.entries(NOTES)) writeFileSync(at(name), text);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});

test('a save reads the saved file again, and no other', async () => {
  const parse = vi.spyOn(markdown, 'parse');
  const readFiles = () => new Set(parse.mock.calls.map(([, env]) => contextOf(env).options.file));
  const workspace = new Workspace({ dir, base: '/', drafts: true });
  await workspace.load();
  expect(workspace.compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(readFiles()).toEqual(new Set(Object.keys(NOTES)));
  for (const count of [1, 2]) {
    parse.mockClear();
    writeFileSync(at('two.md'), `${NOTES['two.md']}\n고침 ${count}.\n`);
    expect(await workspace.take(at('two.md'))).toBe(true);
    expect(JSON.stringify(workspace.compiled.course.pages.get('/two/'))).toContain(`고침 ${count}.`);
    expect(readFiles()).toEqual(new Set(['two.md']));
  }
});

test('a check colours no code; a page that is asked for has its own code coloured, also in a list', async () => {
  const asked: string[] = [];
  vi.resetModules();
  vi.doMock('../../../src/compiler/highlight.ts', () => ({
    createHighlighter: () => ({
      prepare: async (names: Iterable<string>) => void asked.push(...names),
      highlight: (code: string) => {
        asked.push(code);
        return `<b>${code}</b>`;
      },
    }),
  }));
  const { Workspace: Fresh } = await import('../../../src/compiler/workspace.ts');
  vi.doUnmock('../../../src/compiler/highlight.ts');
  const workspace = new Fresh({ dir, base: '/', drafts: true });
  await workspace.load();
  expect(workspace.compiled.diagnostics).not.toEqual([]);
  expect(asked).toEqual([]);
  const page = await workspace.page('/two/');
  expect(asked).toEqual(['json', '[3]']);
  expect(JSON.stringify(page?.blocks)).toContain('<code><b>[3]</b></code>');
  expect(await workspace.page('/two/')).toBe(page);
  expect(asked).toEqual(['json', '[3]']);
});
