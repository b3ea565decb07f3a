/** What was done on which day: every answer that counts, whether or not it moved the schedule. */

import { dayNumber } from './day.ts';
import type { State } from './state.ts';

/** Numbers of answers by day number, as `dayNumber` gives it. */
export function answersByDay(state: State): Map<number, number> {
  const days = new Map<number, number>();
  for (const { history } of state.items.values()) {
    for (const { event } of history) {
      const day = dayNumber(event.day);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return days;
}
