/** The exercises of a day: what is due, the most forgotten first, with easily confused things beside each other; then new ones. */

import { dayNumber } from '../memory/day-number.ts';
import { dueDayNumber, memoryOn } from '../memory/due-day.ts';
import { forecast } from '../memory/forecast.ts';
import type { RecordState } from '../memory/record-state.ts';
import { recallOn } from '../memory/schedule.ts';
import type { Day } from '../model/event.ts';
import type { StudyIndex } from '../model/study.ts';
import { leftOnDay } from './daily-limit.ts';
import { type Exercise, exercisesOf } from './exercises.ts';

/** So many are put in one go. */
export const REVIEW_SIZE = 20;

/**
 * The exercises of a day in the order in which they are put, as many as the daily limit leaves. New ones come last: the
 * share of the unanswered ones that falls on this day before an exam, in order of reading.
 */
export function dueExercises(state: RecordState, index: StudyIndex, today: Day): Exercise[] {
  const now = dayNumber(today);
  const { cardTopics } = state.settings;
  const exercises = exercisesOf(index.topics, cardTopics);
  const due = exercises
    .filter(({ item }) => (dueDayNumber(state, item, now) ?? Number.POSITIVE_INFINITY) <= now)
    .map((exercise) => ({ exercise, recall: recallOf(state, exercise, now) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ exercise }) => exercise);
  const candidates = exercises.filter(({ kind, item }) => kind !== 'cell' || state.items.get(item)?.memory);
  const [first] = forecast(
    state,
    candidates.map(({ item }) => item),
    today,
    1,
  );
  const fresh = candidates.filter(({ item }) => !state.items.get(item)?.memory).slice(0, first?.fresh ?? 0);
  return [...interleave(due), ...fresh].slice(0, leftOnDay(state, now));
}

const recallOf = (state: RecordState, { item }: Exercise, now: number): number => {
  const memory = memoryOn(state, item, now) ?? state.items.get(item)?.memory;
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
