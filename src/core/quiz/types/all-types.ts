/** The table of question types for grading and recording. A new type is a file here and a line in this table. */

import type { AnswerOf, QuestionType, ResponseOf } from '../../model/question.ts';
import type { TypeRules } from '../type-rules.ts';
import { categories } from './categories.ts';
import { cloze } from './cloze.ts';
import { fix } from './fix.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { number } from './number.ts';
import { ordering } from './ordering.ts';
import { output } from './output.ts';
import { short } from './short.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

export const RULES: { [T in QuestionType]: TypeRules<AnswerOf<T>, ResponseOf<T>> } = {
  single,
  multiple,
  'true-false': trueFalse,
  short,
  number,
  output,
  cloze,
  matching,
  ordering,
  categories,
  fix,
};
