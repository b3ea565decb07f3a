/** What the latest answer did to the schedule of an item, and the forgetting curve drawn of that: plain numbers, no pixels. */

import type { ItemId } from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import { dueDayNumber, memoryOn } from './due-day.ts';
import { itemState, type RecordState } from './record-state.ts';
import { type Memory, type Rating, recallAfter, review } from './schedule.ts';

/** The time from one review to the next as it was planned, in days, and the stability that decides how recall falls in it. */
export interface Interval {
  days: number;
  stability: number;
}

/** The latest review of an item: the first answer of its day. */
export interface ScheduleStep {
  rating: Rating;
  /** Whether the item's latest answer is that review, and not one more of the same day, which moves nothing. */
  isLatest: boolean;
  /** The interval before the review; null for the first one. */
  before: Interval | null;
  after: Interval;
  /** The interval that a sure answer without a hint would have given; null where it is `after`, or the answer was a miss. */
  sure: Interval | null;
  /** The interval without the exam, where the exam cuts it. */
  uncut: Interval | null;
  /** Days from the review to the exam; null without one ahead. */
  exam: number | null;
  /** The day it comes back, as a number. */
  due: number;
  /** The recall at which an item comes back, 0 to 1. */
  goal: number;
}

/** Null while the item is new, or known only by days still to come. */
export function latestStep(state: RecordState, item: ItemId, today: number): ScheduleStep | null {
  const memory = memoryOn(state, item, today);
  const due = dueDayNumber(state, item, today);
  const history = itemState(state, item)?.history ?? [];
  const at = history.findLastIndex(({ isScheduled, day }) => isScheduled && day === memory?.lastDay);
  const answer = history[at];
  if (!memory || due === null || !answer) return null;
  const { retention: goal, examDay } = state.settings;
  const before = history
    .slice(0, at)
    .filter(({ isScheduled }) => isScheduled)
    .reduce<Memory | null>((now, { rating, day }) => review(now, rating, day, goal), null);
  const planned = intervalOf(memory);
  const after = { ...planned, days: due - memory.lastDay };
  const exam = examDay === null ? null : dayNumber(examDay) - memory.lastDay;
  return {
    rating: answer.rating,
    isLatest: at === history.length - 1,
    before: before && intervalOf(before),
    after,
    sure: answer.rating === 'hard' ? intervalOf(review(before, 'good', memory.lastDay, goal)) : null,
    uncut: after.days < planned.days ? planned : null,
    exam: exam !== null && dayNumber(examDay ?? '') > today ? exam : null,
    due,
    goal,
  };
}

export const intervalOf = ({ stability, dueDay, lastDay }: Memory): Interval => ({
  days: dueDay - lastDay,
  stability,
});

/** The intervals ahead while every answer is right and on its day, the present one first. */
export function intervalsAhead(memory: Memory, goal: number, count: number): Interval[] {
  const intervals: Interval[] = [];
  for (let now = memory; intervals.length < count; now = review(now, 'good', now.dueDay, goal))
    intervals.push(intervalOf(now));
  return intervals;
}

/** A point of the drawing: days from its left edge, and recall, 0 to 1. */
export type CurvePoint = readonly [days: number, recall: number];

export interface Curve {
  /** The line of the interval before, as far as it is shown. */
  past: CurvePoint[] | null;
  /** A line for each interval from today on; each begins at the recall of 1. */
  ahead: CurvePoint[][];
  /** Dashed: how recall goes on falling without the review, or the other interval that is compared. */
  tail: CurvePoint[];
  /** Whether the review was a miss. */
  isMiss: boolean;
  /** Days from the left edge to the exam; null where it cuts nothing. */
  exam: number | null;
  goal: number;
  /** Days from the left to the right edge, and the recall at the lower one. */
  days: number;
  floor: number;
}

/** A miss cuts the interval before it to its last part, so that the short one after it can be seen. */
const MOST_MISSED_DAYS = 1.5;
/** Room for the dashed tail, as a part of the intervals. */
const TAIL = 0.13;
/** The drawing spans at least this, so that one day looks short. */
const LEAST_DAYS = 3;
/** How far the lower edge lies below the goal, as a part of what lies above it. */
const BELOW_GOAL = 0.45;
const STEPS = 24;

/** The curve of one step: the interval before (for a miss only its end), the one after, and a dashed line to compare with. */
export function curveOf({ rating, isLatest, before, after, sure, uncut, exam, goal }: ScheduleStep): Curve {
  const shown = isLatest ? before : null;
  const isMiss = rating === 'again';
  const past = shown ? Math.min(shown.days, isMiss ? MOST_MISSED_DAYS : shown.days) : 0;
  const other = uncut ?? (isLatest ? sure : null);
  const days = Math.max(past + Math.max(after.days, other?.days ?? 0), LEAST_DAYS) * (1 + TAIL);
  return {
    past: shown && arc(shown, past - shown.days, shown.days - past, shown.days),
    ahead: [arc(after, past, 0, after.days)],
    tail: other
      ? arc(other, past, uncut ? after.days : 0, other.days)
      : arc(after, past, after.days, Math.min(days - past, after.days * 2)),
    isMiss: isMiss && shown !== null,
    exam: uncut && exam !== null ? past + exam : null,
    goal,
    days,
    floor: floorOf(goal, shown ? [shown, after] : [after]),
  };
}

/** The curve of the intervals ahead, one after the other; the tail is that of the first. */
export function curveAhead(intervals: readonly Interval[], goal: number): Curve {
  const starts = intervals.map((_, at) => intervals.slice(0, at).reduce((sum, { days }) => sum + days, 0));
  const [first = { days: 1, stability: 1 }] = intervals;
  return {
    past: null,
    ahead: intervals.map((each, at) => arc(each, starts[at] ?? 0, 0, each.days)),
    tail: arc(first, 0, first.days, first.days * 2),
    isMiss: false,
    exam: null,
    goal,
    days: intervals.reduce((sum, each) => sum + each.days, 0) * (1 + TAIL / 2),
    floor: floorOf(goal, intervals),
  };
}

/** A line of an interval that began at `start`, from one of its days to another. */
const arc = ({ stability }: Interval, start: number, from: number, to: number): CurvePoint[] =>
  Array.from({ length: STEPS + 1 }, (_, step) => {
    const day = from + ((to - from) * step) / STEPS;
    return [start + day, recallAfter(day, stability)] as const;
  });

/** Below the goal, and below the recall at the end of every interval: after a miss that is lower than the goal. */
const floorOf = (goal: number, intervals: readonly Interval[]): number =>
  intervals
    .map(({ days, stability }) => recallAfter(days, stability))
    .reduce((least, recall) => Math.min(least, recall), goal) -
  (1 - goal) * BELOW_GOAL;
