/** Sorting items into categories. */

import type { AnswerOf } from '../../model/question.ts';
import { gradePlaces } from '../grade-places.ts';
import type { Method } from '../method.ts';
import { choicesOf, keysOf, wordsOf } from '../option-keys.ts';
import { shuffle } from '../seed.ts';

const itemsOf = ({ categories }: AnswerOf<'categories'>) => categories.flatMap((each) => each.items);
const namesOf = ({ categories }: AnswerOf<'categories'>) => categories.map((each) => each.name);

export const categories: Method<'categories'> = {
  grade(answer, response) {
    const names = keysOf(namesOf(answer));
    const homes = answer.categories.flatMap(({ items }, at) => items.map(() => names[at] ?? ''));
    const keys = keysOf(itemsOf(answer));
    return gradePlaces(
      keys.map((key, at) => ({ key, place: homes[at] ?? '' })),
      response,
    );
  },
  choices: (answer, seed) => shuffle(choicesOf(itemsOf(answer)), seed),
  places(answer) {
    const keys = keysOf(namesOf(answer));
    return namesOf(answer).map(({ html }, at) => ({ key: keys[at] ?? '', html }));
  },
  content: (answer) =>
    answer.categories
      .map(({ name, items }) => [wordsOf(name), ...items.map(wordsOf).sort()].join('\n'))
      .sort(),
};
