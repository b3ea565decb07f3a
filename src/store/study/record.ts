/** The open record. Every change is an event: shown at once, stored, and read by the other tabs. */

import * as v from 'valibot';
import type { StoreApi } from 'zustand';
import { isSameEvent, momentAfter, putDistinct } from '../../core/memory/merge-events.ts';
import {
  EMPTY,
  eventsAfter,
  nextAt,
  type RecordState,
  withoutPools,
  withPools,
} from '../../core/memory/record-state.ts';
import {
  type AnswerEvent,
  type CourseId,
  type Day,
  type DeviceId,
  type EraseScope,
  type EventId,
  type ItemId,
  type Setting,
  type StudyEvent,
  schemaOf,
} from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { poolsOf } from '../../core/study/exercises.ts';
import { type EventLog, type LogContents, openLog, type Written } from '../log/event-log.ts';
import { type LogState, notCounted } from '../log/log-state.ts';
import { storedValue } from '../stored-value.ts';
import { breathing, nextTry } from '../timing.ts';
import { newFolding } from './fold-events.ts';
import { dayAt, followDay } from './study-day.ts';
import { forgetStudyIndex, loadStudyIndex } from './study-index.ts';

type Stamp = Pick<StudyEvent, 'schema' | 'id' | 'course' | 'device' | 'at' | 'day'>;
type Unstamped<T> = T extends StudyEvent ? Omit<T, keyof Stamp> : never;
type Untyped<T> = T extends AnswerEvent ? Omit<T, keyof Stamp | 'type'> : never;

/** What only the caller knows of an answer; the rest is filled in here. */
export type NewAnswer = Untyped<AnswerEvent>;

/** What is shown of a record. */
export interface Study {
  /** Null until the record has been read. */
  state: RecordState | null;
  /** Null while there is no network and none was fetched before. */
  index: StudyIndex | null;
  /** Whether fetching it failed; it is fetched again when the network is back. */
  isIndexMissing: boolean;
  /** How storing is doing; null until opened. */
  log: LogState | null;
  /** The learner's study day; goes on at 4 in the morning while the page is open. */
  today: Day;
}

/** The store that shows it. */
type StudyStore = Pick<StoreApi<Study>, 'getState' | 'setState'>;

export interface StudyRecord {
  /** Records an answer; resolves when it is stored, or kept in memory where it cannot be. */
  answer: (answer: NewAnswer) => { id: EventId; stored: Promise<Written> };
  /** Corrects the grading of an answer of the learner's own. */
  overrule: (item: ItemId, answer: EventId, verdict: 'correct' | 'incorrect') => Promise<Written>;
  star: (item: ItemId, isStarred: boolean) => Promise<Written>;
  choose: (setting: Setting) => Promise<Written>;
  /** Returns the id by which it can be undone. */
  erase: (scope: EraseScope) => EventId;
  restore: (erase: EventId) => Promise<Written>;
  /** Everything in the log, for exporting; or what came after an earlier `upTo`. */
  contents: (after?: number) => Promise<LogContents>;
  /** Set union with events of a file. */
  merge: EventLog['merge'];
  /** Tries again what has failed, after trouble that `Study.log` told of. */
  retry: () => Promise<void>;
  /** The course that the record is of, as files name it. */
  course: string;
}

/** Longer than a slow network takes for the index; it is shown whenever it comes. */
const INDEX_PATIENCE_MILLIS = 8_000;

/** Counts the calls of `bringIndex`: the latest goes on trying in the place of those before. */
let calls = 0;

/** Without a network the record is shown without the course's extent, until there is one. */
async function bringIndex(study: StudyStore): Promise<void> {
  const miss = () => study.setState({ isIndexMissing: study.getState().index === null });
  calls += 1;
  const call = calls;
  while (call === calls) {
    const timer = setTimeout(miss, INDEX_PATIENCE_MILLIS);
    const index = await loadStudyIndex().catch(() => null);
    clearTimeout(timer);
    if (index) {
      const { state } = study.getState();
      return study.setState({ index, isIndexMissing: false, state: state && pooled(state, index) });
    }
    miss();
    await nextTry(INDEX_PATIENCE_MILLIS);
  }
}

/** The pools of the notes are put into what the log says. */
const pooled = (state: RecordState, index: StudyIndex | null, before?: RecordState | null): RecordState =>
  index ? withPools(state, poolsOf(index), before ?? EMPTY) : state;

/**
 * Opens the log, folds all of it into the state that `study` shows and keeps both in step. Never rejects, and always comes
 * to a state: trouble with storing, reading and folding is told by `study.log`.
 */
export async function openRecord(course: string, study: StudyStore): Promise<StudyRecord> {
  study.setState({ today: dayAt(new Date()) });
  void bringIndex(study);
  import.meta.hot?.on('course:update', () => {
    forgetStudyIndex();
    void bringIndex(study);
  });
  const log = await openLog(course);
  const shown = showLog(log, study);
  await shown.settled();
  followDay((today) => study.setState({ today }));

  const device = deviceId();
  /** When events were made here, by what they are about, erases under null: while many events are folded, the state lags behind. */
  const made = new Map<string | null, number>();
  const add = (rest: Unstamped<StudyEvent>) => {
    const now = new Date();
    const about = {
      item: 'item' in rest ? rest.item : undefined,
      name: 'name' in rest ? rest.name : undefined,
    };
    const key = about.item ?? about.name ?? null;
    const latest = Math.max(made.get(key) ?? -1, made.get(null) ?? -1);
    const at = Math.max(nextAt(study.getState().state ?? EMPTY, now.getTime(), about), latest + 1);
    made.set(key, at);
    const stamp: Stamp = {
      schema: schemaOf(rest),
      id: newEventId(),
      course: course as CourseId,
      device,
      at,
      day: dayAt(now),
    };
    const event = { ...stamp, ...rest } as StudyEvent;
    const stored = log.append([event]);
    shown.take(event);
    return { id: event.id, stored };
  };
  return {
    course,
    answer: (answer) => add({ type: 'answer', ...answer }),
    overrule: (item, answer, verdict) => add({ type: 'overrule', item, answer, verdict }).stored,
    star: (item, isStarred) => add({ type: isStarred ? 'star' : 'unstar', item }).stored,
    choose: (setting) => add({ type: 'setting', ...setting }).stored,
    erase: (scope) => {
      const before = momentAfter(-1, Date.now());
      const ahead = eventsAfter(study.getState().state ?? EMPTY, scope, before);
      return add({ type: 'erase', scope, before, ...(ahead.length > 0 && { ahead }) }).id;
    },
    restore: (erase) => add({ type: 'restore', erase }).stored,
    contents: (after = 0) => log.readSince(after),
    merge: (events) => log.merge(events),
    retry: async () => {
      if (!study.getState().index) void bringIndex(study);
      await log.retry();
      await shown.retry();
    },
  };
}

/** Folds a log into the state that `study` shows, and goes on with what is added to it by any tab. */
function showLog(log: EventLog, study: StudyStore) {
  /** Number of the last record read. */
  let upTo = 0;
  /** What has been given to the fold, by id. */
  const known = new Map<string, StudyEvent>();
  /** How many events the fold could not take. */
  let leftOut = 0;
  const set = (change: Partial<ReturnType<StudyStore['getState']>>) => {
    try {
      study.setState(change);
    } catch (cause) {
      // Of something that follows the record: it must not keep the record from going on.
      console.error(cause);
    }
  };
  const folding = newFolding({
    now: () => withoutPools(study.getState().state ?? EMPTY),
    show: (state) => {
      const { index, state: before } = study.getState();
      set({ state: pooled(state, index, before) });
    },
    pause: breathing(),
    onLeftOut: (events) => {
      leftOut = events;
    },
  });
  const tell = () => set({ log: log.state.status === 'ok' && leftOut > 0 ? notCounted(leftOut) : log.state });
  const readAll = async () => {
    leftOut = 0;
    const all = await log.readAll();
    upTo = all.upTo;
    known.clear();
    for (const event of all.events) putDistinct(known, event);
    folding.takeAll(all.events);
    await folding.settled();
    tell();
  };
  const readOn = async () => {
    const isFirst = upTo === 0;
    const news = await log.readSince(upTo);
    upTo = news.upTo;
    const isKnown = (event: StudyEvent) => {
      const other = known.get(event.id);
      return other !== undefined && isSameEvent(event, other);
    };
    const fresh = news.events.filter((event) => !isKnown(event));
    // One id with another content takes the place of what was folded.
    if ([...fresh, ...news.newer].some(({ id }) => known.has(id))) return readAll();
    for (const event of fresh) putDistinct(known, event);
    if (fresh.length > 0 || study.getState().state === null) folding.take(fresh);
    // The state comes before words on it; later news need not wait for what is being folded.
    if (isFirst || leftOut > 0) await folding.settled();
    tell();
  };
  let reading = readOn();
  const next = (read: () => Promise<void>) => {
    reading = reading.then(read, read);
  };
  log.subscribe(() => next(readOn));
  return {
    /** An event made here, which is shown at once. */
    take: (event: StudyEvent) => {
      known.set(event.id, event);
      folding.take([event]);
    },
    /** Resolves when what the log held is shown. */
    settled: () => reading,
    /** Folds all of the log anew if something was left out. */
    retry: async () => {
      if (leftOut > 0) next(readAll);
      await reading;
    },
  };
}

/** A random UUID; `crypto.randomUUID` itself is missing on plain http. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

const newEventId = (): EventId => randomId() as EventId;

const device = storedValue('study.device', v.pipe(v.string(), v.minLength(1), v.maxLength(100)), {
  isText: true,
});

/** The profile's id, made once; without storage one for this visit. */
export function deviceId(): DeviceId {
  const stored = device.read();
  if (stored !== null) return stored as DeviceId;
  const fresh = randomId();
  device.write(fresh);
  return fresh as DeviceId;
}
