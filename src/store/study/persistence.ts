/**
 * Keeps the browser from clearing the record: persistent storage is requested once there is something to lose; where a
 * browser clears it all the same, the learner is reminded to export it.
 */

import * as v from 'valibot';
import type { RecordState } from '../../core/memory/record-state.ts';
import { storedValue } from '../stored-value.ts';
import { useStudy } from './study.ts';

/** So many answered items are worth a question. */
const WORTH_ASKING = 10;
/** Moments in milliseconds since 1970. */
const requestedAt = storedValue('study.persist-asked', v.number());
const exported = storedValue('study.exported-at', v.number());
const remindedAt = storedValue('study.reminded-at', v.number());
const REMIND_MILLIS = 14 * 86_400_000;

/** Asks for persistent storage once in a browser's life, when enough has been answered. */
export function keepPersistent(): void {
  const stop = useStudy.subscribe(({ state }) => {
    if (!state || !navigator.storage?.persist) return;
    if (!isWorthKeeping(state)) return;
    stop();
    if (requestedAt.read() !== null) return;
    requestedAt.write(Date.now());
    // Whatever the answer is, the record goes on; the page about it says how safe it is.
    navigator.storage.persist().catch(() => false);
  });
}

/** Whether the browser may clear the record of its own accord; taken to be so where it does not answer. */
export async function isEvictable(): Promise<boolean> {
  try {
    const silence = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false));
    return !(await Promise.race([navigator.storage.persisted(), silence]));
  } catch {
    return true;
  }
}

/** WebKit clears what scripts have stored after seven days without a visit, unless the site is on the home screen. */
export const clearsAfterAWeek = (): boolean =>
  /AppleWebKit/.test(navigator.userAgent) &&
  !/Chrome|Chromium|Edg|Android/.test(navigator.userAgent) &&
  !matchMedia('(display-mode: standalone)').matches;

/** When the record was last exported here, in milliseconds since 1970; null for never. */
export const exportedAt = (): number | null => exported.read();

export const noteExport = (at: number): boolean => exported.write(at);

/** Whether a word about exporting is in place: there is a record that this browser may clear, and no recent copy or word. */
export function isReminderDue(state: RecordState, now: number): boolean {
  // What is dated later than now was noted by a clock that was ahead.
  const isRecent = (at: number | null) => at !== null && at <= now && now - at < REMIND_MILLIS;
  const isTold = isRecent(exportedAt()) || isRecent(remindedAt.read());
  return clearsAfterAWeek() && isWorthKeeping(state) && !isTold;
}

export const noteReminder = (at: number): boolean => remindedAt.write(at);

function isWorthKeeping({ items }: RecordState): boolean {
  let answered = 0;
  for (const { memory } of items.values()) if (memory && ++answered === WORTH_ASKING) return true;
  return false;
}
