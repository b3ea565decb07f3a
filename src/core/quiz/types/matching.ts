/**
 * Matching: each left side and its right side; decoys are right sides nobody needs. Grading what was placed is shared with
 * categories: each item goes to one place, and equal items may change places.
 */

import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringOf } from '../../model/unknown.ts';
import { baseOf, choicesOf, identityText, keysOf, type Worded } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import { type Grade, gradeParts, type PartGrade, type TypeRules } from '../type-rules.ts';

/** Place keys by item keys, as a response of a type that places things holds them. */
type Places = Record<string, string>;

/** The `places` of a response of any shape. */
export function readPlaces(value: unknown): Places {
  const places = fieldOf(value, 'places');
  if (typeof places !== 'object' || places === null) return {};
  return Object.fromEntries(
    Object.entries(places).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export const hasPlaces = ({ places }: { places: Places }): boolean =>
  Object.values(places).some((place) => place !== '');

/** Grades places against where each item belongs. Keys of either kind may stand for equal words. */
export function gradePlaces(expected: { key: string; place: string }[], places: Places): Grade {
  const offered = new Set(expected.map(({ place }) => baseOf(place)));
  const open = new Map<string, number>();
  const slot = (key: string, place: string) => `${baseOf(key)} ${baseOf(place)}`;
  for (const { key, place } of expected) open.set(slot(key, place), (open.get(slot(key, place)) ?? 0) + 1);
  const parts = expected.map(({ key }): PartGrade => {
    const given = stringOf(fieldOf(places, key));
    if (given === '') return { key, verdict: 'unanswered' };
    const left = offered.has(baseOf(given)) ? (open.get(slot(key, given)) ?? 0) : 0;
    if (left > 0) open.set(slot(key, given), left - 1);
    return { key, verdict: left > 0 ? 'correct' : 'incorrect' };
  });
  return gradeParts(parts);
}

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
