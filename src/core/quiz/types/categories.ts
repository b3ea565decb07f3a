/** Sorting items into categories. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { choicesOf, identityText, keysOf } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import type { TypeRules } from '../type-rules.ts';
import { gradePlaces, hasPlaces, readPlaces } from './matching.ts';

const itemsOf = ({ categories }: AnswerOf<'categories'>) => categories.flatMap((each) => each.items);
const namesOf = ({ categories }: AnswerOf<'categories'>) => categories.map((each) => each.name);

export const categories: TypeRules<AnswerOf<'categories'>, ResponseOf<'categories'>> = {
  readResponse: (value) => ({ type: 'categories', places: readPlaces(value) }),
  isAnswered: hasPlaces,
  grade(answer, { places }) {
    const names = keysOf(namesOf(answer));
    const homes = answer.categories.flatMap(({ items }, at) => items.map(() => names[at] ?? ''));
    const keys = keysOf(itemsOf(answer));
    return gradePlaces(
      keys.map((key, at) => ({ key, place: homes[at] ?? '' })),
      places,
    );
  },
  choices: (answer, seed) => shuffle(choicesOf(itemsOf(answer)), seed),
  places(answer) {
    const keys = keysOf(namesOf(answer));
    return namesOf(answer).map(({ html }, at) => ({ key: keys[at] ?? '', html }));
  },
  content: (answer) =>
    answer.categories
      .map(({ name, items }) => [identityText(name), ...items.map(identityText).sort()].join('\n'))
      .sort(),
};
