/** The table of question types for the page. A new type is a file here and a line in this table. */

import type { Answer, QuestionType, Response } from '../../../core/model/question.ts';
import { multiple, single, trueFalse } from './choice.tsx';
import { cloze } from './cloze.tsx';
import { fix } from './fix.tsx';
import { categories, matching, ordering } from './placing.tsx';
import type { TypeView, TypeViewOf } from './type-view.ts';
import { number, output, short } from './typed.tsx';

/** In the order of the author's table. */
export const VIEWS: { [T in QuestionType]: TypeView<T> } = {
  'true-false': trueFalse,
  single,
  multiple,
  short,
  number,
  output,
  cloze,
  matching,
  ordering,
  categories,
  fix,
};

/** The view of a type. The table pairs each type with its own, which a lookup by a union cannot tell. */
export const viewOf = (type: QuestionType): TypeViewOf<Answer, Response> =>
  VIEWS[type] as TypeViewOf<Answer, Response>;
