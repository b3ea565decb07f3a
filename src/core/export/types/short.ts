/** A short answer: the accepted ones, of which the first is shown. */

import type { AnswerOf } from '../../model/question.ts';
import { typedBody } from '../gift-form.ts';
import { LINE, part, type TypeExport, variantsOf } from '../type-export.ts';

export const short: TypeExport<AnswerOf<'short'>, AnswerOf<'short'>> = {
  toExport: (answer) => answer,
  schema: { variants: part('variants') },
  sheet: ({ variants }) => ({ task: `<p>답: ${LINE}${LINE}</p>`, key: variantsOf(variants) }),
  feedback: () => [],
  gift: ({ variants }, lose) => [{ body: typedBody(variants, lose) }],
};
