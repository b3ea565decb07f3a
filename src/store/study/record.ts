/** The open record: every change is an event, shown at once, stored durably, and read by the other tabs. */

import { EMPTY, eventsAfter, nextAt } from '../../core/memory/state.ts';
import {
  type AnswerEvent,
  type CourseId,
  type EraseScope,
  type EventId,
  type ItemId,
  type Setting,
  type StudyEvent,
  schemaOf,
} from '../../core/model/event.ts';
import { breathing } from '../breathing.ts';
import { type EventLog, type LogContents, openLog, type Written } from '../log/event-log.ts';
import { keepSnapshot, project } from '../log/projection.ts';
import { deviceId, newEventId } from './device.ts';
import { newFolding } from './folding.ts';
import { useStudy } from './study.ts';
import { dayAt, followDay } from './study-day.ts';
import { forgetStudyIndex, loadStudyIndex } from './study-index.ts';

type Stamp = Pick<StudyEvent, 'schema' | 'id' | 'course' | 'device' | 'at' | 'day'>;
type Unstamped<T> = T extends StudyEvent ? Omit<T, keyof Stamp> : never;
type Untyped<T> = T extends AnswerEvent ? Omit<T, keyof Stamp | 'type'> : never;

/** What only the caller knows of an answer; the rest is filled in here. */
export type Given = Untyped<AnswerEvent>;

export interface StudyRecord {
  /** Records an answer; resolves when it is stored, or kept in memory where it cannot be. */
  answer: (given: Given) => { id: EventId; stored: Promise<Written> };
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
  /** Tries again to store what waits, after trouble that `useStudy().log` told of. */
  retry: () => Promise<void>;
  /** The course that the record is of, as files name it. */
  course: string;
}

/** Without a network the record is shown without the course's extent, until there is one. */
function bringIndex(): void {
  loadStudyIndex().then(
    (index) => useStudy.setState({ index, isIndexMissing: false }),
    () => {
      useStudy.setState({ isIndexMissing: true });
      addEventListener('online', bringIndex, { once: true });
    },
  );
}

/** Opens the log, folds it into `useStudy` and keeps both in step. Never rejects: trouble is in `useStudy().log`. */
export async function openRecord(course: string): Promise<StudyRecord> {
  useStudy.setState({ today: dayAt(new Date()) });
  bringIndex();
  import.meta.hot?.on('course:update', () => {
    forgetStudyIndex();
    bringIndex();
  });
  const log = await openLog(course);
  const projection = await project(log);
  let { upTo } = projection;
  useStudy.setState({ state: projection.state, log: projection.log });
  void keepSnapshot(log, projection);

  const folding = newFolding({
    now: () => useStudy.getState().state ?? EMPTY,
    show: (state) => useStudy.setState({ state }),
    pause: breathing(),
  });
  /** Events shown already because they were made here. */
  const own = new Set<string>();
  let reading: Promise<void> = Promise.resolve();
  const readOn = async () => {
    const news = await log.readSince(upTo);
    upTo = news.upTo;
    const fresh = news.events.filter(({ id }) => !own.has(id));
    useStudy.setState({ log: news.state });
    if (fresh.length > 0) folding.take(fresh);
  };
  log.subscribe(() => {
    reading = reading.then(readOn);
  });
  followDay((today) => useStudy.setState({ today }));

  const device = deviceId();
  /** Of the last event made here: what follows it comes after it, within one millisecond or with the clock set back. */
  let lastAt = 0;
  const add = (rest: Unstamped<StudyEvent>) => {
    const now = new Date();
    const state = useStudy.getState().state ?? EMPTY;
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
    answer: (given) => add({ type: 'answer', ...given }),
    overrule: (item, answer, verdict) => add({ type: 'overrule', item, answer, verdict }).stored,
    star: (item, isStarred) => add({ type: isStarred ? 'star' : 'unstar', item }).stored,
    choose: (setting) => add({ type: 'setting', ...setting }).stored,
    erase: (scope) => {
      const before = Date.now();
      const ahead = eventsAfter(useStudy.getState().state ?? EMPTY, scope, before);
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
