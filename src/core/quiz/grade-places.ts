/** Placing things: each item goes to one place; equal items may change places with each other. */

import { type Grade, gradeOf, type PartGrade } from './method.ts';
import { baseOf } from './option-keys.ts';
import { fieldOf, stringOf } from './response.ts';

/** Grades `response.places` against where each item belongs. Keys of either kind may stand for equal words. */
export function gradePlaces(expected: { key: string; place: string }[], response: unknown): Grade {
  const places = fieldOf(response, 'places');
  const known = new Set(expected.map(({ place }) => baseOf(place)));
  const open = new Map<string, number>();
  const slot = (key: string, place: string) => `${baseOf(key)} ${baseOf(place)}`;
  for (const { key, place } of expected) open.set(slot(key, place), (open.get(slot(key, place)) ?? 0) + 1);
  const parts = expected.map(({ key }): PartGrade => {
    const given = stringOf(fieldOf(places, key));
    if (given === '') return { key, verdict: 'unanswered' };
    const left = known.has(baseOf(given)) ? (open.get(slot(key, given)) ?? 0) : 0;
    if (left > 0) open.set(slot(key, given), left - 1);
    return { key, verdict: left > 0 ? 'correct' : 'incorrect' };
  });
  return gradeOf(parts);
}
