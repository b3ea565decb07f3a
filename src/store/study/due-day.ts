/** From which day on something is due: noted when the page is left, so that the app on the home screen opens at 복습. */

/** What the address of the app on the home screen ends in. */
export const START_QUERY = '?app';

const keyOf = (base: string) => `study.due-day/${base}`;

/** `day` as YYYY-MM-DD; null when nothing is learned yet. */
export function noteDueDay(base: string, day: string | null): void {
  try {
    if (day === null) localStorage.removeItem(keyOf(base));
    else localStorage.setItem(keyOf(base), day);
  } catch {
    // Blocked or full: the app opens at the contents.
  }
}

/** Whether this is the app's start, and something was due when the record was last looked at. */
export function startsAtReview(base: string): boolean {
  try {
    const day = localStorage.getItem(keyOf(base));
    // Swedish dates are written as ours are kept.
    return location.search === START_QUERY && day !== null && day <= new Date().toLocaleDateString('sv');
  } catch {
    return false;
  }
}
