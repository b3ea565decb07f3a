/** A short answer to type. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringOf } from '../../model/unknown.ts';
import { gradeTyped, variantSet } from '../answer-text.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';

/** What was typed into the only field of a question. */
export function typedIn(value: unknown): { text: string; isMeant?: boolean } {
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
