/** Text and code with blanks; in GIFT a question for each of them. */

import { ENTITIES, escapeHtml, type Html } from '../../model/html.ts';
import type { AnswerOf, ClozePart } from '../../model/question.ts';
import { blanksOf } from '../../quiz/types/cloze.ts';
import type { PlainHtml, Rich } from '../plain-html.ts';
import {
  type GiftForm,
  LINE,
  list,
  object,
  orNull,
  part,
  TEXT,
  type TypeExport,
  typedBody,
  variantsOf,
} from '../type-export.ts';

export interface ExportedCloze {
  type: 'cloze';
  parts: (
    | ({ kind: 'text' } & Rich)
    | { kind: 'blank'; variants: string[] }
    | Extract<ClozePart, { kind: 'break' | 'code' }>
  )[];
}

export const cloze: TypeExport<AnswerOf<'cloze'>, ExportedCloze> = {
  toExport({ parts }, plain) {
    let isCode = false;
    return {
      type: 'cloze',
      parts: parts.map((each) => {
        if (each.kind === 'blank') return { kind: 'blank', variants: each.variants };
        if (each.kind === 'text')
          return { kind: 'text', ...(isCode ? asCode(each.html) : spaced(each.html, plain)) };
        isCode = each.kind === 'code';
        return each;
      }),
    };
  },
  schema: {
    parts: list({
      oneOf: [
        object({ kind: { const: 'text' }, html: TEXT, text: TEXT }),
        object({ kind: { const: 'blank' }, variants: part('variants') }),
        object({ kind: { const: 'break' } }),
        object({ kind: { const: 'code' }, language: TEXT, title: orNull(TEXT) }),
      ],
    }),
  },
  sheet(answer) {
    const blanks = blanksOf(answer.parts);
    const nameOf = (at: number) => (blanks.length > 1 ? `(${at + 1})` : '');
    return {
      task: withBlanks(answer, (at) => `${nameOf(at)}${LINE}`),
      key: blanks.map(({ variants }, at) => `${nameOf(at)} ${variantsOf(variants)}`.trim()).join('<br>'),
    };
  },
  asked: (answer) => withBlanks(answer, () => '(____)'),
  feedback: () => [],
  gift(answer, lose) {
    const blanks = blanksOf(answer.parts);
    const isOne = blanks.length === 1;
    const text = withBlanks(answer, (at) => (isOne ? '_____' : `(${at + 1}) _____`));
    return blanks.map(
      ({ variants, isCode }, at): GiftForm => ({
        task: isOne ? text : `${text}<p>(${at + 1})에 들어갈 말을 쓰세요.</p>`,
        body: typedBody(variants, lose, isCode),
      }),
    );
  },
  giftLoss: {
    message: '빈칸이 여럿이면 빈칸마다 한 문제가 됩니다.',
    applies: (answer) => blanksOf(answer.parts).length > 1,
  },
};

/** The paragraphs and code with their blanks written by `blank`, which gets their positions. */
function withBlanks({ parts }: ExportedCloze, blank: (at: number) => string): string {
  let at = 0;
  let open = '<p>';
  const html = parts.map((each) => {
    if (each.kind === 'text') return each.html;
    if (each.kind === 'blank') return blank(at++);
    const close = open.replace('<', '</');
    open = each.kind === 'code' ? '<pre>' : '<p>';
    const title =
      each.kind === 'code' && each.title !== null ? `<p><b>${escapeHtml(each.title)}</b></p>` : '';
    return `${close}${title}${open}`;
  });
  return `<p>${html.join('')}${open.replace('<', '</')}`.replace(/^<p><\/p>/, '');
}

/** Code as it stands, without its colours. */
function asCode(html: Html): Rich {
  const plain = html.replace(/<[^<>]*>/g, '');
  return {
    html: plain,
    text: plain.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? ''),
  };
}

/** Blanks at the ends of a part stand between words. */
function spaced(html: Html, plain: PlainHtml): Rich {
  const { html: inner, text } = plain.rich(html);
  const before = /^\s/.test(html) ? ' ' : '';
  const after = /\s$/.test(html) && inner !== '' ? ' ' : '';
  return { html: `${before}${inner}${after}`, text: `${before}${text}${after}` };
}
