/** A statement to be judged. */

import type { AnswerOf } from '../../model/question.ts';
import type { TypeExport } from '../type-export.ts';

export const trueFalse: TypeExport<AnswerOf<'true-false'>, AnswerOf<'true-false'>> = {
  toExport: (answer) => answer,
  schema: { isTrue: { type: 'boolean' } },
  sheet: ({ isTrue }) => ({ task: '<p>( O / X )</p>', key: isTrue ? 'O' : 'X' }),
  asked: () => '<p>( O / X )</p>',
  feedback: () => [],
  gift: ({ isTrue }) => [{ body: isTrue ? 'TRUE' : 'FALSE' }],
};
