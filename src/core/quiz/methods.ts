/** The record of types: a ninth type is a file and a line here. */

import type { QuestionType } from '../model/question.ts';
import type { Method } from './method.ts';
import { categories } from './types/categories.ts';
import { cloze } from './types/cloze.ts';
import { matching } from './types/matching.ts';
import { multiple } from './types/multiple.ts';
import { ordering } from './types/ordering.ts';
import { short } from './types/short.ts';
import { single } from './types/single.ts';
import { trueFalse } from './types/true-false.ts';

const METHODS: { [T in QuestionType]: Method<T> } = {
  single,
  multiple,
  'true-false': trueFalse,
  short,
  cloze,
  matching,
  ordering,
  categories,
};

/** The method of a type. The record pairs each type with its own, which a lookup by a union cannot tell. */
export const methodOf = (type: QuestionType): Method<QuestionType> => METHODS[type] as Method<QuestionType>;
