/**
 * Merges records: the order of events, (at, id), and their union. One order on every device makes merging commutative,
 * associative and idempotent.
 */

import type { StudyEvent } from '../model/event.ts';

/** The last millisecond of the year 9999: the latest that a clock is believed. */
export const LAST_MOMENT = 253_402_300_799_999;
/** An event that has to follow one of the last moment gets the next number: there is room for more than any record holds. */
const LAST_COUNTED = LAST_MOMENT + 1_000_000_000;

/** The time of an event for the order. A forged one, later than the app writes (8.64e15), counts as the last moment, so that others can follow it. */
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

/** All events of both, each id once, in order. */
export const mergeEvents = <T extends StudyEvent>(a: readonly T[], b: readonly T[]): readonly T[] =>
  sortEvents(distinct([...a, ...b]));

/** In order, each id once; the very same list when it is in order already, as a log of one device is. */
export function sortEvents<T extends StudyEvent>(events: readonly T[]): readonly T[] {
  return isSorted(events) ? events : distinct(events).sort(compareEvents);
}

/** Each id once, with the content that `isPreferred` chooses. */
export function distinct<T extends { id: string }>(events: Iterable<T>): T[] {
  const byId = new Map<string, T>();
  for (const event of events) putDistinct(byId, event);
  return [...byId.values()];
}

/** Puts an event among others by id. */
export function putDistinct<T extends { id: string }>(byId: Map<string, T>, event: T): void {
  const other = byId.get(event.id);
  if (other === undefined || isPreferred(event, other)) byId.set(event.id, event);
}

/**
 * Of two contents of one id (a forgery; ids are random) the one whose canonical text is less stays, whichever came first
 * and wherever. False when both say the same.
 */
export const isPreferred = (event: object, other: object): boolean =>
  event !== other && canonicalText(event) < canonicalText(other);

export const isSameEvent = (event: object, other: object): boolean =>
  event === other || canonicalText(event) === canonicalText(other);

function isSorted(events: readonly StudyEvent[]): boolean {
  let last: StudyEvent | undefined;
  for (const event of events) {
    if (last !== undefined && compareEvents(last, event) >= 0) return false;
    last = event;
  }
  return true;
}

/** JSON with its keys in order; what is undefined is left out, as in a file. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonicalText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`);
  return `{${fields.join()}}`;
}
