/** True or false. */

import { gradeOf, type Method } from '../method.ts';
import { fieldOf } from '../response.ts';

export const trueFalse: Method<'true-false'> = {
  grade({ isTrue }, response) {
    const given = fieldOf(response, 'isTrue');
    if (typeof given !== 'boolean') return gradeOf([{ key: '', verdict: 'unanswered' }]);
    return gradeOf([{ key: '', verdict: given === isTrue ? 'correct' : 'incorrect' }]);
  },
  choices: () => [],
  places: () => [],
  content: ({ isTrue }) => isTrue,
};
