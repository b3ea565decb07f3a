/** One right option. */

import type { AnswerOf } from '../../model/question.ts';
import { optionsBody } from '../gift-form.ts';
import type { TypeExport } from '../type-export.ts';
import { type ExportedOptions, optionsFeedback, optionsOf, optionsSchema, optionsSheet } from './options.ts';

export type ExportedSingle = ExportedOptions & { type: 'single' };

export const single: TypeExport<AnswerOf<'single'>, ExportedSingle> = {
  toExport: ({ options }, plain) => ({ type: 'single', options: optionsOf(options, plain) }),
  schema: { options: { ...optionsSchema, maxContains: 1 } },
  sheet: optionsSheet,
  feedback: optionsFeedback,
  gift: ({ options }) => [{ body: optionsBody(options, () => ({ right: '=', wrong: '~' })) }],
  hasGiftFeedback: true,
};
