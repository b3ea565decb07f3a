/**
 * What a day asks: how many of each kind are due, how many new ones it begins before an exam, and the exercises themselves: the
 * most forgotten first, with easily confused things beside each other, then the new ones.
 */

import { dayNumber } from '../memory/day-number.ts';
import { type ForecastDay, forecast, isDue, leftOnDay, memoryOn } from '../memory/due-day.ts';
import { itemState, type RecordState } from '../memory/record-state.ts';
import { recallOn } from '../memory/schedule.ts';
import type { Day } from '../model/event.ts';
import type { StudyIndex } from '../model/study.ts';
import { type Exercise, exercisesOf, leastSeen } from './exercises.ts';
import { standingOf } from './standing.ts';

/** Numbers by kind, as only questions are questions. */
export type Counts = Record<Exercise['kind'], number>;

export const KINDS = ['question', 'card', 'cell'] as const;

export const sumOf = (counts: Counts): number => KINDS.reduce((sum, kind) => sum + counts[kind], 0);

const countsOf = (count: (kind: Exercise['kind']) => number): Counts => ({
  question: count('question'),
  card: count('card'),
  cell: count('cell'),
});

export const countKinds = (exercises: readonly Exercise[]): Counts =>
  countsOf((each) => exercises.filter(({ kind }) => kind === each).length);

export interface DayPlan {
  /** Everything due today, whatever the daily limit. */
  due: Counts;
  /** Unseen things to begin today; none without an exam ahead. */
  fresh: Counts;
  /** How many exercises the daily limit leaves for today; Infinity without one. */
  left: number;
  /** The next day with something due; null when none is near. */
  next: { day: Day; due: Counts } | null;
}

/** So many are put in one go. */
export const REVIEW_SIZE = 20;

const DAYS_AHEAD = 90;

export function dayPlan(state: RecordState, index: StudyIndex, today: Day): DayPlan {
  const days = forecasts(state, taken(state, index), today, DAYS_AHEAD);
  const of = (at: number, name: 'due' | 'fresh') => countsOf((kind) => days[kind][at]?.[name] ?? 0);
  const later = Array.from({ length: DAYS_AHEAD - 1 }, (_, at) => at + 1);
  const at = later.find((each) => sumOf(of(each, 'due')) > 0);
  const day = days.question[at ?? -1]?.day;
  return {
    due: of(0, 'due'),
    fresh: of(0, 'fresh'),
    left: leftOnDay(state, dayNumber(today)),
    next: at !== undefined && day ? { day, due: of(at, 'due') } : null,
  };
}

/**
 * The exercises of a day in the order in which they are put, as many as the daily limit leaves. New ones come last: of each kind
 * the share of the unanswered ones that falls on this day before an exam, in order of reading.
 */
export function dueExercises(state: RecordState, index: StudyIndex, today: Day): Exercise[] {
  const now = dayNumber(today);
  const exercises = taken(state, index);
  const due = exercises
    .filter(({ item }) => isDue(state, item, now))
    .map((exercise) => ({ exercise, recall: recallOf(state, exercise, now) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ exercise }) => exercise);
  const days = forecasts(state, exercises, today, 1);
  const begun = countsOf(() => 0);
  const fresh = exercises.filter(({ kind, item }) => {
    if (standingOf(state, item, now) !== 'new' || begun[kind] >= (days[kind][0]?.fresh ?? 0)) return false;
    begun[kind] += 1;
    return true;
  });
  return [...interleave(due), ...fresh].slice(0, leftOnDay(state, now));
}

/** What the learner has taken on: questions, cards where switched on, and cells once answered. */
const taken = (state: RecordState, index: StudyIndex): Exercise[] =>
  exercisesOf(index.topics, state.settings.cardTopics, leastSeen(state)).filter(
    ({ kind, item }) => kind !== 'cell' || itemState(state, item)?.memory,
  );

/** Each kind by itself, so that the days of the questions do not depend on whether cards are switched on. */
const forecasts = (
  state: RecordState,
  exercises: readonly Exercise[],
  today: Day,
  days: number,
): Record<Exercise['kind'], ForecastDay[]> => {
  const of = (each: Exercise['kind']) => {
    const items = exercises.filter(({ kind }) => kind === each).map(({ item }) => item);
    return forecast(state, items, today, days);
  };
  return { question: of('question'), card: of('card'), cell: of('cell') };
};

const recallOf = (state: RecordState, { item }: Exercise, now: number): number => {
  const memory = memoryOn(state, item, now) ?? itemState(state, item)?.memory;
  return memory ? recallOn(memory, now) : 0;
};

const USUAL_MILLIS = 30_000;
const MOST_ANSWERS = 50;

/** How many exercises fit into a time. */
export const countWithin = (state: RecordState, millis: number): number =>
  Math.max(1, Math.floor(millis / millisPerExercise(state)));

/** The median of the learner's latest answers; 30 s while there are few. */
export function millisPerExercise(state: RecordState): number {
  // Only of the items answered last: a history is worked out when it is first asked for.
  const latest = [...state.items.values()]
    .filter(({ memory }) => memory !== null)
    .sort((a, b) => (b.memory?.lastDay ?? 0) - (a.memory?.lastDay ?? 0))
    .slice(0, MOST_ANSWERS)
    .flatMap(({ history }) => history.slice(-2).map(({ event }) => event))
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_ANSWERS)
    .map(({ elapsedMillis }) => Math.min(120_000, Math.max(5_000, elapsedMillis)))
    .sort((a, b) => a - b);
  return latest.length < 5 ? USUAL_MILLIS : (latest[latest.length >> 1] ?? USUAL_MILLIS);
}

/** How far the order of forgetting may be left for something easily confused with what was just asked. */
const WINDOW = 8;

/**
 * Takes the exercises in their order and keeps it as far as it can. Two of one section follow each other only where no order
 * could avoid it. Why: Rohrer & Taylor 2007, The shuffling of mathematics problems improves learning.
 */
export function interleave(exercises: readonly Exercise[]): Exercise[] {
  const rest = [...exercises];
  const counts = new Map<string, number>();
  for (const exercise of rest) counts.set(sectionOf(exercise), (counts.get(sectionOf(exercise)) ?? 0) + 1);
  const order: Exercise[] = [];
  while (rest.length > 0) {
    const next = choose(rest, counts, order.at(-1));
    rest.splice(rest.indexOf(next), 1);
    counts.set(sectionOf(next), (counts.get(sectionOf(next)) ?? 0) - 1);
    order.push(next);
  }
  return order;
}

function choose(
  rest: readonly Exercise[],
  counts: ReadonlyMap<string, number>,
  last: Exercise | undefined,
): Exercise {
  const first = rest[0] as Exercise;
  const others = last ? rest.filter((exercise) => sectionOf(exercise) !== sectionOf(last)) : rest;
  // A section with half of the rest has to come every other time, or it would stand beside itself in the end.
  const [largest, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (count * 2 > rest.length)
    return others.find((exercise) => sectionOf(exercise) === largest) ?? others[0] ?? first;
  const near = last && rest.slice(0, WINDOW).find((exercise) => isConfusable(last, exercise));
  return near ?? others[0] ?? first;
}

const sectionOf = ({ path, anchor }: Exercise): string => `${path}#${anchor ?? ''}`;

const isConfusable = (a: Exercise, b: Exercise): boolean =>
  a.path !== b.path && a.comparedWith.includes(b.path);
