/** The study day: the learner's calendar day, from midnight to midnight by the device's clock and time zone. */

import { dayOf } from '../../core/memory/day-number.ts';
import type { Day } from '../../core/model/event.ts';

const MINUTE_MILLIS = 60_000;

export const dayAt = (date: Date): Day =>
  dayOf(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);

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
