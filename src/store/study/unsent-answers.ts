/**
 * Answers begun but not sent, stored for each question, so that leaving, reloading or an edit of the notes loses nothing. Where they
 * cannot be stored they live as long as the page.
 */

import * as v from 'valibot';
import type { ItemId } from '../../core/model/event.ts';
import type { Response } from '../../core/model/question.ts';
import { parseResponse } from '../../core/quiz/grade.ts';
import { courseId } from '../site.ts';
import { COUNT, storedKeys, storedValue } from '../stored-value.ts';

export interface UnsentAnswer {
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

const storageKey = (item: ItemId): string => `${PREFIX}${courseId()}/${item}`;

/** Null when there is none that can be read. */
export function readUnsentAnswer(item: ItemId): UnsentAnswer | null {
  const key = storageKey(item);
  const stored = storedValue(key, SCHEMA).read();
  return stored ? { response: stored.response, hints: stored.hints } : (inMemory.get(key) ?? null);
}

/** Null forgets it. */
export function writeUnsentAnswer(item: ItemId, answer: UnsentAnswer | null): void {
  const key = storageKey(item);
  if (answer) inMemory.set(key, answer);
  else inMemory.delete(key);
  if (answer) makeRoom(key);
  storedValue(key, SCHEMA).write(answer && { ...answer, at: Date.now() });
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
