/** The exam sheet and its key as a browser's parser reads them: nothing given away, and the same numbers on both. */

import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { type ExportDocument, select } from '../../../src/core/export/document.ts';
import { toPrint } from '../../../src/core/export/print.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';
import { collected, courseOf, EVERY_SHAPE, questionsIn } from './course.ts';

function papers(document: ExportDocument, seed = '') {
  const [exam, answers] = toPrint(document, seed).files.map(({ text }) => {
    const { document: page } = new Window();
    page.write(text);
    return page;
  });
  if (!exam || !answers) throw new Error('two papers are expected');
  return { exam, answers };
}
type Paper = ReturnType<typeof papers>['exam'];
const itemsOf = (paper: Paper) =>
  [...paper.querySelectorAll('ol.questions > li')].map(({ textContent }) => textContent);
const linesOf = (paper: Paper, at: number) =>
  [...(paper.querySelectorAll('ol.questions > li')[at]?.querySelectorAll('p') ?? [])].map(
    ({ textContent }) => textContent,
  );
const keyOf = (paper: Paper, at: number) =>
  paper.querySelectorAll('ol.questions > li')[at]?.querySelector('.key')?.textContent ?? '';
/** The mark before some words on the sheet. */
const markOf = (lines: string[], words: string) =>
  lines.find((line) => line.endsWith(` ${words}`))?.split(' ')[0];

test('every question of the course stands on both, in one order', () => {
  const { document } = collected(readNotes(COURSE_DIR));
  const { exam, answers } = papers(document);
  const count = questionsIn(document).length;
  expect(itemsOf(exam)).toHaveLength(count);
  expect(itemsOf(answers)).toHaveLength(count);
  itemsOf(exam).forEach((text, at) => {
    expect(text.startsWith(`${at + 1}.`)).toBe(true);
    expect(itemsOf(answers)[at]?.startsWith(`${at + 1}.`)).toBe(true);
  });
  expect(exam.querySelectorAll('script, link, img, [style], [onclick]')).toHaveLength(0);
  expect(exam.querySelector('.fields')?.textContent).toContain(`/ ${count}`);
});

describe('the key', () => {
  const { exam, answers } = papers(courseOf(EVERY_SHAPE));
  const at = (id: string) => Object.keys(EVERY_SHAPE).indexOf(id);
  const ask = (id: string) => linesOf(exam, at(id));
  const key = (id: string) => keyOf(answers, at(id));

  test('choices', () => {
    expect(key('single')).toBe(`${markOf(ask('single'), '둘')} 둘`);
    for (const right of ['가', '나', '라'])
      expect(key('multiple')).toContain(`${markOf(ask('multiple'), right)} ${right}`);
    expect(key('multiple')).not.toContain('다');
  });

  test('typed answers', () => {
    expect(key('true-false')).toBe('X');
    expect(key('short')).toBe('conda (콘다)');
    expect(key('cloze')).toBe('(1) 커널 (kernel)(2) 운영체제');
    expect(ask('cloze').join()).toContain('앞 (1)________ 가운데 (2)________ 뒤');
  });

  test('matching', () => {
    const lines = ask('matching');
    const mark = (words: string) => markOf(lines, words);
    expect(key('matching')).toBe(`① → ${mark('오른쪽')}, ② → ${mark('아래')}, ③ → ${mark('밖')}`);
    expect(mark('오답')).toMatch(/^[㉠-㉣]$/);
  });

  test('order, which the sheet does not give', () => {
    const lines = ask('ordering');
    const marks = ['먼저', '다음', '끝'].map((words) => markOf(lines, words));
    expect(key('ordering')).toBe(marks.join(' → '));
    expect(marks).not.toEqual(['㉠', '㉡', '㉢']);
  });

  test('categories', () => {
    const lines = ask('categories');
    const marks = ['사과', '배'].map((words) => markOf(lines, words)).sort();
    expect(key('categories')).toContain(`과일: ${marks.join(', ')}`);
    expect(key('categories')).toContain(`채소: ${markOf(lines, '무')}`);
  });

  test('nothing of it is on the sheet', () => {
    expect(itemsOf(exam).join()).not.toMatch(/conda|콘다|커널|kernel|운영체제|둘이다|빨갛다/);
  });
});

test('another seed is another sheet, the same one the same', () => {
  const { document } = collected(readNotes(COURSE_DIR));
  const sheet = (seed: string) => toPrint(document, seed).files[0]?.text;
  expect(sheet('A형')).toBe(sheet('A형'));
  expect(itemsOf(papers(document, 'A형').exam)).not.toEqual(itemsOf(papers(document, 'B형').exam));
});

describe('a part of the course', () => {
  const { document } = collected(readNotes(COURSE_DIR));
  const part = (wanted: Partial<Parameters<typeof select>[1]>) =>
    select(document, { only: null, count: null, seed: '', ...wanted });
  const files = (wanted: Parameters<typeof part>[0]) => part(wanted).topics.map(({ file }) => file);

  test('a folder, a file with or without its ending', () => {
    expect(files({ only: 'docker' }).length).toBeGreaterThan(2);
    expect(files({ only: 'docker' }).every((file) => file.startsWith('docker/'))).toBe(true);
    expect(files({ only: 'docker/compose' })).toEqual(['docker/compose.md']);
    expect(files({ only: 'docker/compose.md' })).toEqual(['docker/compose.md']);
    expect(files({ only: 'dock' })).toEqual([]);
  });

  test('a number of questions, drawn by the seed and kept in order of reading', () => {
    const ids = (seed: string) => questionsIn(part({ count: 20, seed })).map(({ id }) => id);
    const all = questionsIn(document).map(({ id }) => id);
    expect(ids('가')).toHaveLength(20);
    expect(ids('가')).toEqual(all.filter((id) => ids('가').includes(id)));
    expect(ids('가')).not.toEqual(ids('나'));
    expect(questionsIn(part({ count: 9999 }))).toHaveLength(all.length);
  });
});
