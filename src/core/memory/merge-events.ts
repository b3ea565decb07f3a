/**
 * Merges records: the order of events, (at, id), and their union. One order on every device makes merging commutative,
 * associative and idempotent.
 */

import type { StudyEvent } from '../model/event.ts';

/** The last millisecond of the year 9999: the latest that a clock is believed. */
export const LAST_MOMENT = 253_402_300_799_999;
/** Where an event has that time, those that follow it are counted on from there, as many as no record holds. */
const LAST_COUNTED = LAST_MOMENT + 1_000_000_000;

/** The time of an event for the order. One that neither a clock nor counting on can give is taken for the last moment, so that others can follow it. */
export const momentOf = ({ at }: { at: number }): number => (at > LAST_COUNTED ? LAST_MOMENT : at);

/** The time for a new event: the clock's, unless the clock is behind an event that the new one has to follow. */
export function momentAfter(latest: number, nowMillis: number): number {
  const now = Number.isFinite(nowMillis) ? Math.floor(nowMillis) : 0;
  return Math.min(LAST_COUNTED, Math.max(0, Math.min(LAST_MOMENT, now), latest + 1));
}

/** Negative when `a` comes first. Ids are compared by UTF-16 units, so every device orders alike. */
export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  const [first, second] = [momentOf(a), momentOf(b)];
  if (first !== second) return first - second;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** All events of both, once each, in order. */
export const mergeEvents = <T extends StudyEvent>(a: readonly T[], b: readonly T[]): readonly T[] =>
  sortEvents([...a, ...b]);

/**
 * In order, each event once; the very same list when it is so already, as a log of one device is. Of two events with
 * one id and time (a forgery; ids are random) the one whose sorted JSON is smaller stays, so that the result does not
 * depend on which came first.
 */
export function sortEvents<T extends StudyEvent>(events: readonly T[]): readonly T[] {
  if (isSorted(events)) return events;
  const inOrder: T[] = [];
  for (const event of [...events].sort(compareEvents)) {
    const last = inOrder.at(-1);
    if (last === undefined || compareEvents(last, event) !== 0) inOrder.push(event);
    else if (last !== event && canonical(event) < canonical(last)) inOrder[inOrder.length - 1] = event;
  }
  return inOrder;
}

function isSorted(events: readonly StudyEvent[]): boolean {
  let last: StudyEvent | undefined;
  for (const event of events) {
    if (last !== undefined && compareEvents(last, event) >= 0) return false;
    last = event;
  }
  return true;
}

const canonical = (event: StudyEvent): string => JSON.stringify(withSortedKeys(event));

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, withSortedKeys(inner)]);
}
