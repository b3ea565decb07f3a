/** Text with blanks, each typed and judged by itself. */

import type { ClozePart } from '../../model/question.ts';
import { gradeOf, type Method } from '../method.ts';
import { fieldOf, stringOf } from '../response.ts';
import { gradeTyped, variantSet } from './short.ts';

const blanksOf = (parts: ClozePart[]) => parts.filter((part) => part.kind === 'blank');

export const cloze: Method<'cloze'> = {
  grade({ parts }, response) {
    const texts = fieldOf(response, 'texts');
    const meant = fieldOf(response, 'meant');
    const grades = blanksOf(parts).map(({ variants }, at) => {
      const typed = Array.isArray(texts) ? stringOf(texts[at]) : '';
      return gradeTyped(String(at), typed, variants, Array.isArray(meant) && meant.includes(at));
    });
    return gradeOf(grades);
  },
  choices: () => [],
  places: () => [],
  content: ({ parts }) => blanksOf(parts).map(({ variants }) => variantSet(variants)),
};
