/**
 * Sittings under way, stored for the tab, and the mock exam under way, so that a reload, or a phone that put the tab away, loses
 * nothing. What is stored may be broken, and is read accordingly; where storage is blocked or full a sitting lives as long as the page.
 */

import * as v from 'valibot';
import type { Day } from '../../core/model/event.ts';
import type { Response } from '../../core/model/question.ts';
import { parseResponse } from '../../core/quiz/grade.ts';
import type { Outcome } from '../../core/study/sitting.ts';
import { courseId } from '../site.ts';
import { COUNT, storedValue } from '../stored-value.ts';

export interface StoredSitting {
  /** Milliseconds since 1970. */
  startedAt: number;
  /** The learner's day when it began; on another day something else is due. */
  day: Day;
  /** Index of the turn on the screen. */
  at: number;
  isRepeating: boolean;
  turns: { item: string; round: number; outcome: Outcome | null }[];
}

const MOST_TURNS = 2_000;
const NO_TURN = { item: '', round: 0, outcome: null };

/** A turn that cannot be read names no item, and is left out where the sitting goes on. */
const TURN = v.object({
  item: v.fallback(v.string(), ''),
  round: v.fallback(COUNT, 0),
  outcome: v.fallback(v.nullable(v.picklist(['right', 'partial', 'wrong'])), null),
});
const SITTING = v.object({
  startedAt: COUNT,
  day: v.custom<Day>((day) => typeof day === 'string'),
  at: COUNT,
  isRepeating: v.fallback(v.boolean(), true),
  turns: v.pipe(v.array(v.fallback(TURN, NO_TURN)), v.maxLength(MOST_TURNS)),
});

const sittingOf = (name: string) =>
  storedValue<StoredSitting>(`study.sitting/${courseId()}/${name}`, SITTING, { area: 'session' });

/** Null when there is none of today that can be read. */
export function readSitting(name: string, today: Day): StoredSitting | null {
  const sitting = sittingOf(name).read();
  return sitting?.day === today ? sitting : null;
}

/** Where it cannot be stored, the page holds it. */
export const writeSitting = (name: string, sitting: StoredSitting | null): boolean =>
  sittingOf(name).write(sitting);

export interface Exam {
  /** Items of the questions in the order of the sheet. */
  items: string[];
  /** Decides the order of options. */
  seed: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Null without a timer. */
  minutes: number | null;
  /** By item; what is not there is unanswered. */
  responses: Record<string, Response>;
  /** Time on each question in milliseconds, by item. */
  elapsed: Record<string, number>;
  /** Handed in, and its answers recorded. */
  isOver: boolean;
}

const MOST_ITEMS = 1_000;
const MOST_MINUTES = 1_440;

const isQuestion = (item: unknown): item is string =>
  typeof item === 'string' && item.startsWith('question:');

const byItem = v.fallback(v.record(v.string(), v.unknown()), {});

/** What concerns no question of the sheet is left out, and without questions there is no exam. */
const EXAM = v.pipe(
  v.object({
    items: v.pipe(
      v.array(v.unknown()),
      v.transform((items) => [...new Set(items.filter(isQuestion))].slice(0, MOST_ITEMS)),
      v.minLength(1),
    ),
    seed: v.fallback(v.string(), ''),
    // A clock that was ahead would make its time last for years.
    startedAt: v.pipe(
      v.number(),
      v.finite(),
      v.transform((at) => Math.min(at, Date.now())),
    ),
    minutes: v.fallback(v.nullable(v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST_MINUTES))), null),
    responses: byItem,
    elapsed: byItem,
    isOver: v.fallback(v.boolean(), false),
  }),
  v.transform(({ responses, elapsed, ...rest }): Exam => {
    const exam: Exam = { ...rest, responses: {}, elapsed: {} };
    for (const item of rest.items) {
      const response = parseResponse(responses[item]);
      if (response) exam.responses[item] = response;
      const millis = elapsed[item];
      if (typeof millis === 'number' && millis >= 0) exam.elapsed[item] = millis;
    }
    return exam;
  }),
);

const exam = () => storedValue(`study.exam/${courseId()}`, EXAM);

export const readExam = (): Exam | null => exam().read();

/** False when it could not be kept: the exam goes on, but not through a reload. */
export const writeExam = (next: Exam | null): boolean => exam().write(next);

/** Calls back when another tab went on with the exam. Returns how to stop. */
export const followExam = (onExam: (exam: Exam | null) => void): (() => void) => exam().follow(onExam);
