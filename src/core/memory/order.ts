/** The one order of events, (at, id), and their union: what makes merging commutative, associative and idempotent. */

import type { Json, StudyEvent } from '../model/event.ts';

/** Negative when `a` comes first. Ids are compared by UTF-16 units, so every device orders alike. */
export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * All events of both, once each, in order. Of two events with one id (a forgery; ids are random) the one whose sorted
 * JSON is smaller stays, so that the result does not depend on which came first.
 */
export function union(a: readonly StudyEvent[], b: readonly StudyEvent[]): StudyEvent[] {
  return [...unique([...a, ...b])].sort(compareEvents);
}

/** Each id once. */
export function unique<T extends StudyEvent>(events: readonly T[]): Iterable<T> {
  const byId = new Map<string, T>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (known === undefined || (known !== event && canonical(event) < canonical(known)))
      byId.set(event.id, event);
  }
  return byId.values();
}

const canonical = (event: StudyEvent): string => JSON.stringify(sorted(event as unknown as Json));

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
