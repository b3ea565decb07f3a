/** Several right options. */

import type { AnswerOf } from '../../model/question.ts';
import { optionsBody } from '../gift-form.ts';
import type { TypeExport } from '../type-export.ts';
import { type ExportedOptions, optionsFeedback, optionsOf, optionsSchema, optionsSheet } from './single.ts';

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
