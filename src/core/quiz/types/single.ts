/** Single choice: the one right option, or nothing. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringOf } from '../../model/unknown.ts';
import { choicesOf, keysOf, wordsOf } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import { gradeOf, type TypeRules } from '../type-rules.ts';

export const single: TypeRules<AnswerOf<'single'>, ResponseOf<'single'>> = {
  readResponse: (value) => ({ type: 'single', option: stringOf(fieldOf(value, 'option')) || null }),
  isAnswered: ({ option }) => option !== null,
  grade({ options }, response) {
    const option = options[keysOf(options).indexOf(response.option ?? '')];
    if (!option) return gradeOf([{ key: '', verdict: 'unanswered' }]);
    return gradeOf([{ key: '', verdict: option.isRight ? 'correct' : 'incorrect' }]);
  },
  choices: ({ options }, seed) => shuffle(choicesOf(options), seed),
  content: ({ options }) => options.map((option) => [wordsOf(option), option.isRight].join('\n')).sort(),
};
