/** Rows that agree and words that differ, judged as a reader of Korean would. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, markWords, stemOf } from '../../../src/core/comparison/diff.ts';
import { sortRows } from '../../../src/core/comparison/sort.ts';
import { escapeHtml, textOf, trusted } from '../../../src/core/model/html.ts';

const cell = (text: string) => ({ html: escapeHtml(text), text });
const row = (...texts: string[]) => differenceOf(texts.map(cell));

test.each([
  ['패키지를', '패키지'],
  ['Pipfile을', 'pipfile'],
  ['macOS에서', 'macos'],
  ['프로젝트', '프로젝트'],
  ['나이', '나이'],
  ['(Docker),', 'docker'],
  ['C++', 'c++'],
  ['과', '과'],
])('the stem of %s is %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});

describe('a row', () => {
  test('agrees whatever its spaces, case, punctuation and particles', () => {
    expect(row('Linux, Windows', 'linux  windows.')).toMatchObject({ isSame: true, agreeing: 2, said: 2 });
    expect(row('호스트의 커널', '호스트 커널')).toMatchObject({ isSame: true });
  });

  test('does not agree where one cell says nothing', () => {
    expect(row('하나', '하나', '')).toMatchObject({ isSame: false, agreeing: 2, said: 2 });
  });

  test('marks words that no other cell has, neighbours in one mark', () => {
    expect(row('Linux, Windows, macOS에서 잘 작동', 'Linux, Windows, macOS').marked).toEqual([
      'Linux, Windows, macOS에서 <mark>잘 작동</mark>',
      'Linux, Windows, macOS',
    ]);
  });

  test('marks nothing where nothing or next to nothing is shared', () => {
    expect(row('하드웨어', '운영체제').marked).toEqual(['하드웨어', '운영체제']);
    expect(row('가상 환경을 자동으로 빠르게 안전하게 생성', '느린 환경').marked[0]).not.toContain('<mark>');
  });
});

describe('marking in markup', () => {
  const mark = (html: string, ...words: string[]) => markWords(trusted(html), (word) => words.includes(word));

  test('a word may run through tags and entities, breaks end it, and tags stay nested', () => {
    expect(mark('<code>conda</code>를 쓴다', 'conda를')).toBe(
      '<code><mark>conda</mark></code><mark>를</mark> 쓴다',
    );
    expect(mark('a &lt;b&gt; c', '<b>')).toBe('a <mark>&lt;b&gt;</mark> c');
    expect(mark('<ul><li>하나</li><li>둘</li></ul>', '하나', '둘')).toBe(
      '<ul><li><mark>하나</mark></li><li><mark>둘</mark></li></ul>',
    );
  });

  test('takes no word away and adds none', () => {
    const words = fc.array(fc.constantFrom('하나', '둘', 'a<b', '<b>', '&', ' ', 'x'), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.constantFrom('하나', 'a<b', 'x'), (parts, wanted) => {
        const html = escapeHtml(parts.join(' '));
        expect(textOf(markWords(html, (word) => word === wanted))).toBe(textOf(html));
      }),
    );
  });
});

describe('sorting', () => {
  const rows = [
    { name: '다', cells: [{ text: '10개' }] },
    { name: '가', cells: [{ text: '' }] },
    { name: '나', cells: [{ text: '9개' }] },
  ];
  test('by name, by column with numbers as numbers, empty ones last, or as in the notes', () => {
    expect(sortRows(rows, null)).toEqual([0, 1, 2]);
    expect(sortRows(rows, { column: -1, isDescending: false })).toEqual([1, 2, 0]);
    expect(sortRows(rows, { column: 0, isDescending: false })).toEqual([2, 0, 1]);
    expect(sortRows(rows, { column: 0, isDescending: true })).toEqual([0, 2, 1]);
  });
});
