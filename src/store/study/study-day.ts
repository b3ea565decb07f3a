/**
 * The study day: from 4 in the morning to 4 in the morning by the device's clock and time zone, as Anki has it, so that who studies past
 * midnight is still in the evening's day. Whatever is 오늘 or 내일 is told by `dayAt`. The day on which the next item is due is noted when the
 * page is left, so that the app on the home screen can open at 복습.
 */

import * as v from 'valibot';
import { DAY_MILLIS, dayNumber, dayOf } from '../../core/memory/day-number.ts';
import type { Day } from '../../core/model/event.ts';
import { storedValue } from '../stored-value.ts';

const MINUTE_MILLIS = 60_000;
/** The hour on the clock, which every day has: clocks are put forward or back before it. */
export const FIRST_HOUR = 4;
/** What an event can bear, and a calendar of four figures can say. */
const [FIRST, LAST] = [dayNumber('1970-01-01'), dayNumber('9999-12-31')];

export function dayAt(date: Date): Day {
  const calendarDay = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MILLIS;
  const studyDay = date.getHours() < FIRST_HOUR ? calendarDay - 1 : calendarDay;
  return dayOf(Math.min(LAST, Math.max(FIRST, studyDay)));
}

/** Calls back when the day has changed, looked at once a minute and when the page is seen again. Returns how to stop. */
export function followDay(onDay: (day: Day) => void): () => void {
  let day = dayAt(new Date());
  const look = () => {
    const now = dayAt(new Date());
    if (now !== day) onDay(now);
    day = now;
  };
  const timer = setInterval(look, MINUTE_MILLIS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** What the address of the app on the home screen ends in. */
export const START_QUERY = '?app';

/** Read before the first paint, by `src/compiler/build/document.ts`. */
export const dueDayKey = (base: string): string => `study.due-day/${base}`;

/** `day` as YYYY-MM-DD; null when nothing is learned yet. */
export const noteDueDay = (base: string, day: string | null): boolean =>
  storedValue(dueDayKey(base), v.string(), { isText: true }).write(day);
