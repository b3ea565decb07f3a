/** Grades placing things (matching, categories): each item goes to one place, and equal items may change places. */

import { fieldOf, stringOf } from '../model/unknown.ts';
import { baseOf } from './option-keys.ts';
import { type Grade, gradeParts, type PartGrade } from './type-rules.ts';

/** Place keys by item keys, as a response of a type that places things holds them. */
export type Places = Record<string, string>;

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
