/** One right option: a task list with one ticked item. */

import type { AnswerOf } from '../../../model/question.ts';
import type { AnswerReader } from '../answer-block.ts';
import { optionsReader } from '../options.ts';

export const single: AnswerReader<AnswerOf<'single'>> = optionsReader(
  (ticked) => ticked === 1,
  (options) => ({ type: 'single', options }),
);
