/** The day on which the next item is due, noted when the page is left, so that the app on the home screen can open at 복습. */

import * as v from 'valibot';
import { storedValue } from '../stored-value.ts';

/** What the address of the app on the home screen ends in. */
export const START_QUERY = '?app';

/** Read before the first paint, by `src/compiler/build/prepaint.ts`. */
export const dueDayKey = (base: string): string => `study.due-day/${base}`;

/** `day` as YYYY-MM-DD; null when nothing is learned yet. */
export const noteDueDay = (base: string, day: string | null): boolean =>
  storedValue(dueDayKey(base), v.string(), { isText: true }).write(day);
