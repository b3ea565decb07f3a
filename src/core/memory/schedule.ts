/**
 * When an item comes back: FSRS-6 as ts-fsrs computes it, in study days.
 * Source: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, default parameters.
 */

import { FSRSAlgorithm, Rating as FsrsRating, generatorParameters } from 'ts-fsrs';
import type { Confidence, Verdict } from '../model/event.ts';

export const RETENTION = { least: 0.8, usual: 0.9, most: 0.95 } as const;

export type Rating = 'again' | 'hard' | 'good';

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

/**
 * Right = good, right but unsure or with a hint = hard, anything less = again; recall by its own three grades.
 * Confidence is null where it was not asked.
 */
export function ratingOf(verdict: Verdict, confidence: Confidence | null, hints: number): Rating {
  if (verdict === 'known') return 'good';
  if (verdict === 'vague') return 'hard';
  if (verdict !== 'correct') return 'again';
  return confidence !== 'unsure' && hints === 0 ? 'good' : 'hard';
}

/** Days in ten years. */
const LONGEST_GAP = 3_653;

/** What is still known of an item on a day: after a longer gap, as from 1970 to today, a clock was wrong and an answer is a first one. */
export const rememberedOn = (memory: Memory | null, day: number): Memory | null =>
  memory && day - memory.lastDay <= LONGEST_GAP ? memory : null;

/**
 * The item after a review on a day not before `before.lastDay`; `before` is null for the first. What ts-fsrs's own
 * scheduler without short-term steps gives, for one rating and without making cards and dates of everything.
 * `recall` is what `recallOn` gives for that day, where it is known already.
 */
export function review(
  before: Memory | null,
  rating: Rating,
  day: number,
  retention: number,
  recall: number | null = before && recallOn(before, day),
): Memory {
  const memory = rememberedOn(before, day);
  const algorithm = algorithmFor(retention);
  const elapsed = memory ? day - memory.lastDay : 0;
  const after = (given: FsrsRating) => algorithm.next_state(memory, elapsed, given, recall ?? undefined);
  const daysOf = ({ stability }: { stability: number }): number =>
    algorithm.next_interval(stability, elapsed);
  const next = after(RATINGS[rating]);
  const hard = rating === 'hard' ? next : after(FsrsRating.Hard);
  const again = rating === 'again' ? next : after(FsrsRating.Again);
  // A better rating never comes back sooner than a worse one.
  const daysAgain = Math.min(daysOf(again), daysOf(hard));
  const daysHard = Math.max(daysOf(hard), daysAgain + 1);
  const days = { again: daysAgain, hard: daysHard, good: Math.max(daysOf(next), daysHard + 1) }[rating];
  return {
    stability: next.stability,
    difficulty: next.difficulty,
    lastDay: day,
    dueDay: day + days,
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory && rating === 'again' ? 1 : 0),
  };
}

/** Probability of recall on a day, 0 to 1; days before the last review count as that day. */
export function recallOn(memory: Memory, day: number): number {
  return recallAfter(Math.max(0, day - memory.lastDay), memory.stability);
}

/** The forgetting curve: probability of recall some days (fractions count) after a review that left this stability. */
export const recallAfter = (days: number, stability: number): number =>
  algorithmFor(RETENTION.usual).forgetting_curve(days, stability);

/** A retention within the limits; anything that is no number becomes the usual one. */
export const clampRetention = (value: number): number =>
  Number.isFinite(value) ? Math.min(RETENTION.most, Math.max(RETENTION.least, value)) : RETENTION.usual;

const RATINGS = { again: FsrsRating.Again, hard: FsrsRating.Hard, good: FsrsRating.Good } as const;

const algorithms = new Map<number, FSRSAlgorithm>();

function algorithmFor(retention: number): FSRSAlgorithm {
  const cached = algorithms.get(retention);
  if (cached) return cached;
  const settings = { request_retention: retention, enable_short_term: false, enable_fuzz: false };
  const algorithm = new FSRSAlgorithm(generatorParameters(settings));
  algorithms.set(retention, algorithm);
  return algorithm;
}
