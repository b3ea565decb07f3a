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

/** Firefox alone asks the learner, in a prompt over the page: there it is asked for by a button that says why. */
const isAskedByPrompt = (): boolean => navigator.userAgent.includes('Firefox/');

/** Asks for persistent storage once in a browser's life, when enough has been answered and no prompt comes of it. */
export function keepPersistent(): void {
  const stop = useStudy.subscribe(({ state }) => {
    if (!state || !navigator.storage?.persist || isAskedByPrompt()) return;
    if (!isWorthKeeping(state)) return;
    stop();
    if (requestedAt.read() !== null) return;
    requestedAt.write(Date.now());
    // Whatever the answer is, the record goes on; the page about it says how safe it is.
    navigator.storage.persist().catch(() => false);
  });
}

/** Whether the browser keeps the record for good, may clear it, or may clear it as long as the learner does not say otherwise. */
export type RecordSafety = 'kept' | 'evictable' | 'askable';

/** A browser that does not answer is taken to clear the record. */
export function recordSafety(): Promise<RecordSafety> {
  const silence = new Promise<RecordSafety>((resolve) => setTimeout(resolve, 2_000, 'evictable'));
  return Promise.race([askedSafety().catch(() => 'evictable' as const), silence]);
}

async function askedSafety(): Promise<RecordSafety> {
  if (await navigator.storage.persisted()) return 'kept';
  if (!isAskedByPrompt()) return 'evictable';
  const { state } = await navigator.permissions.query({ name: 'persistent-storage' });
  return state === 'prompt' ? 'askable' : 'evictable';
}

/** Has the browser ask the learner whether the record is to be kept for good; call it on a press. */
export async function askToKeep(): Promise<RecordSafety> {
  await navigator.storage.persist().catch(() => false);
  return recordSafety();
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
