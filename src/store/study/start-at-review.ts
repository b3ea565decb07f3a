/** The day on which the next item is due, noted when the page is left, so that the app on the home screen can open at 복습. */

import * as v from 'valibot';
import { storedValue } from '../stored-value.ts';
import { dayAt } from './study-day.ts';

/** What the address of the app on the home screen ends in. */
export const START_QUERY = '?app';

export const dueDayKey = (base: string): string => `study.due-day/${base}`;

const dueDay = (base: string) => storedValue(dueDayKey(base), v.string(), { isText: true });

/** `day` as YYYY-MM-DD; null when nothing is learned yet. */
export const noteDueDay = (base: string, day: string | null): boolean => dueDay(base).write(day);

/** Whether this is the app's start, and something was due when the record was last looked at. */
export function startsAtReview(base: string): boolean {
  const day = location.search === START_QUERY ? dueDay(base).read() : null;
  return day !== null && day <= dayAt(new Date());
}
