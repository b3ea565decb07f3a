/** The table of question types for exports. A new type is a file here and a line in this table. */

import type { Answer, AnswerOf, QuestionType } from '../../model/question.ts';
import type { TypeExport } from '../type-export.ts';
import { type ExportedMultiple, type ExportedSingle, multiple, single, trueFalse } from './choice.ts';
import { cloze, type ExportedCloze } from './cloze.ts';
import { type ExportedFix, fix } from './fix.ts';
import {
  categories,
  type ExportedCategories,
  type ExportedMatching,
  type ExportedOrdering,
  matching,
  ordering,
} from './placing.ts';
import { number, output, short } from './typed.ts';

/** An answer with plain markup and as text; lists are in the author's order. */
export type ExportedAnswer =
  | ExportedSingle
  | ExportedMultiple
  | AnswerOf<'true-false'>
  | AnswerOf<'short'>
  | AnswerOf<'number'>
  | AnswerOf<'output'>
  | ExportedCloze
  | ExportedMatching
  | ExportedOrdering
  | ExportedCategories
  | ExportedFix;

type ExportedOf<T extends QuestionType> = Extract<ExportedAnswer, { type: T }>;

/** The losses of GIFT are told in this order. */
export const EXPORTS: { [T in QuestionType]: TypeExport<AnswerOf<T>, ExportedOf<T>> } = {
  single,
  multiple,
  'true-false': trueFalse,
  short,
  number,
  matching,
  ordering,
  categories,
  cloze,
  output,
  fix,
};

/** The exports of a type. The table pairs each type with its own, which a lookup by a union cannot tell. */
export const exportOf = (type: QuestionType): TypeExport<Answer, ExportedAnswer> =>
  EXPORTS[type] as TypeExport<Answer, ExportedAnswer>;
