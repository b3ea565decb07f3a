/** The open record. Every change is an event: shown at once, stored, and read by the other tabs. */

import * as v from 'valibot';
import type { StoreApi } from 'zustand';
import { EMPTY, eventsAfter, nextAt, type RecordState } from '../../core/memory/record-state.ts';
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
import { breathing } from '../breathing.ts';
import { type EventLog, type LogContents, openLog, type Written } from '../log/event-log.ts';
import type { LogState } from '../log/log-state.ts';
import { storedValue } from '../stored-value.ts';
import { newFolding } from './folding.ts';
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
  /** Everything in the log, for exporting. */
  contents: () => Promise<LogContents>;
  /** Set union with events of a file. */
  merge: EventLog['merge'];
  /** Tries again to store what waits, after trouble that `Study.log` told of. */
  retry: () => Promise<void>;
  /** The course that the record is of, as files name it. */
  course: string;
}

/** Without a network the record is shown without the course's extent, until there is one. */
function bringIndex(study: StudyStore): void {
  loadStudyIndex().then(
    (index) => study.setState({ index, isIndexMissing: false }),
    () => {
      study.setState({ isIndexMissing: true });
      addEventListener('online', () => bringIndex(study), { once: true });
    },
  );
}

/**
 * Opens the log, folds all of it into the state that `study` shows and keeps both in step. Never rejects: trouble with
 * storing is told by `study`, too.
 */
export async function openRecord(course: string, study: StudyStore): Promise<StudyRecord> {
  study.setState({ today: dayAt(new Date()) });
  bringIndex(study);
  import.meta.hot?.on('course:update', () => {
    forgetStudyIndex();
    bringIndex(study);
  });
  const folding = newFolding({
    now: () => study.getState().state ?? EMPTY,
    show: (state) => study.setState({ state }),
    pause: breathing(),
  });
  const log = await openLog(course);
  const stored = await log.readAll();
  let { upTo } = stored;
  folding.take(stored.events);
  await folding.settled();
  study.setState({ log: stored.state });

  /** Events shown already because they were made here. */
  const own = new Set<string>();
  let reading: Promise<void> = Promise.resolve();
  const readOn = async () => {
    const news = await log.readSince(upTo);
    upTo = news.upTo;
    const fresh = news.events.filter(({ id }) => !own.has(id));
    study.setState({ log: news.state });
    if (fresh.length > 0) folding.take(fresh);
  };
  log.subscribe(() => {
    reading = reading.then(readOn);
  });
  followDay((today) => study.setState({ today }));

  const device = deviceId();
  /** Of the last event made here: what follows it comes after it, within one millisecond or with the clock set back. */
  let lastAt = 0;
  const add = (rest: Unstamped<StudyEvent>) => {
    const now = new Date();
    const state = study.getState().state ?? EMPTY;
    lastAt = Math.max(nextAt(state, now.getTime()), lastAt + 1);
    const stamp: Stamp = {
      schema: schemaOf(rest),
      id: newEventId(),
      course: course as CourseId,
      device,
      at: lastAt,
      day: dayAt(now),
    };
    const event = { ...stamp, ...rest } as StudyEvent;
    own.add(event.id);
    folding.take([event]);
    return { id: event.id, stored: log.append([event]) };
  };
  return {
    course,
    answer: (answer) => add({ type: 'answer', ...answer }),
    overrule: (item, answer, verdict) => add({ type: 'overrule', item, answer, verdict }).stored,
    star: (item, isStarred) => add({ type: isStarred ? 'star' : 'unstar', item }).stored,
    choose: (setting) => add({ type: 'setting', ...setting }).stored,
    erase: (scope) => {
      const before = Date.now();
      const ahead = eventsAfter(study.getState().state ?? EMPTY, scope, before);
      return add({ type: 'erase', scope, before, ...(ahead.length > 0 && { ahead }) }).id;
    },
    restore: (erase) => add({ type: 'restore', erase }).stored,
    contents: () => log.readAll(),
    merge: (events) => log.merge(events),
    retry: async () => {
      await log.open();
      await log.merge([]);
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

const device = storedValue('study.device', v.pipe(v.string(), v.minLength(1)), { isText: true });

/** The profile's id, made once; without storage one for this visit. */
export function deviceId(): DeviceId {
  const stored = device.read();
  if (stored !== null) return stored as DeviceId;
  const fresh = randomId();
  device.write(fresh);
  return fresh as DeviceId;
}
