/**
 * Reading, linking and checking notes takes time in proportion to them, whatever is repeated: a hostile or broken line must not hang
 * the dev server. Four times the input may take four times as long, and a quadratic rule takes sixteen.
 */

import { expect, test } from 'vitest';
import { checkNotes } from '../../../src/core/course/apply-fixes.ts';

const TITLE = '# 제목\n\n';
const QUIZ = `${TITLE}## 확인 문제\n\n### Q. a\n\n`;

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

/** A note with about `size` characters of something. */
const SHAPES: Record<string, (size: number) => string> = {
  'a line of tabs': (size) => TITLE + '\t'.repeat(size),
  'tabs before words': (size) => `${TITLE}${'\t'.repeat(size)}글`,
  'quote marks and tabs': (size) => TITLE + '>\t'.repeat(size / 2),
  'blanks in the comment of an id': (size) =>
    `${QUIZ}정답: a\n\n<!--${' '.repeat(size / 4)}q${' '.repeat(size / 4)}: x${' '.repeat(size / 2)}y -->`,
  'comments of ids that are not closed': (size) => TITLE + '<!--q:'.repeat(size / 6),
  'comments that are not closed': (size) => `${QUIZ}정답: ${'<!--'.repeat(size / 4)}`,
  'backticks in an answer': (size) => `${QUIZ}정답: ${'`'.repeat(size)}`,
  'runs of backticks of every length': (size) =>
    `${TITLE}글 ${lines(Math.sqrt(size), (n) => `${'`'.repeat(n + 1)} `)}글`,
  'brackets that are not closed': (size) => `${QUIZ}${'[['.repeat(size / 2)}`,
  'brackets that are not opened': (size) => `${QUIZ}글 [[a]] ${']]'.repeat(size / 4)}`,
  'blanks behind a judgement': (size) => `${QUIZ}정답: O (${' '.repeat(size)}`,
  'blanks between a pair': (size) => `${QUIZ}- a${' '.repeat(size / 2)}b\n- a${' '.repeat(size / 2)}b`,
  'blanks in other brackets': (size) => `${QUIZ}글 ${'{{ '.repeat(size / 6)}${' '.repeat(size / 2)}`,
  'blanks behind a label': (size) => `${QUIZ}정답: a\n\n> 해설${' '.repeat(size)}글`,
  'options that an answer may name': (size) =>
    `${QUIZ}${lines(size / 12, (n) => `- 항목 ${n}\n`)}\n정답: 항목 ${Math.round(size / 12) - 1}`,
  'lines that ask': (size) => `${QUIZ}글\n\n${'Q. 무엇?\n\n'.repeat(size / 8)}정답: a`,
  'headings that ask outside of a quiz': (size) =>
    `${TITLE}${'## Q. 무엇?\n\n1. 가\n2. 나\n\n'.repeat(size / 24)}`,
  'comments that give no id': (size) =>
    `${TITLE}## 확인 문제\n\n### Q. a ${'<-q: '.repeat(size / 5)}\n\n정답: a`,
  'blanks in an answer': (size) => `${QUIZ}정답: a${' '.repeat(size)}b`,
  'blanks in the heading of a question': (size) =>
    `${TITLE}## 확인 문제\n\n### Q. a${' '.repeat(size)}b\n\n정답: a`,
  'hashes in the heading of a question': (size) =>
    `${TITLE}## 확인 문제\n\n### Q. a${' #'.repeat(size / 2)}b\n\n정답: a`,
  'blanks before the day of a supplement': (size) =>
    `${TITLE}> [!NOTE]\n> **보충**\n> 글\n>\n> 출처: a${' '.repeat(size)}b`,
  'blanks in stacks': (size) => `${TITLE}\`\`\`stacks\na: b / c${' '.repeat(size)}]\n\`\`\`\n`,
  'ends of boxes': (size) => TITLE + ':::\n\n'.repeat(size / 5),
  'ends of boxes in a paragraph': (size) => TITLE + ':::\n'.repeat(size / 4),
  diagrams: (size) => TITLE + '```mermaid\nflowchart LR\n  A[글] --> B\n```\n\n'.repeat(size / 40),
  'lines of a diagram': (size) =>
    `${TITLE}\`\`\`mermaid\nclassDiagram\n${'  A " " B\n'.repeat(size / 10)}\`\`\`\n`,
  'quotes in a diagram': (size) =>
    `${TITLE}\`\`\`mermaid\nflowchart LR\n${'  A[" --> B\n'.repeat(size / 12)}\`\`\`\n`,
  'dashes in a diagram': (size) =>
    `${TITLE}\`\`\`mermaid\nsequenceDiagram\n${`${'a->'.repeat(300)}\n`.repeat(size / 900)}\`\`\`\n`,
  'options that differ': (size) => `${QUIZ}- [x] 가\n${lines(size / 12, (n) => `- [ ] 보기 ${n}\n`)}`,
  'options that are ranges': (size) =>
    `${QUIZ}- [x] 가\n${lines(size / 16, (n) => `- [ ] ${n}~${n + 1} GB\n`)}`,
  'items with quotes': (size) => `${QUIZ}${'- [ ] a\n> b\n'.repeat(size / 12)}`,
  'equal questions without ids': (size) => `${TITLE}## 확인 문제\n\n${'### Q. a\n'.repeat(size / 9)}`,
  'equal answered questions': (size) =>
    `${TITLE}## 확인 문제\n\n${'### Q. a\n\n정답: b\n\n'.repeat(size / 20)}`,
  'questions with one id': (size) =>
    `${TITLE}## 확인 문제\n\n${'### Q. a <!-- q: a -->\n\n정답: b\n\n'.repeat(size / 35)}`,
  'quizzes of one question': (size) => TITLE + '## 확인 문제\n### Q. a\n'.repeat(size / 18),
  'headings within a question': (size) => QUIZ + '#### b\n\n- c\n\n'.repeat(size / 13),
  'headings that skip a level': (size) => TITLE + '## a\n#### b\n'.repeat(size / 12),
  'sources that lead nowhere': (size) => `${QUIZ}정답: a\n\n${'> 출처: [a](b.md)\n'.repeat(size / 17)}`,
  'sources with quotes': (size) =>
    `${TITLE}## 절\n\n${'글이다. '.repeat(size / 10)}\n\n${lines(size / 80, (n) => `## 확인 문제\n\n### Q. ${n}\n\n정답: a\n\n> 출처: [절](#절) "글이다 ${n}"\n\n`)}`,
  'links on a line': (size) => TITLE + '[a](b.md) '.repeat(size / 10),
  'pictures on a line': (size) => TITLE + '![a](b.png) '.repeat(size / 12),
  'tildes on a line': (size) => `${TITLE}글 ${'1~'.repeat(size / 2)}`,
  'letters before an at sign': (size) => `${TITLE}${'a.'.repeat(size / 2)}@${'b-'.repeat(size / 2)}`,
  'mail addresses': (size) => TITLE + 'a@b.c.'.repeat(size / 6),
  'an address of many parts': (size) => `${TITLE}https://${'가.'.repeat(size / 2)}`,
  'tags that nothing closes': (size) => TITLE + '<u>'.repeat(size / 3),
  'tags that nothing opens': (size) => TITLE + '<b>'.repeat(64) + '</u>'.repeat(size / 4),
  'scripts in markup': (size) => `${TITLE}${'<script>**a'.repeat(size / 11)}</script>`,
  'scripts on lines': (size) => TITLE + '<script>\n'.repeat(size / 9),
  'quotation marks in a tag': (size) => `${TITLE}<div>${'<a "'.repeat(size / 4)}>`,
  'words in angle brackets': (size) => TITLE + 'a<b> '.repeat(size / 5),
  'blocks of tags': (size) => TITLE + '<div>\n\n'.repeat(size / 7),
  'paragraphs in a block of tags': (size) => `${TITLE}<div>${'<p>a\n'.repeat(size / 5)}</div>`,
  'listings in a block of tags': (size) => `${TITLE}<div>${'<pre>'.repeat(size / 5)}</div>`,
  'folds with headings': (size) => TITLE + '<details>\n\n## a\n\n'.repeat(size / 17),
  'folds in folds': (size) => TITLE + '<details><summary>a</summary>\n'.repeat(size / 30),
  'anchors that wait for words': (size) => `${TITLE}${lines(size / 16, (n) => `<a id="a${n}">\n\n`)}## b`,
  'emphasis on a line': (size) => `${TITLE}글 ${'**가(a)**는 '.repeat(size / 10)}`,
  'jamo on a line': (size) => `${TITLE}${'설ㄹ치 '.repeat(size / 4)}`,
  'backslashes at ends': (size) => `${QUIZ}${'a\\\n'.repeat(size / 3)}`,
  'blanks between markup': (size) => QUIZ + '**[[a]]** '.repeat(size / 10),
  'code in a row of a table': (size) =>
    `${TITLE}| 비교 | A | B |\n|-|-|-|\n| a ${'`b|c` '.repeat(size / 6)} | 1 | 2 |\n`,
  'terms of an outline': (size) => `${TITLE}1. 정의\n${lines(size / 10, (n) => `- 용어 ${n}: 글\n`)}`,
};

const SIZE = 4000;
/** Below this there is nothing to compare. */
const FEW_MILLIS = 60;
const TRIES = 6;

/** Processor time of this process, which a busy machine does not lengthen as it does the clock's. */
function processorMillis(text: string): number {
  const notes = new Map([
    ['README.md', '# 강의\n\n<!-- course: a -->\n\n- [토픽](a.md)\n'],
    ['a.md', text],
  ]);
  const before = process.cpuUsage();
  checkNotes({ notes, files: new Set() });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Whether four times the input takes far more than four times as long, however often that is tried. */
function isSuperlinear(shape: (size: number) => string): boolean {
  const [one, four] = [shape(SIZE), shape(4 * SIZE)];
  for (let tries = 0; tries < TRIES; tries++) {
    const long = processorMillis(four);
    if (long < FEW_MILLIS || long < 9 * processorMillis(one)) return false;
  }
  return true;
}

test.each(Object.entries(SHAPES))('%s', { timeout: 60_000 }, (_, shape) => {
  expect(isSuperlinear(shape)).toBe(false);
});
