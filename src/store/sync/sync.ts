/**
 * The record on several devices: on and off, when a run is due, and how it went. Loaded by devices that share their record, and by the
 * page on which that begins; nothing here runs, or is built at all, without SYNC_URL.
 */

import * as v from 'valibot';
import { create } from 'zustand';
import { putDistinct } from '../../core/memory/merge-events.ts';
import { type DeviceKind, ownKind, type SyncDevice, unsentEvents } from '../../core/sync/plan.ts';
import { KEY_BYTES, keyOfText, keyText } from '../../core/sync/sync-key.ts';
import { courseId } from '../site.ts';
import { storedValue } from '../stored-value.ts';
import { openStudy, useStudy } from '../study/study.ts';
import { deriveKeys } from './box.ts';
import { openRemote, RemoteError, type RemoteProblem } from './remote.ts';
import {
  type AnyEvent,
  emptyOwnFiles,
  folderMemory,
  forgetFolders,
  type GotFile,
  getFiles,
  LocalEvents,
  type SyncPlace,
  type SyncResult,
  syncOnce,
} from './run.ts';

/** `broken`: this browser, not the server, did not do it. */
export type SyncProblem = RemoteProblem | 'broken';

export interface Sync {
  /** Null while this device shares its record with no other. */
  key: Uint8Array | null;
  isRunning: boolean;
  /** When everything was last alike, in milliseconds since 1970. */
  at: number | null;
  /** Of the last run; `againAt` is when the next is tried. */
  failure: { problem: SyncProblem; againAt: number } | null;
  /** Events of this device that are not on the server yet. */
  unsent: number;
  devices: SyncDevice[];
  skipped: SyncResult['skipped'];
  /** By how much this device's clock is ahead of the server's, in milliseconds. */
  clockAhead: number | null;
}

const OFF: Sync = {
  key: null,
  isRunning: false,
  at: null,
  failure: null,
  unsent: 0,
  devices: [],
  skipped: { foreign: 0, unreadable: 0, newer: 0, large: 0 },
  clockAhead: null,
};

export const useSync = create<Sync>(() => OFF);

const MINUTE = 60_000;
/** So long after an answer, which mostly is not the last. */
const AFTER_ANSWER = 4_000;
/** A page that is looked at again asks for news at most this often. */
const NEWS_AFTER = MINUTE;
/** Another tab is at it: tried again unless that tab tells that it went well. */
const OTHER_TAB = 5_000;
/** So long after it is shown an answer is in the log, for every tab to read. */
const IN_LOG = 1_000;
const WAITS = [0.5, 1, 2, 4, 8, 15, 30].map((minutes) => minutes * MINUTE);

const stored = () =>
  storedValue(
    `study.sync/${courseId()}`,
    v.object({
      key: v.pipe(
        v.string(),
        v.check((text) => keyOfText(text) !== null),
      ),
      at: v.nullable(v.number()),
    }),
  );

/** Whether this browser has what it takes; plain http has no WebCrypto. */
export const canSync = (): boolean =>
  typeof crypto !== 'undefined' &&
  crypto.subtle !== undefined &&
  typeof CompressionStream !== 'undefined' &&
  typeof indexedDB !== 'undefined' &&
  'locks' in navigator;

let isStarted = false;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Runs that failed since one has not. */
let failures = 0;
let triedAt = 0;
/** When the record last changed here. */
let changedAt = 0;
let running: Promise<void> | null = null;
let local = new LocalEvents();

/** Goes on with what an earlier visit began, and follows the page and the other tabs; called once a page, more calls do nothing. */
export function startSync(): void {
  if (isStarted || !canSync()) return;
  isStarted = true;
  takeStored();
  stored().follow(takeStored);
  useStudy.subscribe(({ state }, before) => {
    if (state === before.state || before.state === null) return;
    changedAt = Date.now();
    runIn(AFTER_ANSWER);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      // What was just answered is not left to the next visit.
      if (timer !== undefined && failures === 0) void syncNow();
    } else if (Math.abs(Date.now() - triedAt) > NEWS_AFTER) void syncNow();
  });
  addEventListener('online', () => void syncNow());
}

function takeStored(): void {
  const found = stored().read();
  const key = found === null ? null : keyOfText(found.key);
  const before = useSync.getState().key;
  if ((key && keyText(key)) === (before && keyText(before))) {
    if (found?.at) useSync.setState({ at: found.at });
    // Another tab has sent what this one was about to send.
    if (found?.at && failures === 0 && found.at - changedAt > IN_LOG) clearTimer();
    return;
  }
  useSync.setState({ ...OFF, key, at: found?.at ?? null });
  if (key) void syncNow();
}

/** A failure has its own time, which answers do not hurry. */
function runIn(millis: number): void {
  if (failures > 0) return;
  setTimer(millis);
}

function setTimer(millis: number): void {
  clearTimer();
  timer = setTimeout(() => void syncNow(), millis);
}

function clearTimer(): void {
  clearTimeout(timer);
  timer = undefined;
}

/** Runs, after the run that is under way. Never rejects: `useSync` says how it went. */
export async function syncNow(): Promise<void> {
  clearTimer();
  while (running) await running;
  const { key } = useSync.getState();
  if (key === null) return;
  running = navigator.locks
    .request(lockName(), { ifAvailable: true }, (lock) => (lock ? run(key) : runIn(OTHER_TAB)))
    .catch(() => undefined)
    .finally(() => {
      running = null;
    });
  await running;
}

const lockName = () => `study-sync/${courseId()}`;

async function run(key: Uint8Array): Promise<void> {
  triedAt = Date.now();
  useSync.setState({ isRunning: true });
  let place: SyncPlace | null = null;
  try {
    place = await placeOf(key);
    const { devices, skipped, isUnfinished } = await syncOnce(place, local);
    failures = 0;
    // What came later may be missing.
    const at = triedAt;
    if (!isKey(key)) return;
    stored().write({ key: keyText(key), at });
    useSync.setState({ at, failure: null, unsent: 0, devices, skipped });
    if (isUnfinished) runIn(AFTER_ANSWER);
  } catch (cause) {
    if (!isKey(key)) return;
    const { problem, waitMillis } =
      cause instanceof RemoteError ? cause : { problem: 'broken' as const, waitMillis: 0 };
    const wait = WAITS[Math.min(failures, WAITS.length - 1)] ?? MINUTE;
    // A class that was cut off together does not come back together.
    const again = Math.max(waitMillis, wait * (0.8 + 0.4 * Math.random()));
    failures += 1;
    setTimer(again);
    const unsent = place
      ? unsentEvents(await place.files.read().catch(() => new Map()), local.byId).length
      : 0;
    useSync.setState({ failure: { problem, againAt: Date.now() + again }, unsent });
  } finally {
    const clockAhead = place?.remote.clockAhead() ?? null;
    useSync.setState({ isRunning: false, ...(clockAhead !== null && { clockAhead }) });
  }
}

/** Whether it is still the key of this device, and no other has come meanwhile. */
function isKey(key: Uint8Array): boolean {
  const now = useSync.getState().key;
  return now !== null && keyText(now) === keyText(key);
}

async function placeOf(key: Uint8Array): Promise<SyncPlace> {
  const record = await openStudy();
  const keys = await deriveKeys(key, record.course);
  const files = await folderMemory(record.course, keys.folder);
  return { record, keys, files, device: files.device, kind: deviceKind(), remote: remoteOf(keys.folder) };
}

const remoteOf = (folder: string) =>
  openRemote(folder, {
    url: new URL(import.meta.env.SYNC_URL.replace(/\/?$/, '/'), location.href).href,
    isDav: import.meta.env.SYNC_SERVER === 'webdav',
    now: Date.now,
  });

/** All that a device tells the others of itself. */
const deviceKind = (): DeviceKind =>
  matchMedia('(pointer: coarse) and (hover: none)').matches ? 'phone' : 'computer';

/** Begins with a new key. */
export function beginSync(): void {
  startSync();
  takeKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

function takeKey(key: Uint8Array): void {
  failures = 0;
  stored().write({ key: keyText(key), at: null });
  useSync.setState({ ...OFF, key });
  void syncNow();
}

export interface Joining {
  key: Uint8Array;
  /** The others' files, opened: they are not fetched again. */
  got: readonly GotFile[];
  /** Answers of this device, of the others, and of both together. */
  answers: { own: number; theirs: number; together: number };
}

/** What joining would bring; changes nothing. Rejects with a RemoteError, or where the browser lacks something. */
export async function previewJoin(key: Uint8Array): Promise<Joining> {
  const record = await openStudy();
  const keys = await deriveKeys(key, record.course);
  const remote = remoteOf(keys.folder);
  const { files } = ownKind(await remote.list());
  const got: GotFile[] = await getFiles({ remote, keys, record }, files, new Map());
  const { events, newer } = await record.contents();
  const own = new Map<string, AnyEvent>();
  for (const list of [events, newer]) for (const event of list) putDistinct(own, event);
  const theirs = new Map<string, AnyEvent>();
  for (const file of got) for (const event of file.events) putDistinct(theirs, event);
  const count = (all: Iterable<AnyEvent>) => [...all].filter(({ type }) => type === 'answer').length;
  const together = new Map([...own, ...theirs]);
  return {
    key,
    got,
    answers: { own: count(own.values()), theirs: count(theirs.values()), together: count(together.values()) },
  };
}

/** Merges both records; neither takes the place of the other. */
export async function joinSync({ key, got }: Joining): Promise<void> {
  startSync();
  try {
    const { record, files } = await placeOf(key);
    await record.merge(got.flatMap(({ events }) => events));
    await files.write(got.map(({ file }) => file));
  } finally {
    // What was not kept is got again.
    takeKey(key);
  }
}

/**
 * `stop`: this device only, and its files stay. `empty`: its files on the server, too. `new-key`: whoever has the old link, other devices too, is
 * left with what there was until now.
 */
export type Leaving = 'stop' | 'new-key' | 'empty';

/** Rejects where the files could not be emptied; then nothing has changed. */
export async function leaveSync(leaving: Leaving): Promise<void> {
  const { key } = useSync.getState();
  if (key === null) return;
  while (running) await running;
  if (leaving === 'empty') {
    const place = await placeOf(key);
    await navigator.locks.request(lockName(), () => emptyOwnFiles(place));
    await forgetFolders(place.record.course);
  }
  if (leaving === 'new-key') {
    await forgetFolders(courseId());
    return takeKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  }
  clearTimer();
  stored().write(null);
  local = new LocalEvents();
  useSync.setState(OFF);
}
