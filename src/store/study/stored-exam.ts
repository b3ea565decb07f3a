/** A mock exam under way, stored so that a reload loses nothing. What is stored may be broken, and is read accordingly. */

import * as v from 'valibot';
import type { Response } from '../../core/model/question.ts';
import { parseResponse } from '../../core/quiz/grade.ts';
import { courseId } from '../site.ts';
import { storedValue } from '../stored-value.ts';

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
const SCHEMA = v.pipe(
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

const exam = () => storedValue(`study.exam/${courseId()}`, SCHEMA);

export const readExam = (): Exam | null => exam().read();

/** False when it could not be kept: the exam goes on, but not through a reload. */
export const writeExam = (next: Exam | null): boolean => exam().write(next);

/** Calls back when another tab went on with the exam. Returns how to stop. */
export const followExam = (onExam: (exam: Exam | null) => void): (() => void) => exam().follow(onExam);
