/** True or false. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf } from '../../model/unknown.ts';
import { gradeOf, type TypeRules } from '../type-rules.ts';

export const trueFalse: TypeRules<AnswerOf<'true-false'>, ResponseOf<'true-false'>> = {
  readResponse(value) {
    const isTrue = fieldOf(value, 'isTrue');
    return { type: 'true-false', isTrue: typeof isTrue === 'boolean' ? isTrue : null };
  },
  isAnswered: ({ isTrue }) => isTrue !== null,
  grade({ isTrue }, { isTrue: given }) {
    if (given === null) return gradeOf([{ key: '', verdict: 'unanswered' }]);
    return gradeOf([{ key: '', verdict: given === isTrue ? 'correct' : 'incorrect' }]);
  },
  content: ({ isTrue }) => isTrue,
};
