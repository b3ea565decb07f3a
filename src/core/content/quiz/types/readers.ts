/** The table of question types for parsing. A new type is a file here and a line in this table. */

import type { AnswerOf, QuestionType } from '../../../model/question.ts';
import type { AnswerReader } from '../answer-block.ts';
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

/** In the order in which they are offered an answer block: the first that claims it has it. */
export const READERS: { [T in QuestionType]: AnswerReader<AnswerOf<T>> } = {
  fix,
  single,
  multiple,
  'true-false': trueFalse,
  number,
  short,
  cloze,
  output,
  ordering,
  matching,
  categories,
};
