/** One right option, and what the exports make of options, one or several of them right. */

import type { AnswerOf, AnswerOption } from '../../model/question.ts';
import { shuffle } from '../../quiz/shuffle.ts';
import { optionsBody } from '../gift-form.ts';
import type { PlainHtml } from '../plain-html.ts';
import {
  type ExportedItem,
  feedbackOf,
  lines,
  list,
  numberOf,
  object,
  orNull,
  part,
  type Sheet,
  TEXT,
  type TypeExport,
} from '../type-export.ts';

export interface ExportedOptions {
  options: (ExportedItem & { isRight: boolean })[];
}

export const optionsOf = (options: AnswerOption[], plain: PlainHtml): ExportedOptions['options'] =>
  options.map((option) => ({ ...plain.item(option), isRight: option.isRight }));

export const optionsSchema = {
  ...list(object({ html: TEXT, text: TEXT, feedback: orNull(part('rich')), isRight: { type: 'boolean' } })),
  contains: { type: 'object', properties: { isRight: { const: true } } },
  minContains: 1,
};

export function optionsSheet(answer: ExportedOptions, seed: string): Sheet {
  const options = shuffle(answer.options, seed);
  const right = options.flatMap(({ html, isRight }, at) => (isRight ? `${numberOf(at)} ${html}` : []));
  return { task: lines(options, numberOf), key: right.join('<br>') };
}

export const optionsFeedback = ({ options }: ExportedOptions) => feedbackOf(options);

export type ExportedSingle = ExportedOptions & { type: 'single' };

export const single: TypeExport<AnswerOf<'single'>, ExportedSingle> = {
  toExport: ({ options }, plain) => ({ type: 'single', options: optionsOf(options, plain) }),
  schema: { options: { ...optionsSchema, maxContains: 1 } },
  sheet: optionsSheet,
  feedback: optionsFeedback,
  gift: ({ options }) => [{ body: optionsBody(options, () => ({ right: '=', wrong: '~' })) }],
  hasGiftFeedback: true,
};
