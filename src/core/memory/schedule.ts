/**
 * When an item comes back: FSRS-6 as ts-fsrs computes it, in the learner's calendar days.
 * Source: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, default parameters.
 */

import { type Card, type CardInput, createEmptyCard, type FSRS, fsrs, Rating, State } from 'ts-fsrs';
import type { Confidence, Verdict } from '../model/event.ts';
import { DAY_MILLIS } from './day.ts';

export const RETENTION = { least: 0.8, usual: 0.9, most: 0.95 } as const;

export type MemoryGrade = 'again' | 'hard' | 'good';

/** What FSRS knows of one item. Days are numbers as `dayNumber` gives them. */
export interface Memory {
  /** Days until recall falls to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** Day of the last review that moved the schedule. */
  lastDay: number;
  dueDay: number;
  reviews: number;
  /** Reviews after the first that were graded `again`. */
  lapses: number;
}

/** Right = good, right but unsure or with a hint = hard, anything less = again; recall by its own three grades. */
export function gradeOf(verdict: Verdict, confidence: Confidence, hints: number): MemoryGrade {
  if (verdict === 'known') return 'good';
  if (verdict === 'vague') return 'hard';
  if (verdict !== 'correct') return 'again';
  return confidence === 'sure' && hints === 0 ? 'good' : 'hard';
}

/** The item after a review on a day not before `memory.lastDay`; `memory` is null for the first. */
export function review(memory: Memory | null, grade: MemoryGrade, day: number, retention: number): Memory {
  const { card } = schedulerFor(retention).next(toCard(memory, day), toMillis(day), RATINGS[grade]);
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    lastDay: day,
    dueDay: day + card.scheduled_days,
    reviews: card.reps,
    lapses: card.lapses,
  };
}

/** Probability of recall on a day, 0 to 1; days before the last review count as that day. */
export function recallOn(memory: Memory, day: number): number {
  return schedulerFor(RETENTION.usual).forgetting_curve(Math.max(0, day - memory.lastDay), memory.stability);
}

/** A retention within the limits; anything that is no number becomes the usual one. */
export const clampRetention = (value: number): number =>
  Number.isFinite(value) ? Math.min(RETENTION.most, Math.max(RETENTION.least, value)) : RETENTION.usual;

const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;

const schedulers = new Map<number, FSRS>();

function schedulerFor(retention: number): FSRS {
  const known = schedulers.get(retention);
  if (known) return known;
  const made = fsrs({ request_retention: retention, enable_short_term: false, enable_fuzz: false });
  schedulers.set(retention, made);
  return made;
}

// ts-fsrs counts days in UTC: noon of the learner's day, read as UTC, makes its days the learner's in every time zone.
const toMillis = (day: number): number => day * DAY_MILLIS + DAY_MILLIS / 2;

function toCard(memory: Memory | null, day: number): Card | CardInput {
  if (!memory) return createEmptyCard(toMillis(day));
  return {
    due: toMillis(memory.dueDay),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.dueDay - memory.lastDay,
    learning_steps: 0,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: State.Review,
    last_review: toMillis(memory.lastDay),
  };
}
