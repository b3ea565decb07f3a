/** Short answers, and the judging of typed words that blanks share. */

import { foldAnswer, judgeAnswer } from '../answer-text.ts';
import { gradeOf, type Method, type PartGrade } from '../method.ts';
import { fieldOf, stringOf } from '../response.ts';

/** Judges typed words; `isMeant` lets a near miss count. */
export function gradeTyped(key: string, typed: string, variants: string[], isMeant: boolean): PartGrade {
  if (typed.trim() === '') return { key, verdict: 'unanswered' };
  const { result, variant } = judgeAnswer(typed, variants);
  if (result === 'accept' || (result === 'ask' && isMeant)) return { key, verdict: 'correct' };
  return result === 'ask' && variant !== null
    ? { key, verdict: 'incorrect', near: variant }
    : { key, verdict: 'incorrect' };
}

/** Variants by what they accept, in no order. */
export const variantSet = (variants: string[]): string[] => [...new Set(variants.map(foldAnswer))].sort();

export const short: Method<'short'> = {
  grade: ({ variants }, response) =>
    gradeOf([
      gradeTyped('', stringOf(fieldOf(response, 'text')), variants, fieldOf(response, 'isMeant') === true),
    ]),
  choices: () => [],
  places: () => [],
  content: ({ variants }) => variantSet(variants),
};
