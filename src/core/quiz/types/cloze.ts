/** Text or code with blanks, each typed and judged by itself; in code every letter counts. */

import type { AnswerOf, ClozePart, ResponseOf } from '../../model/question.ts';
import { gradeCode, gradeTyped, variantSet } from '../answer-text.ts';
import { fieldOf, gradeParts, stringOf, type TypeRules } from '../type-rules.ts';

type Part = { kind: 'blank'; variants: string[] } | { kind: Exclude<ClozePart['kind'], 'blank'> };

/** The blanks of a question as the page has it, or as exports do. */
export function blanksOf(parts: readonly Part[]): { variants: string[]; isCode: boolean }[] {
  let isCode = false;
  return parts.flatMap((part) => {
    if (part.kind === 'blank') return [{ variants: part.variants, isCode }];
    if (part.kind !== 'text') isCode = part.kind === 'code';
    return [];
  });
}

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
      blanksOf(parts).map(({ variants, isCode }, at) =>
        (isCode ? gradeCode : gradeTyped)(String(at), texts[at] ?? '', variants, meant.includes(at)),
      ),
    ),
  claim: (response, parts) => ({ ...response, meant: [...(response.meant ?? []), ...parts.map(Number)] }),
  content: ({ parts }) =>
    blanksOf(parts).map(({ variants, isCode }) => (isCode ? [...variants].sort() : variantSet(variants))),
};
