/** The day an item comes back: as the schedule says, but before an exam at the latest on its eve. */

import type { ItemId } from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import { scheduleOf } from './item.ts';
import type { RecordState } from './record-state.ts';
import type { Memory } from './schedule.ts';

/**
 * The day an item comes back, as a number; null while new. Before an exam never later than the day before it, except
 * for what was already reviewed on that day; once the exam day has come it no longer counts. What was answered only by a
 * clock that was ahead comes back today, as nobody knows when that was.
 */
export function dueDayNumber(state: RecordState, id: ItemId, today: number): number | null {
  if (!state.items.get(id)?.memory) return null;
  const memory = memoryOn(state, id, today);
  if (!memory) return today;
  const eve = examEve(state, today);
  return eve !== null && memory.lastDay < eve ? Math.min(memory.dueDay, eve) : memory.dueDay;
}

/** Whether a day is still to come: more than the day that another time zone is ahead. */
export const isAhead = (day: number, today: number): boolean => day > today + 1;

/** What is known of an item by the answers whose day has come; null where there are none. */
export function memoryOn({ items, settings }: RecordState, id: ItemId, today: number): Memory | null {
  const item = items.get(id);
  if (!item?.memory || !isAhead(item.memory.lastDay, today)) return item?.memory ?? null;
  const past = item.history.filter(({ day }) => !isAhead(day, today));
  return scheduleOf(past, settings.retention).memory;
}

/** The last day to study before the exam; null without an exam ahead. */
export function examEve(state: RecordState, today: number): number | null {
  if (state.settings.examDay === null) return null;
  const exam = dayNumber(state.settings.examDay);
  return exam > today ? exam - 1 : null;
}
