/** What is typed into one field: a short answer, a number with its unit, and the output of a command. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { gradeTyped, variantSet } from '../answer-text.ts';
import { judgeQuantity } from '../quantity.ts';
import { fieldOf, gradeParts, stringOf, type TypeRules } from '../type-rules.ts';

/** What was typed into the only field of a question. */
function typedIn(value: unknown): { text: string; isMeant?: boolean } {
  const text = stringOf(fieldOf(value, 'text'));
  return fieldOf(value, 'isMeant') === true ? { text, isMeant: true } : { text };
}

export const short: TypeRules<AnswerOf<'short'>, ResponseOf<'short'>> = {
  readResponse: (value) => ({ type: 'short', ...typedIn(value) }),
  isAnswered: ({ text }) => text.trim() !== '',
  grade: ({ variants }, { text, isMeant = false }) => gradeParts([gradeTyped('', text, variants, isMeant)]),
  claim: (response) => ({ ...response, isMeant: true }),
  content: ({ variants }) => variantSet(variants),
};

// Of a number with a unit, the right number with another unit, or none, is half right.

const SHARE_WITHOUT_UNIT = 0.5;

export const number: TypeRules<AnswerOf<'number'>, ResponseOf<'number'>> = {
  formerly: 'short',
  readResponse: (value) => ({ type: 'number', ...typedIn(value) }),
  isAnswered: ({ text }) => text.trim() !== '',
  grade(answer, { text, isMeant = false }) {
    if (text.trim() === '') return gradeParts([{ key: '', verdict: 'unanswered' }]);
    const { result } = judgeQuantity(answer, text);
    if (result === 'right' || isMeant) return gradeParts([{ key: '', verdict: 'correct' }]);
    return gradeParts([{ key: '', verdict: 'incorrect' }], result === 'unit' ? SHARE_WITHOUT_UNIT : 0);
  },
  claim: (response) => ({ ...response, isMeant: true }),
  content: ({ text }) => variantSet([text]),
};

// An output is compared line by line up to the first that differs.

/** Lines of text without blanks at their ends, nor blank lines at both ends of all. */
export function outputLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

/** What keyboards and pages make of quotation marks, hyphens and blanks is undone. */
const foldLine = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replaceAll('\u2014', '--')
    .replaceAll('\u00A0', ' ')
    .trimEnd();

interface LineDifference {
  /** From 0. */
  at: number;
  /** Null where one of them has ended before. */
  given: string | null;
  right: string | null;
}

/** The first line that differs; null when all are the same. */
export function firstDifference({ lines }: AnswerOf<'output'>, text: string): LineDifference | null {
  const given = outputLines(text);
  const length = Math.max(lines.length, given.length);
  for (let at = 0; at < length; at++) {
    const [mine, right] = [given[at] ?? null, lines[at] ?? null];
    if (mine === null || right === null || foldLine(mine) !== foldLine(right))
      return { at, given: mine, right };
  }
  return null;
}

export const output: TypeRules<AnswerOf<'output'>, ResponseOf<'output'>> = {
  readResponse: (value) => ({ type: 'output', ...typedIn(value) }),
  isAnswered: ({ text }) => text.trim() !== '',
  grade(answer, { text, isMeant = false }) {
    if (text.trim() === '') return gradeParts([{ key: '', verdict: 'unanswered' }]);
    const isRight = isMeant || firstDifference(answer, text) === null;
    return gradeParts([{ key: '', verdict: isRight ? 'correct' : 'incorrect' }]);
  },
  claim: (response) => ({ ...response, isMeant: true }),
  content: ({ lines }) => lines.map(foldLine),
};
