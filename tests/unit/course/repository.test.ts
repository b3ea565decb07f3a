/** The course page's link to its repository leads every page to its own source and to an issue, on each kind of host. */

import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import type { PageData } from '../../../src/core/model/course.ts';

function pageOf(repository: string): PageData | undefined {
  const readme = `# 강의\n\n<!-- course: c -->\n\n${repository}\n\n- [도커](docker/왜 도커.md)\n- [가](<docker/왜 도커.md>)\n`;
  const sources = new Map([
    ['README.md', readme],
    ['docker/왜 도커.md', '# 도커\n\n글.\n'],
  ]);
  const topics = new Map([...sources].map(([file, source]) => [file, parse(source, { file }).value]));
  const { value } = link(topics, {
    tree: parseTree(readme, { file: 'README.md' }),
    files: new Set(),
    drafts: false,
  });
  return value.pages.get('/docker/왜 도커/');
}

const sourceOf = (repository: string) => pageOf(repository)?.sourceHref;
const formOf = (repository: string) => pageOf(repository)?.course.newIssue;

const FILE = 'docker/%EC%99%9C%20%EB%8F%84%EC%BB%A4.md';

test.each([
  [
    '[저장소](https://github.com/me/notes/tree/main/content)',
    'https://github.com/me/notes/blob/main/content/',
  ],
  ['[저장소](https://github.com/me/notes)', 'https://github.com/me/notes/blob/HEAD/content/'],
  ['[Repository](https://github.com/me/notes.git)', 'https://github.com/me/notes/blob/HEAD/content/'],
  ['[저장소](https://github.com/me/notes/tree/main)', 'https://github.com/me/notes/blob/main/'],
  [
    '[저장소](https://gitlab.example.org/a/b/notes/-/tree/main/content/)',
    'https://gitlab.example.org/a/b/notes/-/blob/main/content/',
  ],
  [
    '[저장소](https://codeberg.org/me/notes/src/branch/main/content)',
    'https://codeberg.org/me/notes/src/branch/main/content/',
    '?display=source#L',
  ],
])('%s', (written, folder, asSource = '?plain=1#L') => {
  expect(sourceOf(written)).toBe(folder + FILE + asSource);
});

test.each([
  '글만 있다.',
  '[다른 곳](https://github.com/me/notes)',
  '[저장소](https://example.org/notes)',
  '[저장소](docker/)',
])('nothing follows from %s', (written) => {
  expect(sourceOf(written)).toBeUndefined();
  expect(formOf(written)).toBeUndefined();
});

test.each([
  ['https://github.com/me/notes/tree/main/content', 'https://github.com/me/notes/issues/new', 'body'],
  ['https://github.com/me/notes.git', 'https://github.com/me/notes/issues/new', 'body'],
  [
    'https://gitlab.example.org/a/b/notes/-/tree/main/content/',
    'https://gitlab.example.org/a/b/notes/-/issues/new',
    'issue[description]',
  ],
  [
    'https://codeberg.org/me/notes/src/branch/main/content',
    'https://codeberg.org/me/notes/issues/new',
    'body',
  ],
])('an issue of %s', (written, href, body) => {
  expect(formOf(`[저장소](${written})`)).toMatchObject({ href, body });
});
