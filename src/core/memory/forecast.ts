/** The forecast: how many items come back on each of the next days, and how many new ones to begin until the exam. */

import type { Day, ItemId } from '../model/event.ts';
import { dayNumber, dayOf } from './day-number.ts';
import { dueAtDayStart, dueDayNumber, examEve, memoryOn } from './due-day.ts';
import type { RecordState } from './record-state.ts';

export interface ForecastDay {
  day: Day;
  /** Items due; the first day holds what is overdue too. Each item counts once, on its next day. */
  due: number;
  /** Unseen items to begin; 0 without an exam ahead. */
  fresh: number;
}

/**
 * The next `days` days from today on. Before an exam the unseen items are spread over the days up to its eve, on which nothing new
 * begins: what was begun today, and how full today was when it began, count towards today's share, so that answering does not change it.
 */
export function forecast(state: RecordState, ids: Iterable<ItemId>, today: Day, days: number): ForecastDay[] {
  const start = dayNumber(today);
  const items = [...ids];
  const eve = examEve(state, start);
  // What is begun on the eve has no time to be repeated. With more days than items each item has a day of its own among the first ones.
  const left = Math.min((eve ?? start) - start, items.length);
  const dues = new Array<number>(Math.max(days, left)).fill(0);
  const duesAtDayStart = new Array<number>(left).fill(0);
  let [unseen, begun] = [0, 0];
  for (const id of items) {
    const due = dueDayNumber(state, id, start);
    if (due === null) unseen += 1;
    else countOn(dues, due - start);
    const memory = memoryOn(state, id, start);
    if (memory?.reviews === 1 && memory.lastDay === start) begun += 1;
    else if (due !== null) countOn(duesAtDayStart, (dueAtDayStart(state, id, start) ?? start) - start);
  }
  const [share = 0] = spreadNew(unseen + begun, duesAtDayStart);
  const now = Math.min(unseen, Math.max(0, share - begun));
  const fresh = [now, ...spreadNew(unseen - now, dues.slice(1, left))];
  return Array.from({ length: days }, (_, offset) => ({
    day: dayOf(start + offset),
    due: dues[offset] ?? 0,
    fresh: fresh[offset] ?? 0,
  }));
}

/** What should have come before comes on the first day. */
function countOn(days: number[], offset: number): void {
  const at = Math.max(0, offset);
  if (at < days.length) days[at] = (days[at] ?? 0) + 1;
}

/**
 * How many unseen items each of some days begins: as evenly as may be, the earlier days first, but none where reviews already make
 * the mean of all or more. Of 12 before days of 20, 4 and 0 reviews they begin 0, 6 and 6: all are begun in time, since the room
 * below the mean is never less than what is to begin.
 */
function spreadNew(unseen: number, dues: readonly number[]): number[] {
  const mean = Math.ceil((sum(dues) + unseen) / Math.max(1, dues.length));
  const rooms = dues.map((due) => Math.max(0, mean - due));
  const upTo = (most: number) => rooms.map((room) => Math.min(room, most));
  let each = 0;
  while (each < mean && sum(upTo(each + 1)) <= unseen) each += 1;
  const counts = upTo(each);
  let rest = unseen - sum(counts);
  return counts.map((count, at) => {
    if (rest === 0 || (rooms[at] ?? 0) <= each) return count;
    rest -= 1;
    return count + 1;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
