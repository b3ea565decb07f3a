/** The learner's daily limit of reviews. What was answered on the day already counts against it. */

import { memoryOn } from '../memory/due-day.ts';
import type { RecordState } from '../memory/record-state.ts';

/** How many items may still be put on a day (a number as `dayNumber` gives it); Infinity without a limit. */
export function leftOnDay(state: RecordState, day: number): number {
  const { dailyLimit } = state.settings;
  return dailyLimit === null ? Number.POSITIVE_INFINITY : Math.max(0, dailyLimit - answeredOn(state, day));
}

/** How many items' schedules have moved on the day. */
export const answeredOn = (state: RecordState, day: number): number =>
  [...state.items.keys()].filter((item) => memoryOn(state, item, day)?.lastDay === day).length;
