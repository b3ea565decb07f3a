/** Grades typed words, for short answers and blanks. */

import { foldAnswer, judgeAnswer } from './answer-text.ts';
import type { PartGrade } from './type-rules.ts';

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
