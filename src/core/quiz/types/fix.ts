/** A file to mend, judged condition by condition; whatever meets them all is right. */

import type { AnswerOf, FileCheck, ResponseOf } from '../../model/question.ts';
import { fieldOf, gradeParts, type PartGrade, stringsOf, type TypeRules } from '../type-rules.ts';

/** The key of a condition is its tests as they are written. */
export const keyOfCheck = ({ tests }: Pick<FileCheck, 'tests'>): string =>
  tests.map(({ written }) => written).join('\n');

export const fix: TypeRules<AnswerOf<'fix'>, ResponseOf<'fix'>> = {
  readResponse(value) {
    const [text, met] = [fieldOf(value, 'text'), fieldOf(value, 'met')];
    const response = { type: 'fix' as const, text: typeof text === 'string' ? text : null };
    return Array.isArray(met) ? { ...response, met: stringsOf(met) } : response;
  },
  isAnswered: ({ text }) => text !== null,
  grade: ({ checks }, { text, met }) =>
    gradeParts(
      checks.map((check): PartGrade => {
        const key = keyOfCheck(check);
        if (text === null || met === undefined) return { key, verdict: 'unanswered' };
        return { key, verdict: met.includes(key) ? 'correct' : 'incorrect' };
      }),
    ),
  content: ({ checks }) => checks.map(keyOfCheck).sort(),
};
