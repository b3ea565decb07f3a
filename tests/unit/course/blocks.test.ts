/** Whoever walks the notes finds what the page shows: random topics, and everything their pages hold at any depth. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { blocksOf, mapComparisons } from '../../../src/core/model/blocks.ts';
import type { PageData } from '../../../src/core/model/course.ts';
import type { ComparisonBlock, Entry } from '../../../src/core/model/topic.ts';
import { cutPages } from '../../../src/core/search/documents.ts';
import { find, loadSearch } from '../../../src/core/search/find.ts';
import { studyIndexOf } from '../../../src/core/study/study-index.ts';

/** A piece of notes, written once it is known where it stands: `name` gives a word that nothing else has. */
type Piece = (name: () => string) => string[];

const indented = (lines: string[], by: string): string[] =>
  lines.map((line) => (line === '' ? '' : by + line));
const spaced = (pieces: string[][]): string[] => pieces.flatMap((lines) => ['', ...lines]);

const table: Piece = (name) => {
  const id = name();
  return [
    `<!-- compare: ${id} -->`,
    '| 비교 | 하나 | 둘 |',
    '| --- | --- | --- |',
    `| ${id} | 빠름 | 느림 |`,
  ];
};
const paragraph: Piece = (name) => [`${name()}에 대해 쓴다.`];

const { pieces } = fc.letrec<{ piece: Piece; pieces: Piece[] }>((tie) => ({
  pieces: fc.array(tie('piece'), { maxLength: 3, depthIdentifier: 'piece' }),
  piece: fc.oneof(
    { depthIdentifier: 'piece', depthSize: 'small' },
    fc.constant(table),
    fc.constant(paragraph),
    // - 말: 뜻, with pieces below it
    fc.array(tie('pieces'), { minLength: 1, maxLength: 3 }).map(
      (items): Piece =>
        (name) =>
          items.flatMap((inner) => [
            `- ${name()}: ${name()} 하는 것`,
            ...spaced(inner.map((piece) => indented(piece(name), '  '))),
          ]),
    ),
    // 1. 장점, then flush bullets
    fc.nat(2).map(
      (points): Piece =>
        (name) => [
          `1. ${name()}`,
          ...Array.from({ length: points + 1 }, () => `- ${name()}: ${name()} 한다`),
        ],
    ),
    // 1. 배경: …  2. 결과: …
    tie('pieces').map(
      (inner): Piece =>
        (name) => [
          `1. 배경: ${name()} 느리다`,
          ...spaced(inner.map((piece) => indented(piece(name), '   '))),
          '',
          `2. 결과: ${name()} 빠르다`,
        ],
    ),
    tie('pieces').map(
      (inner): Piece =>
        (name) =>
          ['[!TIP]', ...spaced(inner.map((piece) => piece(name)))].map((line) => `> ${line}`.trimEnd()),
    ),
  ),
}));

const quiz = fc.record({ intro: pieces, stem: pieces, isReadable: fc.boolean() }).map(
  ({ intro, stem, isReadable }): Piece =>
    (name) => [
      '### 확인 문제',
      ...spaced(intro.map((piece) => piece(name))),
      '',
      `#### Q. ${name()}? <!-- q: ${name()} -->`,
      ...spaced(stem.map((piece) => piece(name))),
      ...(isReadable ? ['', '정답: conda'] : []),
    ],
);

const source = fc
  .record({ top: pieces, sections: fc.array(fc.tuple(pieces, fc.option(quiz)), { maxLength: 2 }) })
  .map(({ top, sections }) => {
    let count = 0;
    const name = () => `w${(count++).toString(36)}q`;
    const below = sections.map(([inner, own]) => [
      `## 절 ${name()}`,
      ...spaced(inner.map((piece) => piece(name))),
      ...(own ? ['', ...own(name)] : []),
    ]);
    return ['# 제목', ...spaced(top.map((piece) => piece(name))), ...spaced(below), ''].join('\n');
  });

function pageOf(text: string): PageData {
  const topics = new Map([['a.md', parse(text, { file: 'a.md' }).value]]);
  const page = link(topics, { tree: null, files: new Set(), drafts: false }).value.pages.get('/a/');
  if (!page) throw new Error('no page');
  return page;
}

/** Every object below a value, at any depth: knows nothing of kinds of blocks. */
function objectsIn(value: unknown, passes: (key: string) => boolean = () => true): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).filter(([key]) => passes(key));
  return [value, ...inner.flatMap(([, each]) => objectsIn(each, passes))];
}

const isTable = (object: object): object is ComparisonBlock =>
  'kind' in object && object.kind === 'comparison';
const isEntry = (object: object): object is Entry => 'points' in object;

test('every table with an id that a page shows is in the study index', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(source, (text) => {
      const page = pageOf(text);
      const tables = objectsIn([page.blocks, page.sections]).filter(isTable);
      for (const block of blocksOf(page)) if (objectsIn(block).some(isTable)) kinds.add(block.kind);
      const asked = studyIndexOf([page]).topics.flatMap(({ cells }) => cells.map(({ compare }) => compare));
      expect(new Set(asked)).toEqual(new Set(tables.map(({ id }) => id)));
    }),
    // The same topics in every run, or the last line would be a matter of luck.
    { seed: 1 },
  );
  expect(kinds).toEqual(new Set(['comparison', 'outline', 'case', 'notice', 'quiz']));
});

test('every entry of the notes that a page shows is found by its term', () => {
  fc.assert(
    fc.property(source, (text) => {
      const page = pageOf(text);
      const loaded = loadSearch(cutPages([page], []));
      // What a question asks is found by its title alone.
      const entries = objectsIn([page.blocks, page.sections], (key) => key !== 'questions').filter(isEntry);
      for (const { termText, text: words } of entries) {
        const unique = /w[0-9a-z]+q/.exec(`${termText} ${words}`)?.[0];
        if (unique === undefined) continue;
        expect(find(loaded, unique).hits.map(({ place }) => place.path)).toContain(page.path);
      }
    }),
    { numRuns: 40 },
  );
});

test('a change of the comparisons reaches every table, and leaves all else the very same', () => {
  fc.assert(
    fc.property(source, (text) => {
      const topic = parse(text, { file: 'a.md' }).value;
      expect(mapComparisons(topic, (block) => block)).toBe(topic);
      const renamed = mapComparisons(topic, (block) => ({ ...block, id: 'other' }));
      const tables = objectsIn(renamed).filter(isTable);
      expect(tables.every(({ id }) => id === 'other')).toBe(true);
      expect(tables).toHaveLength(objectsIn(topic).filter(isTable).length);
    }),
  );
});
