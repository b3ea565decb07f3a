/** A short answer to type. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringOf } from '../../model/unknown.ts';
import { gradeTyped, variantSet } from '../answer-text.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';

export const short: TypeRules<AnswerOf<'short'>, ResponseOf<'short'>> = {
  readResponse(value) {
    const response = { type: 'short' as const, text: stringOf(fieldOf(value, 'text')) };
    return fieldOf(value, 'isMeant') === true ? { ...response, isMeant: true } : response;
  },
  isAnswered: ({ text }) => text.trim() !== '',
  grade: ({ variants }, { text, isMeant = false }) => gradeParts([gradeTyped('', text, variants, isMeant)]),
  claim: (response) => ({ ...response, isMeant: true }),
  content: ({ variants }) => variantSet(variants),
};
