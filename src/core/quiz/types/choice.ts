/** Choices: the one right option of several, every right one, and true or false. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { choicesOf, identityText, keysOf } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import { fieldOf, gradeParts, type PartGrade, stringOf, stringsOf, type TypeRules } from '../type-rules.ts';

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

// Of several right options every option is a decision; a wrong pick takes away what a right one gave.

export const multiple: TypeRules<AnswerOf<'multiple'>, ResponseOf<'multiple'>> = {
  readResponse: (value) => ({ type: 'multiple', options: stringsOf(fieldOf(value, 'options')) }),
  isAnswered: ({ options }) => options.length > 0,
  grade({ options }, response) {
    const keys = keysOf(options);
    const chosen = new Set(response.options.filter((key) => keys.includes(key)));
    const isOpen = chosen.size === 0;
    const parts = options.map((option, at): PartGrade => {
      const key = keys[at] ?? '';
      if (isOpen) return { key, verdict: 'unanswered' };
      return { key, verdict: chosen.has(key) === option.isRight ? 'correct' : 'incorrect' };
    });
    const right = options.filter((option) => option.isRight).length;
    const hits = options.filter((option, at) => option.isRight && chosen.has(keys[at] ?? '')).length;
    return gradeParts(parts, Math.max(0, (2 * hits - chosen.size) / Math.max(1, right)));
  },
  choices: ({ options }, seed) => shuffle(choicesOf(options), seed),
  content: ({ options }) => single.content({ type: 'single', options }),
};

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
