/** Rows that agree and words that differ, judged as a reader of Korean would. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, markAt, stemOf } from '../../../src/core/comparison/diff.ts';
import { sortRows } from '../../../src/core/comparison/sort.ts';
import { escapeHtml, textOf, trusted } from '../../../src/core/model/html.ts';

const cell = (text: string) => ({ html: escapeHtml(text), origin: 'typed' as const });
const row = (...texts: string[]) => differenceOf(texts.map(cell));

test.each([
  ['패키지를', '패키지'],
  ['Pipfile을', 'pipfile'],
  ['macOS에서는', 'macos'],
  ['C++은', 'c++'],
  ['독립적으로', '독립'],
  ['독립된', '독립'],
  ['방출하는', '방출'],
  ['빠름', '빠르'],
  ['빠르게', '빠르'],
  ['높은', '높'],
  ['프로젝트', '프로젝트'],
  ['나이', '나이'],
  ['정의', '정의'],
  ['제한', '제한'],
  ['과', '과'],
])('the stem of %s is %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});

describe('a row', () => {
  test.each([
    ['spaces, case, punctuation', 'Linux, Windows', 'linux  windows.'],
    ['particles', '호스트의 커널', '호스트 커널'],
    ['light verbs', 'Linux, Windows, macOS에서 작동', 'Linux, Windows, macOS'],
    ['the order of a list', 'Linux와 Windows, macOS', 'macOS, Linux 및 Windows'],
    ['words that hold a sentence together', '서로 다른 프로젝트들의 환경', '프로젝트별 환경'],
    ['compounds', '가상 환경', '가상환경'],
    ['nothing but light words', '사용 가능', '사용할 수 있음'],
  ])('agrees whatever its %s', (_, left, right) => {
    expect(row(left, right)).toMatchObject({ isSame: true, agreeing: 2, said: 2, isMarked: false });
  });

  test.each([
    ['IP → MAC', 'MAC → IP'],
    ['지원', '미지원'],
    ['지원', '지원하지 않음'],
    ['한 호스트', '여러 호스트'],
  ])('does not take %s and %s for the same', (left, right) => {
    expect(row(left, right).isSame).toBe(false);
  });

  test('does not agree where one cell says nothing', () => {
    expect(row('하나', '하나', '')).toMatchObject({ isSame: false, agreeing: 2, said: 2 });
  });

  test('marks words that no other cell has, neighbours in one mark', () => {
    const { marked, isMarked } = row(
      '한 호스트의 컨테이너를 하나씩 실행',
      '한 호스트의 여러 컨테이너를 실행',
    );
    expect(marked).toEqual([
      '한 호스트의 컨테이너를 <mark>하나씩</mark> 실행',
      '한 호스트의 <mark>여러</mark> 컨테이너를 실행',
    ]);
    expect(isMarked).toBe(true);
    expect(row('Linux와 낡은 Windows 지원', 'Linux와 새 macOS').marked[0]).toBe('Linux와 낡은 Windows 지원');
    expect(row('과거에 시작해 지금 끝난 일', '과거에 끝난 일').marked[0]).toBe(
      '과거에 <mark>시작해 지금</mark> 끝난 일',
    );
  });

  test('marks nothing where nothing or next to nothing is shared', () => {
    expect(row('하드웨어', '운영체제')).toMatchObject({ marked: ['하드웨어', '운영체제'], isMarked: false });
    expect(row('가상 환경을 자동으로 빠르게 안전하게 생성', '느린 환경').marked[0]).not.toContain('<mark>');
  });

  test('marks what its author set in bold and nothing else, unless it belongs to the notes a cell is filled from', () => {
    const bold = (origin: 'typed' | 'filled') =>
      differenceOf([{ html: trusted('Python과 <strong>R</strong>'), origin }, cell('Python과 Julia')]).marked;
    expect(bold('typed')).toEqual(['Python과 <mark><strong>R</strong></mark>', 'Python과 Julia']);
    expect(bold('filled')).toEqual([
      'Python과 <strong><mark>R</mark></strong>',
      'Python과 <mark>Julia</mark>',
    ]);
  });
});

describe('marking in markup', () => {
  const mark = (html: string, ...words: string[]) => {
    const text = textOf(trusted(html));
    return markAt(
      trusted(html),
      words.map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length })),
    );
  };

  test('a word may run through tags and entities, breaks end it, and tags stay nested', () => {
    expect(mark('<code>conda</code>를 쓴다', 'conda를')).toBe(
      '<code><mark>conda</mark></code><mark>를</mark> 쓴다',
    );
    expect(mark('a &lt;b&gt; c', '<b>')).toBe('a <mark>&lt;b&gt;</mark> c');
    const items = trusted('<ul><li>하나 셋</li><li>둘 셋</li></ul>');
    expect(differenceOf([{ html: items, origin: 'filled' }, cell('셋')]).marked[0]).toBe(
      '<ul><li><mark>하나</mark> 셋</li><li><mark>둘</mark> 셋</li></ul>',
    );
  });

  test('takes no word away and adds none, and a row is judged alike in any order of its cells', () => {
    const words = fc.array(fc.constantFrom('하나', '둘을', 'a<b', '<b>', '&', ',', ' ', 'x', '𝒙', '있음'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, (left, right) => {
        const cells = [left, right].map((parts) => cell(parts.join(' ')));
        const { marked, ...verdict } = differenceOf(cells);
        expect(marked.map(textOf)).toEqual(cells.map(({ html }) => textOf(html)));
        expect(differenceOf([...cells].reverse())).toEqual({ ...verdict, marked: [...marked].reverse() });
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
