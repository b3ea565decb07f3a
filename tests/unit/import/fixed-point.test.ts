/** What was exported to GIFT and brought in again is exported as it was; what cannot be written is told and never changed. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Unfit } from '../../../src/compiler/import/bank.ts';
import { readBank } from '../../../src/compiler/import/read-bank.ts';
import { writeQuestion } from '../../../src/compiler/import/write-question.ts';
import type { ExportDocument } from '../../../src/core/export/document.ts';
import { toGift } from '../../../src/core/export/gift.ts';
import type { ExportedAnswer } from '../../../src/core/export/types/exports.ts';
import { escapeHtml } from '../../../src/core/model/html.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';
import { collected, courseOf, documentWith, EVERY_SHAPE } from '../export/course.ts';

const gift = (document: ExportDocument): string => toGift(document).files[0]?.text ?? '';

/** The notes of one topic into which a bank is brought, exported again; `untold` has what was lost without a word. */
function broughtIn(text: string) {
  const bank = readBank('bank.gift', text, null);
  const told = bank.losses.map(({ message }) => message);
  const written = bank.questions.flatMap((question) => {
    try {
      return [writeQuestion(question, /question:([^\s]+)$/.exec(question.id ?? '')?.[1] ?? '', 3)];
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      told.push(error.message);
      return [];
    }
  });
  const notes = new Map([
    ['README.md', '# 강의\n\n<!-- course: trial -->\n\n- [토픽](topic.md)\n'],
    ['topic.md', `# 토픽\n\n글.\n\n## 확인 문제\n\n${written.join('\n\n')}\n`],
  ]);
  return { written, told, text: gift(collected(notes).document) };
}

/** Types that GIFT has, and those that our export tags so that they come back. */
const CARRIED = [
  ...['single', 'multiple', 'true-false', 'short', 'number', 'matching', 'ordering', 'categories'],
  'cloze',
];

test.each([
  ...CARRIED.map((id) => [id, EVERY_SHAPE[id] ?? '']),
  ['one blank', '앞 [[커널 / kernel]] 뒤'],
  ['a blank at the end', '앞 [[커널]]'],
  ['and alone', '[[커널]]'],
])('%s', (_, body) => {
  const first = gift(courseOf({ a: body }));
  const { text, told } = broughtIn(first);
  expect(told).toEqual([]);
  expect(text).toBe(first);
});

test('the blanks of one paragraph are one question again; where one is missing, or in another paragraph, they stay apart', () => {
  const body = '글이다.\n\n앞 [[가]], `b` [[나 / 다]] 뒤 [[라]]\n\n> 해설: 까닭';
  const whole = gift(courseOf({ a: body }));
  expect(broughtIn(whole).written).toEqual([
    '### Q. a는? <!-- q: a -->\n\n글이다.\n\n앞 [[가]], `b` [[나 / 다]] 뒤 [[라]]\n\n> 해설: 까닭',
  ]);
  expect(broughtIn(whole).text).toBe(whole);
  const parts = whole.split('\n\n');
  const without = parts.filter((part) => !part.includes('[id:trial/question:a-2]')).join('\n\n');
  expect(broughtIn(without).written).toHaveLength(2);
  const apart = broughtIn(gift(courseOf({ a: '앞 [[가]]\n\n뒤 [[나]]' })));
  expect(apart.told).toEqual([]);
  expect(apart.written).toHaveLength(2);
});

test.each(Object.keys(EVERY_SHAPE).filter((id) => !CARRIED.includes(id)))(
  '%s becomes other questions on the way out, and these stay so',
  (id) => {
    const document = courseOf({ a: EVERY_SHAPE[id] ?? '' });
    expect(toGift(document).losses.flatMap(({ places }) => places)).toContain('topic.md:7');
    const once = broughtIn(gift(document));
    // What nobody there can grade goes out as an essay, which does not come in.
    if (id === 'fix') return expect(once.told).toEqual([expect.stringContaining('서술형')]);
    expect(once.told).toEqual([]);
    expect(once.written.length).toBeGreaterThan(0);
    expect(broughtIn(once.text).text).toBe(once.text);
  },
);

test('code, tables, formulas, emphasis, hints of the text and sources stay', () => {
  const body = [
    '**굵게** `a_b` $x^2$와 [주소](https://example.org/?a=1&b=2)를 본다. 2 * 3 < 7, snake_case',
    '```sh\na: 1\n\nb = {2}\n```',
    '| 가 | 나 |\n|---|---|\n| 1 | `2` |',
    '- 첫째\n- 둘째',
    '정답: 파일 시스템 / file-system / a \\| b / `80`',
    '> 해설: 첫 문단\n>\n> - 목록\n>\n> 출처: [문서](https://example.org) "글."',
  ].join('\n\n');
  const first = gift(courseOf({ rich: body }));
  const { text, told } = broughtIn(first);
  expect(told).toEqual([]);
  expect(text).toBe(first);
});

test('the whole course', () => {
  const { document } = collected(readNotes(COURSE_DIR));
  const once = broughtIn(gift(document));
  expect(once.told.filter((message) => !message.startsWith('범주'))).toEqual([]);
  expect(broughtIn(once.text).text).toBe(once.text);
});

const wordsOf = (parts: string[], maxLength: number) =>
  fc
    .array(fc.constantFrom(...parts), { minLength: 1, maxLength })
    .map((all) => all.join('').replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '');
const TAME = ['가', '나다', 'a', 'B', ' ', ' ', '1', ', ', '.', '?', '(', ')', '“', '%'];
const WILD = [
  ...TAME,
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '<',
  '>',
  '&',
  '&lt;',
  '~',
  '~~',
  '$',
  '#',
  '- ',
  '1. ',
  '|',
  '\\',
  '->',
  '=',
  '{',
  '}',
  ':',
  '"',
  '![',
  '해설:',
  '정답: ',
  'Q. ',
  '//',
  '[[',
  ']]',
  '<b>',
  '가_나',
  ' / ',
];

const rich = (text: string) => ({ html: escapeHtml(text), text });
const item = (text: string, feedback: string | null) => ({
  ...rich(text),
  feedback: feedback === null ? null : rich(feedback),
});

const answersOf = (words: fc.Arbitrary<string>): fc.Arbitrary<ExportedAnswer> => {
  const several = fc.uniqueArray(words, {
    minLength: 2,
    maxLength: 4,
    selector: (text) => text.replace(/\W/g, ''),
  });
  const said = fc.option(words);
  return fc.oneof(
    fc.boolean().map((isTrue): ExportedAnswer => ({ type: 'true-false', isTrue })),
    several.map((variants): ExportedAnswer => ({ type: 'short', variants })),
    fc.tuple(several, said, fc.nat(3)).map(
      ([texts, feedback, right]): ExportedAnswer => ({
        type: 'single',
        options: texts.map((text, at) => ({ ...item(text, feedback), isRight: at === right % texts.length })),
      }),
    ),
    fc.tuple(several, words).map(
      ([texts, wrong]): ExportedAnswer => ({
        type: 'multiple',
        options: [
          ...texts.map((text) => ({ ...item(text, null), isRight: true })),
          { ...item(`${wrong}!`, null), isRight: false },
        ],
      }),
    ),
    fc.tuple(several, several).map(
      ([lefts, rights]): ExportedAnswer => ({
        type: 'matching',
        pairs: lefts.map((left, at) => ({
          left: rich(left),
          right: rich(rights[at % rights.length] ?? ''),
          feedback: null,
        })),
        decoys: [],
      }),
    ),
    several.map(
      (texts): ExportedAnswer => ({ type: 'ordering', items: texts.map((text) => item(text, null)) }),
    ),
  );
};

test.each([
  ['ordinary words are never refused', TAME, false],
  ['any words come back as they were, or are told', WILD, true],
])('%s', (_, parts, mayRefuse) => {
  const words = wordsOf(parts, 8);
  fc.assert(
    fc.property(answersOf(words), words, fc.option(words), (answer, title, explanation) => {
      const document = documentWith(answer, title);
      for (const question of document.topics.flatMap((topic) => topic.questions)) {
        question.title = rich(title);
        question.explanation = explanation === null ? null : rich(explanation);
      }
      const first = gift(document);
      fc.pre(first !== '');
      const { text, told } = broughtIn(first);
      if (mayRefuse && told.length > 0) expect(text).toBe('');
      else {
        expect(told).toEqual([]);
        expect(broughtIn(text).text).toBe(text);
        expect(text).toBe(first);
      }
    }),
  );
});
