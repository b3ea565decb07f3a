/** The order of a review: by forgetting, but one section never twice in a row, and what is easily confused side by side. */

import type { Ask } from './asks.ts';

/** How far the order of forgetting may be left for something easily confused with what was just asked. */
const WINDOW = 8;

/**
 * Takes asks in their order and keeps it as far as it can. Two of one section follow each other only where no order
 * could avoid it. Why: Rohrer & Taylor 2007, The shuffling of mathematics problems improves learning.
 */
export function interleave(asks: readonly Ask[]): Ask[] {
  const rest = [...asks];
  const counts = new Map<string, number>();
  for (const ask of rest) counts.set(sectionOf(ask), (counts.get(sectionOf(ask)) ?? 0) + 1);
  const order: Ask[] = [];
  while (rest.length > 0) {
    const next = choose(rest, counts, order.at(-1));
    rest.splice(rest.indexOf(next), 1);
    counts.set(sectionOf(next), (counts.get(sectionOf(next)) ?? 0) - 1);
    order.push(next);
  }
  return order;
}

function choose(rest: readonly Ask[], counts: ReadonlyMap<string, number>, last: Ask | undefined): Ask {
  const first = rest[0] as Ask;
  const others = last ? rest.filter((ask) => sectionOf(ask) !== sectionOf(last)) : rest;
  // A section with half of the rest has to come every other time, or it would stand beside itself in the end.
  const [largest, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (count * 2 > rest.length) return others.find((ask) => sectionOf(ask) === largest) ?? others[0] ?? first;
  const near = last && rest.slice(0, WINDOW).find((ask) => isConfusable(last, ask));
  return near ?? others[0] ?? first;
}

const sectionOf = ({ path, anchor }: Ask): string => `${path}#${anchor ?? ''}`;

const isConfusable = (a: Ask, b: Ask): boolean => a.path !== b.path && a.comparedWith.includes(b.path);
