/** Several right options: a task list with more than one ticked item. */

import type { AnswerOf } from '../../../model/question.ts';
import type { AnswerReader } from '../answer-block.ts';
import { optionsReader } from '../options.ts';

export const multiple: AnswerReader<AnswerOf<'multiple'>> = optionsReader(
  (ticked) => ticked > 1,
  (options) => ({ type: 'multiple', options }),
);
