/** Text with blanks; in GIFT a question for each of them. */

import type { Html } from '../../model/html.ts';
import type { AnswerOf } from '../../model/question.ts';
import { typedBody } from '../gift-form.ts';
import type { PlainHtml, Rich } from '../plain-html.ts';
import { LINE, list, object, part, TEXT, type TypeExport, variantsOf } from '../type-export.ts';

export interface ExportedCloze {
  type: 'cloze';
  parts: (({ kind: 'text' } & Rich) | { kind: 'blank'; variants: string[] } | { kind: 'break' })[];
}

export const cloze: TypeExport<AnswerOf<'cloze'>, ExportedCloze> = {
  toExport: ({ parts }, plain) => ({
    type: 'cloze',
    parts: parts.map((each) => {
      if (each.kind === 'blank') return { kind: 'blank', variants: each.variants };
      return each.kind === 'break' ? each : { kind: 'text', ...spaced(each.html, plain) };
    }),
  }),
  schema: {
    parts: list({
      oneOf: [
        object({ kind: { const: 'text' }, html: TEXT, text: TEXT }),
        object({ kind: { const: 'blank' }, variants: part('variants') }),
        object({ kind: { const: 'break' } }),
      ],
    }),
  },
  sheet(answer) {
    const blanks = blanksOf(answer);
    const nameOf = (at: number) => (blanks.length > 1 ? `(${at + 1})` : '');
    return {
      task: `<p>${withBlanks(answer, (at) => `${nameOf(at)}${LINE}`)}</p>`,
      key: blanks.map((variants, at) => `${nameOf(at)} ${variantsOf(variants)}`.trim()).join('<br>'),
    };
  },
  asked: (answer) => `<p>${withBlanks(answer, () => '(____)')}</p>`,
  feedback: () => [],
  gift(answer, lose) {
    const blanks = blanksOf(answer);
    const isOne = blanks.length === 1;
    const text = `<p>${withBlanks(answer, (at) => (isOne ? '_____' : `(${at + 1}) _____`))}</p>`;
    return blanks.map((variants, at) => ({
      ask: isOne ? text : `${text}<p>(${at + 1})에 들어갈 말을 쓰세요.</p>`,
      body: typedBody(variants, lose),
    }));
  },
  giftLoss: {
    message: '빈칸이 여럿이면 빈칸마다 한 문제가 됩니다.',
    applies: (answer) => blanksOf(answer).length > 1,
  },
};

const blanksOf = ({ parts }: ExportedCloze): string[][] =>
  parts.flatMap((each) => (each.kind === 'blank' ? [each.variants] : []));

/** The text with its blanks written by `blank`, which gets their positions. */
function withBlanks({ parts }: ExportedCloze, blank: (at: number) => string): string {
  let at = 0;
  return parts
    .map((each) => (each.kind === 'text' ? each.html : each.kind === 'break' ? '<br>' : blank(at++)))
    .join('');
}

/** Blanks at the ends of a part stand between words. */
function spaced(html: Html, plain: PlainHtml): Rich {
  const { html: inner, text } = plain.rich(html);
  const before = /^\s/.test(html) ? ' ' : '';
  const after = /\s$/.test(html) && inner !== '' ? ' ' : '';
  return { html: `${before}${inner}${after}`, text: `${before}${text}${after}` };
}
