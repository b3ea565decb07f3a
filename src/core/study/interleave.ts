/**
 * The order of a review: not several exercises of one section in a row, and things that a comparison holds side by side next to
 * each other, since they are easily confused.
 */

import type { Exercise } from './exercises.ts';

/** How far the order of forgetting may be left for something easily confused with what was just asked. */
const WINDOW = 8;

/**
 * Takes asks in their order and keeps it as far as it can. Two of one section follow each other only where no order
 * could avoid it. Why: Rohrer & Taylor 2007, The shuffling of mathematics problems improves learning.
 */
export function interleave(exercises: readonly Exercise[]): Exercise[] {
  const rest = [...exercises];
  const counts = new Map<string, number>();
  for (const exercise of rest) counts.set(sectionOf(exercise), (counts.get(sectionOf(exercise)) ?? 0) + 1);
  const order: Exercise[] = [];
  while (rest.length > 0) {
    const next = choose(rest, counts, order.at(-1));
    rest.splice(rest.indexOf(next), 1);
    counts.set(sectionOf(next), (counts.get(sectionOf(next)) ?? 0) - 1);
    order.push(next);
  }
  return order;
}

function choose(
  rest: readonly Exercise[],
  counts: ReadonlyMap<string, number>,
  last: Exercise | undefined,
): Exercise {
  const first = rest[0] as Exercise;
  const others = last ? rest.filter((exercise) => sectionOf(exercise) !== sectionOf(last)) : rest;
  // A section with half of the rest has to come every other time, or it would stand beside itself in the end.
  const [largest, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (count * 2 > rest.length)
    return others.find((exercise) => sectionOf(exercise) === largest) ?? others[0] ?? first;
  const near = last && rest.slice(0, WINDOW).find((exercise) => isConfusable(last, exercise));
  return near ?? others[0] ?? first;
}

const sectionOf = ({ path, anchor }: Exercise): string => `${path}#${anchor ?? ''}`;

const isConfusable = (a: Exercise, b: Exercise): boolean =>
  a.path !== b.path && a.comparedWith.includes(b.path);
