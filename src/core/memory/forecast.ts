/** The forecast: how many items come back on each of the next days, and how many new ones to begin until the exam. */

import type { Day, ItemId } from '../model/event.ts';
import { dayNumber, dayOf } from './day-number.ts';
import { dueDayNumber, examEve, memoryOn } from './due-day.ts';
import type { RecordState } from './record-state.ts';

export interface ForecastDay {
  day: Day;
  /** Items due; the first day holds what is overdue too. Each item counts once, on its next day. */
  due: number;
  /** Unseen items to begin; 0 without an exam ahead. */
  fresh: number;
}

/**
 * The next `days` days from today on. Unseen items are spread evenly over the days before the exam's eve, the earlier ones
 * first; what was begun today counts towards today's share.
 */
export function forecast(state: RecordState, ids: Iterable<ItemId>, today: Day, days: number): ForecastDay[] {
  const start = dayNumber(today);
  const result: ForecastDay[] = Array.from({ length: days }, (_, offset) => ({
    day: dayOf(start + offset),
    due: 0,
    fresh: 0,
  }));
  let [unseen, begun] = [0, 0];
  for (const id of ids) {
    const due = dueDayNumber(state, id, start);
    const memory = memoryOn(state, id, start);
    if (memory?.reviews === 1 && memory.lastDay === start) begun += 1;
    if (due === null) unseen += 1;
    else {
      const slot = result[Math.max(0, due - start)];
      if (slot) slot.due += 1;
    }
  }
  const eve = examEve(state, start);
  // What is begun on the eve has no time to be repeated.
  const left = (eve ?? start) - start;
  if (left === 0) return result;
  const now = Math.min(unseen, Math.max(0, share(unseen + begun, left, 0) - begun));
  for (const [offset, slot] of result.entries()) {
    if (offset >= left) break;
    slot.fresh = offset === 0 ? now : share(unseen - now, left - 1, offset - 1);
  }
  return result;
}

/** The part of a whole that falls on one of some days, the earlier ones taking what does not divide. */
const share = (whole: number, days: number, offset: number): number =>
  Math.floor(whole / days) + (offset < whole % days ? 1 : 0);
