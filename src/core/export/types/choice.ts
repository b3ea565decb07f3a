/** Choices: one right option, several, or a statement to be judged. */

import type { AnswerOf, AnswerOption } from '../../model/question.ts';
import { shuffle } from '../../quiz/shuffle.ts';
import type { PlainHtml } from '../plain-html.ts';
import {
  type ExportedItem,
  feedbackOf,
  lines,
  list,
  numberOf,
  object,
  optionsBody,
  orNull,
  part,
  type Sheet,
  TEXT,
  type TypeExport,
} from '../type-export.ts';

interface ExportedOptions {
  options: (ExportedItem & { isRight: boolean })[];
}

const optionsOf = (options: AnswerOption[], plain: PlainHtml): ExportedOptions['options'] =>
  options.map((option) => ({ ...plain.item(option), isRight: option.isRight }));

const optionsSchema = {
  ...list(object({ html: TEXT, text: TEXT, feedback: orNull(part('rich')), isRight: { type: 'boolean' } })),
  contains: { type: 'object', properties: { isRight: { const: true } } },
  minContains: 1,
};

function optionsSheet(answer: ExportedOptions, seed: string): Sheet {
  const options = shuffle(answer.options, seed);
  const right = options.flatMap(({ html, isRight }, at) => (isRight ? `${numberOf(at)} ${html}` : []));
  return { task: lines(options, numberOf), key: right.join('<br>') };
}

const optionsFeedback = ({ options }: ExportedOptions) => feedbackOf(options);

export type ExportedSingle = ExportedOptions & { type: 'single' };

export const single: TypeExport<AnswerOf<'single'>, ExportedSingle> = {
  toExport: ({ options }, plain) => ({ type: 'single', options: optionsOf(options, plain) }),
  schema: { options: { ...optionsSchema, maxContains: 1 } },
  sheet: optionsSheet,
  feedback: optionsFeedback,
  gift: ({ options }) => [{ body: optionsBody(options, () => ({ right: '=', wrong: '~' })) }],
  hasGiftFeedback: true,
};

export type ExportedMultiple = ExportedOptions & { type: 'multiple' };

export const multiple: TypeExport<AnswerOf<'multiple'>, ExportedMultiple> = {
  toExport: ({ options }, plain) => ({ type: 'multiple', options: optionsOf(options, plain) }),
  schema: { options: optionsSchema },
  sheet: optionsSheet,
  feedback: optionsFeedback,
  titleNote: ' (모두 고르세요)',
  gift: ({ options }) => [
    { body: optionsBody(options, (share) => ({ right: `~%${share}%`, wrong: `~%-${share}%` })) },
  ],
  hasGiftFeedback: true,
};

export const trueFalse: TypeExport<AnswerOf<'true-false'>, AnswerOf<'true-false'>> = {
  toExport: (answer) => answer,
  schema: { isTrue: { type: 'boolean' } },
  sheet: ({ isTrue }) => ({ task: '<p>( O / X )</p>', key: isTrue ? 'O' : 'X' }),
  asked: () => '<p>( O / X )</p>',
  feedback: () => [],
  gift: ({ isTrue }) => [{ body: isTrue ? 'TRUE' : 'FALSE' }],
};
