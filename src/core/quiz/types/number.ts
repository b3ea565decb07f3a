/** A number to type, with its unit where the key has one: the right number with another unit, or none, is half right. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { variantSet } from '../answer-text.ts';
import { judgeQuantity } from '../quantity.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';
import { typedIn } from './short.ts';

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
