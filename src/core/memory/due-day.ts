/** The day an item comes back: as the schedule says, but before an exam at the latest on its eve. */

import type { ItemId } from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import type { RecordState } from './record-state.ts';

/**
 * The day an item comes back, as a number; null while new. Before an exam never later than the day before it, except
 * for what was already reviewed on that day; once the exam day has come it no longer counts.
 */
export function dueDayNumber(state: RecordState, id: ItemId, today: number): number | null {
  const memory = state.items.get(id)?.memory;
  if (!memory) return null;
  const eve = examEve(state, today);
  return eve !== null && memory.lastDay < eve ? Math.min(memory.dueDay, eve) : memory.dueDay;
}

/** The last day to study before the exam; null without an exam ahead. */
export function examEve(state: RecordState, today: number): number | null {
  if (state.settings.examDay === null) return null;
  const exam = dayNumber(state.settings.examDay);
  return exam > today ? exam - 1 : null;
}
