/** Single choice: the one right option, or nothing. */

import { gradeOf, type Method } from '../method.ts';
import { choicesOf, keysOf, wordsOf } from '../option-keys.ts';
import { fieldOf, stringOf } from '../response.ts';
import { shuffle } from '../seed.ts';

export const single: Method<'single'> = {
  grade({ options }, response) {
    const chosen = keysOf(options).indexOf(stringOf(fieldOf(response, 'option')));
    const option = options[chosen];
    if (!option) return gradeOf([{ key: '', verdict: 'unanswered' }]);
    return gradeOf([{ key: '', verdict: option.isRight ? 'correct' : 'incorrect' }]);
  },
  choices: ({ options }, seed) => shuffle(choicesOf(options), seed),
  places: () => [],
  content: ({ options }) => options.map((option) => [wordsOf(option), option.isRight].join('\n')).sort(),
};
