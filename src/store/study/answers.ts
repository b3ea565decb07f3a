/**
 * Answers. Those that were given are recorded, also while the network is away: the code of the record is loaded again until it comes.
 * Those begun but not sent are stored for each question, so that leaving, reloading or an edit of the notes loses nothing; where they
 * cannot be stored they live as long as the page.
 */

import * as v from 'valibot';
import type { EventId, ItemId } from '../../core/model/event.ts';
import type { Response } from '../../core/model/question.ts';
import { parseResponse } from '../../core/quiz/grade.ts';
import { courseId } from '../site.ts';
import { COUNT, storedKeys, storedValue } from '../stored-value.ts';
import { nextTry } from '../timing.ts';
import type { NewAnswer, StudyRecord } from './record.ts';
import { openStudy } from './study.ts';

const PATIENCE_MILLIS = 5_000;

/**
 * Records an answer, and works out what is recorded, once the screen has shown what it was worth: the click itself
 * stays light. Resolves to the answer's id; when the code of the record fails to load, it is loaded again until it comes.
 * `onWritten` is called later than that: a page that is left before has only shown it.
 */
export async function recordAnswer(give: () => NewAnswer, onWritten = () => {}): Promise<EventId> {
  await painted();
  const { id, stored } = (await openRecord()).answer(give());
  void stored.then(onWritten);
  return id;
}

/** Of a typed answer the learner says that it was right after all. */
export async function overruleAnswer(item: ItemId, answer: EventId): Promise<void> {
  await (await openRecord()).overrule(item, answer, 'correct');
}

/** 다시 볼 문제, on and off. */
export async function starItem(item: ItemId, isStarred: boolean): Promise<void> {
  await (await openRecord()).star(item, isStarred);
}

async function openRecord(): Promise<StudyRecord> {
  for (;;) {
    try {
      return await openStudy();
    } catch {
      await nextTry(PATIENCE_MILLIS);
    }
  }
}

/** A hidden page paints nothing, and must not wait for it; nor one that is put away meanwhile. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    requestAnimationFrame(() => setTimeout(done));
  });
}

interface UnsentAnswer {
  response: Response | null;
  /** Hints shown so far. */
  hints: number;
}

const PREFIX = 'study.draft/';
const MOST_STORED = 200;

/** `at` in milliseconds since 1970; zero where it is not told. */
const SCHEMA = v.object({
  response: v.fallback(v.pipe(v.unknown(), v.transform(parseResponse)), null),
  hints: v.fallback(COUNT, 0),
  at: v.fallback(v.number(), 0),
});

const inMemory = new Map<string, UnsentAnswer>();
/** Keys of those that were sent from this page and are being written: whoever leaves before finds them again, who stays does not. */
const sent = new Set<string>();

const storageKey = (item: ItemId): string => `${PREFIX}${courseId()}/${item}`;

/** Null when there is none that can be read. */
export function readUnsentAnswer(item: ItemId): UnsentAnswer | null {
  const key = storageKey(item);
  if (sent.has(key)) return null;
  const stored = storedValue(key, SCHEMA).read();
  return stored ? { response: stored.response, hints: stored.hints } : (inMemory.get(key) ?? null);
}

/** Null forgets it. */
export function writeUnsentAnswer(item: ItemId, answer: UnsentAnswer | null): void {
  const key = storageKey(item);
  sent.delete(key);
  if (answer) inMemory.set(key, answer);
  else inMemory.delete(key);
  if (answer) makeRoom(key);
  storedValue(key, SCHEMA).write(answer && { ...answer, at: Date.now() });
}

/** Returns how to forget it once it is written, unless another was begun meanwhile. */
export function sendUnsentAnswer(item: ItemId): () => void {
  const key = storageKey(item);
  sent.add(key);
  return () => {
    if (sent.has(key)) writeUnsentAnswer(item, null);
  };
}

/** Drops the oldest when there are many; those that cannot be read go first. */
function makeRoom(key: string): void {
  const keys = storedKeys(PREFIX);
  if (keys.length < MOST_STORED || keys.includes(key)) return;
  const byAge = keys
    .map((each) => storedValue(each, SCHEMA))
    .map((value) => ({ value, at: value.read()?.at ?? 0 }))
    .sort((a, b) => a.at - b.at);
  for (const { value } of byAge.slice(0, keys.length - MOST_STORED + 1)) value.write(null);
}
