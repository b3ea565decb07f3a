/** What is put in its place: right sides beside left ones, items into categories, items in order. */

import { longestRise } from '../../lists.ts';
import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { baseOf, choicesOf, identityText, keysOf, type Worded } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import {
  fieldOf,
  type Grade,
  gradeParts,
  type PartGrade,
  stringOf,
  stringsOf,
  type TypeRules,
} from '../type-rules.ts';

// Grading what was placed: each item goes to one place, and equal items may change places.

/** Place keys by item keys, as a response of a type that places things holds them. */
type Places = Record<string, string>;

/** The `places` of a response of any shape. */
function readPlaces(value: unknown): Places {
  const places = fieldOf(value, 'places');
  if (typeof places !== 'object' || places === null) return {};
  return Object.fromEntries(
    Object.entries(places).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const hasPlaces = ({ places }: { places: Places }): boolean =>
  Object.values(places).some((place) => place !== '');

/** Grades places against where each item belongs. Keys of either kind may stand for equal words. */
function gradePlaces(expected: { key: string; place: string }[], places: Places): Grade {
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

// Of an order the score counts the items that need not be moved.

export const ordering: TypeRules<AnswerOf<'ordering'>, ResponseOf<'ordering'>> = {
  readResponse: (value) => ({ type: 'ordering', order: stringsOf(fieldOf(value, 'order')) }),
  isAnswered: ({ order }) => order.length > 0,
  grade({ items }, { order }) {
    const keys = keysOf(items);
    const given = order.filter((key) => keys.includes(key));
    if (given.length < keys.length) return gradeParts(keys.map((key) => ({ key, verdict: 'unanswered' })));
    const positions = positionsOf(given, keys);
    const inOrder = longestRise(positions);
    const parts = given.map(
      (key, at): PartGrade => ({
        key,
        verdict: inOrder.has(at) ? 'correct' : 'incorrect',
      }),
    );
    // One item is always in order with itself, so it earns nothing.
    return gradeParts(parts, (inOrder.size - 1) / Math.max(1, keys.length - 1));
  },
  choices(answer, seed) {
    const shuffled = shuffle(choicesOf(answer.items), seed);
    // A shuffle that happens to be the answer would give it away.
    return isSolved(answer, shuffled) ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
  },
  content: ({ items }) => items.map(identityText),
};

const isSolved = ({ items }: AnswerOf<'ordering'>, order: { key: string }[]): boolean =>
  keysOf(items).every((key, at) => baseOf(key) === baseOf(order[at]?.key ?? ''));

/** Where each given key belongs; equal items are taken in the order in which they are given. */
function positionsOf(given: string[], keys: string[]): number[] {
  const open = new Map<string, number[]>();
  keys.forEach((key, at) => {
    const base = baseOf(key);
    open.set(base, [...(open.get(base) ?? []), at]);
  });
  return given.map((key) => open.get(baseOf(key))?.shift() ?? 0);
}
