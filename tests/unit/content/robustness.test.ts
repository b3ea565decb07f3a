/** Parsing never fails: any string gives a topic, honest places and edits in range, in bounded time. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import type { TextEdit } from '../../../src/core/model/diagnostic.ts';
import { textOf } from '../../../src/core/model/html.ts';
import type { Entry, Topic } from '../../../src/core/model/topic.ts';
import { htmlOf } from './notation.ts';

const NOTES = readFileSync(new URL('../../fixtures/original/notes.md', import.meta.url), 'utf8');
const CR_LF = /\r\n?|\n/;

/** Parses, and checks everything that holds for any source. */
function check(source: string): Topic {
  const { value, diagnostics } = parse(source, { file: 'area/topic.md', base: '/b/' });
  const lines = source.split(CR_LF);
  const isPlace = ({ line, column }: { line: number; column: number }) =>
    line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1;
  const isEdit = ({ start, end }: TextEdit) => start >= 0 && start <= end && end <= source.length;
  expect(value.links.filter((link) => !isPlace(link))).toEqual([]);
  expect(diagnostics.filter((each) => !isPlace(each) || each.message === '')).toEqual([]);
  expect(diagnostics.filter((each) => !(each.fix?.edits ?? []).every(isEdit))).toEqual([]);
  const anchors = value.sections.map((section) => section.anchor);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(anchors).not.toContain('');
  expect(value.description.length).toBeLessThanOrEqual(160);
  return value;
}

/** What markdown is made of, so that random sources are more than words. */
const piece = fc.oneof(
  fc.constantFrom(
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '2. ',
    '> ',
    '> [!NOTE]\n',
    '> **보충**\n',
    '> 출처: ',
    '```',
    '~~~',
    '    ',
    '|',
    '|-|-|',
    '비교',
  ),
  fc.constantFrom(
    '\n',
    '\n\n',
    ' ',
    ': ',
    ' : ',
    '**',
    '*',
    '_',
    '~',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<!--',
    '-->',
    '<br>',
    '<kbd>',
    '</kbd>',
  ),
  fc.constantFrom(
    '용어',
    '배경',
    '결과',
    '확인 문제',
    'Q. ',
    '정답: O',
    '[[',
    ']]',
    '[x] ',
    '[ ] ',
    ' -> ',
    '<!-- q: a -->',
    '<!-- compare: b -->',
    '설ㄹ치',
  ),
  fc.constantFrom(
    '\\',
    '&amp;',
    '&#0;',
    '\0',
    '\uFEFF',
    '\uFFFD',
    '\uD800',
    '\r',
    '\t',
    '---\n',
    '===\n',
    'http://a.b/',
    'a.md#b',
    '각',
    '👍🏽',
    '%E0%A4%A',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('any source', () => {
  test('of random pieces', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void check(pieces.join(''))),
      { numRuns: 1500 },
    );
  });

  test('of random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => void check(source)),
      { numRuns: 500 },
    );
  });

  test('made from the notes by cutting, moving and putting in', () => {
    const at = fc.nat(NOTES.length);
    const change = fc.record({ at, length: fc.nat(40), text: fc.oneof(piece, fc.constant('')) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), at, (changes, from) => {
        let source = NOTES.slice(from, from + 1200);
        for (const each of changes) {
          const start = each.at % (source.length + 1);
          source = source.slice(0, start) + each.text + source.slice(start + each.length);
        }
        check(source);
      }),
      { numRuns: 400 },
    );
  });
});

test('no word of the notes is lost, and none changes its place', () => {
  const squeeze = (text: string) => text.replace(/[\s:]/g, '');
  const { value } = parse(NOTES, { file: 'notes.md' });
  const found: string[] = [];
  const entry = (each: Entry): void => {
    found.push(textOf(each.term ?? ('' as never)), textOf(each.text ?? ('' as never)));
    for (const block of each.blocks)
      if (block.kind === 'case') for (const step of block.steps) entry(step.entry);
    each.points.forEach(entry);
  };
  found.push(value.titleText);
  for (const section of value.sections) {
    found.push(section.titleText);
    for (const block of section.blocks) {
      if (block.kind === 'prose') found.push(textOf(block.html));
      else if (block.kind === 'outline') block.entries.forEach(entry);
      else throw new Error(`unexpected ${block.kind}`);
    }
  }
  const words = NOTES.split('\n').map((line) => line.replace(/^(?:#+ |\d+\. |- )/, '').replace(/ {2}$/, ''));
  expect(squeeze(found.join(''))).toBe(squeeze(words.join('')));
});

describe('in bounded time', () => {
  const LINE = 1_000_000;
  test.each<[string, () => string]>([
    ['quotes 10,000 deep', () => `${'>'.repeat(10_000)} 끝말`],
    ['lists 10,000 deep', () => `${'- '.repeat(10_000)}끝말`],
    [
      'lists indented 300 deep',
      () => Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- 용어: 글`).join('\n'),
    ],
    ['quotes and lists in turn', () => `${'> - '.repeat(500)}끝말`],
    ['a line of a million letters', () => '가'.repeat(LINE)],
    ['a line of a million blanks', () => ' '.repeat(LINE)],
    ['a million blank lines', () => '\n'.repeat(LINE)],
    ['many terms in a line', () => '가나 다: '.repeat(100_000)],
    ['brackets', () => '['.repeat(50_000)],
    ['pictures in pictures', () => `${'!['.repeat(3000)}a${'](b)'.repeat(3000)}`],
    ['links', () => '[a](b) '.repeat(10_000)],
    ['links on a line that is not NFC', () => '각[a](b) '.normalize('NFD').repeat(5000)],
    ['stars', () => '**a '.repeat(20_000)],
    [
      'backticks of every length',
      () => Array.from({ length: 800 }, (_, length) => '`'.repeat(length)).join('a'),
    ],
    ['tildes', () => '3~5 '.repeat(4000)],
    ['tags', () => '<kbd>'.repeat(20_000)],
    ['unclosed comments', () => '<!--'.repeat(30_000)],
    ['unclosed brackets in an address', () => `http://a.b/${'('.repeat(20_000)}${')'.repeat(40_000)}`],
    ['equal headings', () => '## 가\n'.repeat(10_000)],
    ['quizzes in quizzes', () => '## Quiz\n### Quiz\n#### Quiz\n##### Quiz\n'.repeat(3000)],
    ['labels', () => '1. 가\n- 나\n'.repeat(8000)],
    ['numbers and paragraphs', () => '1. 가\n\n글\n\n'.repeat(4000)],
    ['a long comparison', () => `|비교|A|B|\n|-|-|-|\n${'|가|1|2|\n'.repeat(5000)}`],
    ['fences', () => '```\n'.repeat(20_001)],
    ['jamo', () => '가ㄱ나 '.repeat(4000)],
    ['bytes that are no text', () => '\0\uD800'.repeat(50_000)],
    ['line ends of every kind', () => '\r\n\r\n\n'.repeat(100_000)],
  ])('%s', (_, source) => {
    check(source());
  });

  test('what is nested too deep is shown as text, and told', () => {
    for (const source of [`${'> '.repeat(200)}끝말`, `${'- '.repeat(200)}끝말`]) {
      const { value, diagnostics } = parse(`# 제목\n\n${source}`, { file: 'a.md' });
      expect(diagnostics).toMatchObject([{ code: 'nesting-too-deep', line: 3 }]);
      expect(htmlOf(value).join('')).toContain('끝말');
    }
  });
});
