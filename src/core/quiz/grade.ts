/** Grading and showing a question of any type. Pure: the seed is an argument. */

import type { ReadQuestion } from '../model/question.ts';
import type { Grade } from './method.ts';
import { methodOf } from './methods.ts';
import type { Choice } from './option-keys.ts';
import { fieldOf } from './response.ts';

type Answerable = Pick<ReadQuestion, 'answer'>;

/**
 * Grades a response of any shape; one of another type of question counts as none.
 * `score` is from 0 to 1, `parts` has an entry for each option, blank, pair or item.
 */
export function grade({ answer }: Answerable, response: unknown): Grade {
  const fits = fieldOf(response, 'type') === answer.type;
  return methodOf(answer.type).grade(answer, fits ? response : null);
}

/**
 * What there is to choose, order or place, in the order of the seed. Does not depend on the author's order.
 * Two or more items to be ordered never come in the right order, unless they all read the same.
 */
export const choicesFor = ({ answer }: Answerable, seed: string): Choice[] =>
  methodOf(answer.type).choices(answer, seed);

/** Left sides of a matching or the categories, in the author's order. */
export const placesFor = ({ answer }: Answerable): Choice[] => methodOf(answer.type).places(answer);
