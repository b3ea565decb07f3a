/** The output of a command to type, compared line by line up to the first that differs. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';
import { typedIn } from './short.ts';

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

export interface LineDifference {
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
