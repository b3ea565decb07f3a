/** How many items come back on each of the next days, and how many unseen ones to take on until the exam. */

import type { Day, ItemId } from '../model/event.ts';
import { dayNumber, dayOf } from './day.ts';
import type { State } from './state.ts';
import { dueDayNumber, examEve } from './summary.ts';

export interface ForecastDay {
  day: Day;
  /** Items due; the first day holds what is overdue too. Each item counts once, on its next day. */
  due: number;
  /** Unseen items to begin; 0 without an exam ahead. */
  fresh: number;
}

/** The next `days` days from today on. Unseen items are spread evenly up to the exam's eve, the earlier days first. */
export function forecast(state: State, ids: Iterable<ItemId>, today: Day, days: number): ForecastDay[] {
  const start = dayNumber(today);
  const result: ForecastDay[] = Array.from({ length: days }, (_, offset) => ({
    day: dayOf(start + offset),
    due: 0,
    fresh: 0,
  }));
  let unseen = 0;
  for (const id of ids) {
    const due = dueDayNumber(state, id, start);
    if (due === null) unseen += 1;
    else {
      const slot = result[Math.max(0, due - start)];
      if (slot) slot.due += 1;
    }
  }
  const eve = examEve(state, start);
  if (eve === null) return result;
  const left = eve - start + 1;
  for (const [offset, slot] of result.entries()) {
    if (offset < left) slot.fresh = Math.floor(unseen / left) + (offset < unseen % left ? 1 : 0);
  }
  return result;
}
