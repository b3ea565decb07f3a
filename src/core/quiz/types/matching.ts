/** Matching: each left side and its right side; decoys are right sides nobody needs. */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { gradePlaces, hasPlaces, readPlaces } from '../grade-places.ts';
import { choicesOf, identityText, keysOf, type Worded } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import type { TypeRules } from '../type-rules.ts';

/** Right sides that read the same are one choice. */
function distinct(things: Worded[]): Worded[] {
  const byWords = new Map(things.map((thing) => [identityText(thing), thing]));
  return [...byWords.values()];
}

export const matching: TypeRules<AnswerOf<'matching'>, ResponseOf<'matching'>> = {
  readResponse: (value) => ({ type: 'matching', places: readPlaces(value) }),
  isAnswered: hasPlaces,
  grade({ pairs }, { places }) {
    const lefts = keysOf(pairs.map((pair) => pair.left));
    const rights = keysOf(pairs.map((pair) => pair.right));
    return gradePlaces(
      lefts.map((key, at) => ({ key, place: rights[at] ?? '' })),
      places,
    );
  },
  choices: ({ pairs, decoys }, seed) =>
    shuffle(choicesOf(distinct([...pairs.map((pair) => pair.right), ...decoys])), seed),
  places({ pairs }) {
    const keys = keysOf(pairs.map((pair) => pair.left));
    return pairs.map(({ left }, at) => ({ key: keys[at] ?? '', html: left.html }));
  },
  content: ({ pairs, decoys }) => ({
    pairs: pairs.map(({ left, right }) => [identityText(left), identityText(right)].join('\n')).sort(),
    decoys: decoys.map(identityText).sort(),
  }),
};
