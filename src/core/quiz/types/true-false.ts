/** True or false. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf } from '../../model/unknown.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';

export const trueFalse: TypeRules<AnswerOf<'true-false'>, ResponseOf<'true-false'>> = {
  readResponse(value) {
    const isTrue = fieldOf(value, 'isTrue');
    return { type: 'true-false', isTrue: typeof isTrue === 'boolean' ? isTrue : null };
  },
  isAnswered: ({ isTrue }) => isTrue !== null,
  grade({ isTrue }, { isTrue: given }) {
    if (given === null) return gradeParts([{ key: '', verdict: 'unanswered' }]);
    return gradeParts([{ key: '', verdict: given === isTrue ? 'correct' : 'incorrect' }]);
  },
  content: ({ isTrue }) => isTrue,
};
