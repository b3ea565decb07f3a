/** Markup that students would read as it was typed is always told, and markup that works never is. */

import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiagnosticCode } from '../../../src/core/model/diagnostic.ts';
import { textOf, trusted } from '../../../src/core/model/html.ts';
import { htmlOf, read } from './notation.ts';

const OWN: ReadonlySet<DiagnosticCode> = new Set([
  'mark-left',
  'table-broken',
  'comment-unread',
  'comparison-id-unused',
  'notice-mark',
  'supplement-mark',
  'code-info',
  'link-text-missing',
  'heading-empty',
]);

const alarms = (source: string): string[] =>
  read(source)
    .diagnostics.filter(({ code }) => OWN.has(code))
    .map(({ code, line, message }) => `${code} ${line} ${message}`);

/** Examples of the specification that show what is no markup, by what is left. No other may be told of. */
const LEFT: Record<string, number[]> = {
  'a backtick that nothing closes': [42, 91, 327, 338, 343, 344, 345, 346, 347, 348, 349],
  'asterisks that open or close nothing': [
    379, 380, 391, 392, 417, 442, 443, 444, 445, 446, 447, 471, 476, 480,
  ],
  'brackets that are no link': [41, 488, 490, 491, 493, 494, 497, 508, 511, 513, 518, 519, 526, 548, 590],
  'a link without words': [484],
  'seven hashes, a heading without words, a rule of =': [63, 79, 97],
  'an info string with a setting': [143],
  'markdown in a block of HTML': [178],
};

describe('the examples of CommonMark', () => {
  const expected = new Set(Object.values(LEFT).flat());

  test.each(tests.map(({ number, markdown }) => ({ number, markdown })))(
    'example $number',
    ({ number, markdown }) => {
      if (expected.has(number)) expect(alarms(markdown).length).toBeGreaterThan(0);
      else expect(alarms(markdown)).toEqual([]);
    },
  );
});

/** The extensions of GitHub's specification. */
test.each([
  '| foo | bar |\n| --- | --- |\n| baz | bim |',
  '| abc | defghi |\n:-: | -----------:\nbar | baz',
  '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar',
  '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz |',
  '| abc | def |\n| --- | --- |',
  '- [ ] foo\n- [x] bar',
  '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
  '~~Hi~~ Hello, ~there~ world!',
  'This ~~has a\n\nnew paragraph~~.',
  'www.commonmark.org/help and (www.google.com/search?q=Markup+(business))',
  'https://encrypted.google.com/search?q=Markup+(business)) and foo@bar.baz',
  '<strong> <em>',
  '> [!NOTE]\n> 글\n>\n> [!TIP] 가 아니다',
])('GitHub: %j', (source) => {
  const told = alarms(source);
  // A strike does not reach into another paragraph, nor a mark of a notice stand in its middle.
  if (/new paragraph|아니다/.test(source)) expect(told.length).toBeLessThanOrEqual(2);
  else expect(told).toEqual([]);
});

/** What a student reads of a note, without code. */
const visible = (source: string): string => {
  const { value, diagnostics } = read(source);
  expect(diagnostics.every(({ message }) => message !== '')).toBe(true);
  return htmlOf(value)
    .map((html) => textOf(trusted(html.replace(/<(pre|code)\b[^>]*>.*?<\/\1>/gs, '□'))))
    .join('\n');
};

/** What looks like markup to anyone, without regard to how it is found. */
const LOOKS_LIKE_MARKUP = [
  /\]\(/,
  /\[\[[가-힣a-z]+\]\]/,
  /(?<![*가-힣\w])\*\*(?![*\s])[가-힣]/,
  /[가-힣]{2}\*\*(?!\*)/,
  /\[\^[가-힣]+\](?![+*?{|])/,
  /(?<![([]|`)`(?!`|[)\]])/,
  /(?<![=\w])==[가-힣]+==(?![=\w])/,
  /\{%[가-힣 ]+%\}/,
  /^\| [가-힣]+ \| [가-힣]+ \|$/m,
];
/** At the start of a line of the source, too: within other markup it is something else. */
const AT_START = /^(?:##+[가-힣]|:::[가-힣a-z])/m;

const PIECES = [
  '**',
  '*',
  '__',
  '_',
  '~~',
  '`',
  '[',
  '](',
  ')',
  '[[',
  ']]',
  '![',
  '[^',
  ']',
  '##',
  ':::',
  '==',
  '| ',
  ' |',
  '{%',
  '%}',
  ' ',
  ' ',
  '가나',
  '다라',
  'a',
  '설치.md',
  '.',
];

test('what is left of random markup is told', () => {
  const line = fc
    .array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 9 })
    .map((all) => all.join('').trim());
  let count = 0;
  fc.assert(
    fc.property(line, (words) => {
      const source = `# 제목\n\n${words}\n`;
      const page = visible(source);
      const isLeft = AT_START.test(words) && AT_START.test(page);
      // The words of a picture without an address are shown as they are.
      if (words.includes(']()') || !(isLeft || LOOKS_LIKE_MARKUP.some((pattern) => pattern.test(page))))
        return;
      count++;
      const told = read(source).diagnostics.filter(({ line }) => line === 3);
      expect(told.length, `${words} → ${page}`).toBeGreaterThan(0);
    }),
    { numRuns: 3000, seed: 17 },
  );
  expect(count).toBeGreaterThan(500);
});

test('what works is not', () => {
  const word = fc.constantFrom('가나', '다라마', 'docker', 'A', '12', '컨테이너');
  const inline = fc.oneof(
    word,
    word.map((text) => `**${text}**`),
    word.map((text) => `*${text}*`),
    word.map((text) => `~~${text}~~`),
    word.map((text) => `\`${text} ** [[x]] :::\``),
    word.map((text) => `[${text}](https://a.b/${encodeURI(text)})`),
    word.map((text) => `![${text}](a.png "제목")`),
    word.map((text) => `\\*\\*${text}\\*\\* \\[${text}](x y) \\\`${text}\\\``),
    word.map((text) => `[${text}] (${text}) 2 * 3 * 4, 2**10, a == b`),
    word.map((text) => `${text}<!-- 뒤 -->`),
  );
  const sentence = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
  const block = fc.oneof(
    sentence,
    sentence.map((text) => `### ${text}`),
    sentence.map((text) => `- ${text}\n- [ ] ${text}\n- [x] ${text}`),
    sentence.map((text) => `> [!TIP]\n> ${text}`),
    sentence.map((text) => `| 가 | 나 |\n|---|:-:|\n| ${text} | ${text} |`),
    sentence.map((text) => `1. ${text}\n2. ${text}`),
    sentence.map((text) => `\`\`\`js app.js\n${text}\n\`\`\``),
    fc.constant('<!-- TODO: 고칠 것 -->'),
    fc.constant('---'),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      expect(alarms(`# 제목\n\n${blocks.join('\n\n')}\n`)).toEqual([]);
    }),
    { numRuns: 300, seed: 17 },
  );
});

test('a long link shows what to write, not its own beginning once more', () => {
  const [told] = read('# 제목\n\n[Up](#part-1-4-operation system)\n').diagnostics;
  expect(told?.message).toContain('`[Up](#part-1-4-op…n system)` 표시가');
  expect(told?.message).toContain('`[Up](#part-1-4-op…n-system)`처럼');
});
