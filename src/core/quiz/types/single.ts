/** Single choice: the one right option, or nothing. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringOf } from '../../model/unknown.ts';
import { choicesOf, identityText, keysOf } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';

export const single: TypeRules<AnswerOf<'single'>, ResponseOf<'single'>> = {
  readResponse: (value) => ({ type: 'single', option: stringOf(fieldOf(value, 'option')) || null }),
  isAnswered: ({ option }) => option !== null,
  grade({ options }, response) {
    const option = options[keysOf(options).indexOf(response.option ?? '')];
    if (!option) return gradeParts([{ key: '', verdict: 'unanswered' }]);
    return gradeParts([{ key: '', verdict: option.isRight ? 'correct' : 'incorrect' }]);
  },
  choices: ({ options }, seed) => shuffle(choicesOf(options), seed),
  content: ({ options }) => options.map((option) => [identityText(option), option.isRight].join('\n')).sort(),
};
