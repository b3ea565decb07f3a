/**
 * Slips of an author's hand, one a file: each is read as meant, or told at its line by one message. A case of
 * tests/fixtures/quiz/slips.txt begins with `=== name | what is told | what is read`, a dash for nothing. The guide's table of slips is of these.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixNotes } from '../../../src/core/course/apply-fixes.ts';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { blocksOf, questionsIn } from '../../../src/core/model/blocks.ts';
import type { Answer } from '../../../src/core/model/question.ts';
import type { Topic } from '../../../src/core/model/topic.ts';
import { isItemWriting } from './reading.ts';

interface Slip {
  name: string;
  /** `code line`, in order. */
  told: string[];
  /** Type and key of the first question; null where the message is all that matters. */
  read: string | null;
  text: string;
}

const SLIPS = readFileSync(new URL('../../fixtures/quiz/slips.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((piece): Slip => {
    const [, name = '', told = '-', read = '-', text = ''] =
      /^(\S+) \| (.*) \| (.*)\n([\s\S]*)$/.exec(piece) ?? [];
    return { name, told: told === '-' ? [] : told.split(', '), read: read === '-' ? null : read, text };
  });

const PAGE = SLIPS[0]?.text ?? '';

const folderOf = ({ name, text }: Slip) => ({
  notes: new Map([
    ['README.md', `# 강의\n\n<!-- course: slips -->\n\n- [좋은 것](a-ok.md)\n- [가](${name}.md)\n`],
    ['a-ok.md', PAGE],
    [`${name}.md`, text],
  ]),
  files: new Set<string>(),
});

function compile(notes: ReadonlyMap<string, string>) {
  const read = new Map([...notes].map(([file, source]) => [file, readNote(source, { file })] as const));
  return { read, ...compileCourse(read, { files: new Set(), drafts: false }) };
}

const words = (things: { text: string }[]): string => things.map(({ text }) => text).join(', ');

const KEYS: { [T in Answer['type']]: (answer: Extract<Answer, { type: T }>) => string } = {
  single: ({ options }) => words(options.filter(({ isRight }) => isRight)),
  multiple: ({ options }) => words(options.filter(({ isRight }) => isRight)),
  'true-false': ({ isTrue }) => (isTrue ? 'O' : 'X'),
  short: ({ variants }) => variants.join(' / '),
  number: ({ text }) => text,
  output: ({ lines }) => lines.join(' ⏎ '),
  cloze: ({ parts }) =>
    parts.flatMap((part) => (part.kind === 'blank' ? [part.variants.join(' / ')] : [])).join(', '),
  matching: ({ pairs }) => pairs.map(({ left, right }) => `${left.text}->${right.text}`).join(', '),
  ordering: ({ items }) => words(items),
  fix: ({ checks }) => checks.map(({ tests }) => tests.map(({ written }) => written).join(' & ')).join(', '),
  categories: ({ categories }) =>
    categories.map(({ name, items }) => `${name.text}: ${words(items)}`).join('; '),
};

function readingOf(topic: Topic | undefined): string | null {
  const answer = topic && questionsIn(blocksOf(topic))[0]?.answer;
  return answer ? `${answer.type} ${(KEYS[answer.type] as (answer: Answer) => string)(answer)}` : null;
}

test('there are as many as promised', () => {
  expect(SLIPS.length).toBeGreaterThan(250);
  expect(new Set(SLIPS.map(({ name }) => name)).size).toBe(SLIPS.length);
});

describe.each(SLIPS)('$name', (slip) => {
  const file = `${slip.name}.md`;
  const folder = folderOf(slip);
  const { read, diagnostics } = compile(folder.notes);
  const own = diagnostics.filter((one) => one.file === file && !isItemWriting(one.code));

  test('is told at its line, once', () => {
    const told = own.filter(
      ({ code }) =>
        code !== 'question-id-missing' || (slip.told.length === 1 && slip.told[0]?.startsWith(code)),
    );
    expect(told.map(({ code, line }) => `${code} ${line}`)).toEqual(slip.told);
  });

  test('or is read as meant', () => {
    if (slip.read !== null) expect(readingOf(read.get(file)?.value)).toBe(slip.read);
    else if (slip.told.length > 0) expect(own.length).toBeGreaterThan(0);
  });

  test('and the fix that is offered for it mends it', () => {
    const fixed = fixNotes(folder, (one) => one.file === file && !isItemWriting(one.code));
    const rest = fixed.diagnostics.filter((one) => one.file === file && one.fix && !isItemWriting(one.code));
    expect(rest.map(({ code, line }) => `${code} ${line}`)).toEqual([]);
    expect(fixed.refused.map(({ fixable, loss }) => `${fixable.code}: ${loss}`)).toEqual([]);
  });
});

describe('the table of slips in the guide', () => {
  const guide = readFileSync(new URL('../../../docs/guide/care/messages.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (`.*`) \| (`.*`) \| \[(.+?)\]\(#\3\) \|$/gm)].map(
    ([, wrong = '', right = '', code = '']) => ({ wrong: linesOf(wrong), right: linesOf(right), code }),
  );

  test('is there', () => expect(rows.length).toBeGreaterThan(12));

  test.each(rows)('$code: $wrong', ({ wrong, right, code }) => {
    const slip = SLIPS.find((one) => one.told[0]?.startsWith(`${code} `) && replaced(one.text, wrong, right));
    expect(slip, 'a slip of the list with these lines').toBeDefined();
    if (!slip) return;
    const text = replaced(slip.text, wrong, right) ?? '';
    const { diagnostics } = compile(folderOf({ ...slip, text }).notes);
    const left = diagnostics.filter(
      ({ file, severity }) => file === `${slip.name}.md` && severity !== 'notice',
    );
    expect(left.filter((one) => !isItemWriting(one.code))).toEqual([]);
  });
});

/** The lines of a cell: `` `- 가`<br>`- 나` ``. */
const linesOf = (cell: string): string[] => cell.split('<br>').map((span) => span.slice(1, -1));

/** A text with some of its lines, blank ones aside, in place of others, as far indented; null without them. */
function replaced(text: string, wrong: readonly string[], right: readonly string[]): string | null {
  const lines = text.split('\n');
  const written = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const start = written.findIndex((_, first) =>
    wrong.every((line, next) => lines[written[first + next] ?? -1]?.trim() === line),
  );
  if (start < 0) return null;
  const [from = 0, to = 0] = [written[start], written[start + wrong.length - 1]];
  const indent = /^ */.exec(lines[from] ?? '')?.[0] ?? '';
  return lines.toSpliced(from, to - from + 1, ...right.map((line) => indent + line)).join('\n');
}
