/** Text with blanks, each typed and judged by itself. */

import type { AnswerOf, ClozePart, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringOf } from '../../model/unknown.ts';
import { gradeTyped, variantSet } from '../answer-text.ts';
import { gradeParts, type TypeRules } from '../type-rules.ts';

const blanksOf = (parts: ClozePart[]) => parts.filter((part) => part.kind === 'blank');

export const cloze: TypeRules<AnswerOf<'cloze'>, ResponseOf<'cloze'>> = {
  readResponse(value) {
    const [texts, meant] = [fieldOf(value, 'texts'), fieldOf(value, 'meant')];
    const response = { type: 'cloze' as const, texts: Array.isArray(texts) ? texts.map(stringOf) : [] };
    const claims = Array.isArray(meant) ? meant.filter((at) => typeof at === 'number') : [];
    return claims.length > 0 ? { ...response, meant: claims } : response;
  },
  isAnswered: ({ texts }) => texts.some((text) => text.trim() !== ''),
  grade: ({ parts }, { texts, meant = [] }) =>
    gradeParts(
      blanksOf(parts).map(({ variants }, at) =>
        gradeTyped(String(at), texts[at] ?? '', variants, meant.includes(at)),
      ),
    ),
  claim: (response, parts) => ({ ...response, meant: [...(response.meant ?? []), ...parts.map(Number)] }),
  content: ({ parts }) => blanksOf(parts).map(({ variants }) => variantSet(variants)),
};
