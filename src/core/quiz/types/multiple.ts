/** Multiple choice: every option is a decision; a wrong pick takes away what a right one gave. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringsOf } from '../../model/unknown.ts';
import { choicesOf, keysOf } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import { gradeParts, type PartGrade, type TypeRules } from '../type-rules.ts';
import { single } from './single.ts';

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
