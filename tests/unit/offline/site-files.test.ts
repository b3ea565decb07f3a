/** The hashes, the version and the manifest of a built course: what changes with the notes, and what does not. */

import { describe, expect, test } from 'vitest';
import { webManifest } from '../../../src/compiler/build/web-manifest.ts';
import { noteRevisions } from '../../../src/compiler/course-files.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import type { Course } from '../../../src/core/model/course.ts';

const README = '# 강의\n\n짧은 강의입니다.\n\n- [하나](one.md)\n- [둘](two.md)\n';
const NOTES = {
  'README.md': README,
  'one.md': '# 하나\n\n## 정의\n\n- 첫째: 설명\n',
  'two.md': '# 둘\n\n## 정의\n\n- 둘째: 설명\n',
};

function course(notes: Record<string, string>): Course {
  const parsed = Object.entries(notes).map(([file, text]) => [file, parse(text, { file }).value] as const);
  const tree = parseTree(notes['README.md'] ?? '', { file: 'README.md' });
  return link(new Map(parsed), { tree, files: new Set(), drafts: false }).value;
}

const changedPages = (before: Course, after: Course) => {
  const [a, b] = [noteRevisions(before).pages, noteRevisions(after).pages];
  return Object.keys(b).filter((path) => a[path] !== b[path]);
};

describe('revisions of the notes', () => {
  test('an edited sentence changes its own page and the whole, a blank line nothing', () => {
    const before = course(NOTES);
    const edited = course({ ...NOTES, 'one.md': NOTES['one.md'].replace('설명', '다른 설명') });
    expect(changedPages(before, edited)).toEqual(['/one/']);
    expect(noteRevisions(edited).content).not.toBe(noteRevisions(before).content);
    const spaced = course({ ...NOTES, 'one.md': NOTES['one.md'].replace('\n\n', '\n\n\n\n') });
    expect(noteRevisions(spaced)).toEqual(noteRevisions(before));
  });

  test('a title elsewhere in the course changes no other page', () => {
    const renamed = course({ ...NOTES, 'two.md': NOTES['two.md'].replace('# 둘', '# 두 번째') });
    expect(changedPages(course(NOTES), renamed)).toEqual(['/two/']);
  });

  test('the pages the app makes are no notes', () => {
    expect(Object.keys(noteRevisions(course(NOTES)).pages)).toEqual(['/one/', '/two/']);
  });
});

describe('the manifest', () => {
  test('is named after the course and stays below its base', () => {
    const manifest = JSON.parse(webManifest(course(NOTES), '/notes/'));
    expect(manifest).toMatchObject({
      name: '강의',
      description: '짧은 강의입니다.',
      lang: 'ko',
      scope: '/notes/',
      start_url: '/notes/?app',
      display: 'standalone',
      shortcuts: [{ url: '/notes/review/?go' }, { url: '/notes/practice/' }],
    });
    expect(manifest.share_target.action).toBe('/notes/progress/?share');
    expect(manifest.file_handlers).toMatchObject([{ action: '/notes/progress/' }]);
    for (const { src } of manifest.icons) expect(src).toMatch(/^\/notes\/[\w-]+\.png$/);
  });
});
