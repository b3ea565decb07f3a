/** What a day asks: what is due, the most forgotten first, easily confused things beside each other; and what is new. */

import { dayNumber } from '../memory/day.ts';
import { dueDayNumber } from '../memory/due-day.ts';
import { forecast } from '../memory/forecast.ts';
import { recallOn } from '../memory/schedule.ts';
import type { State } from '../memory/state.ts';
import type { Day } from '../model/event.ts';
import type { StudyIndex } from '../model/study.ts';
import { type Ask, asksOf } from './asks.ts';
import { leftOnDay } from './daily-limit.ts';
import { interleave } from './interleave.ts';

/**
 * The asks of a day in the order in which they are put, as many as its limit leaves. New ones come last: the exam's share of what was never answered, in order of reading.
 */
export function dueAsks(state: State, index: StudyIndex, today: Day): Ask[] {
  const now = dayNumber(today);
  const { cardTopics } = state.settings;
  const asks = asksOf(index.topics, cardTopics);
  const due = asks
    .filter(({ item }) => (dueDayNumber(state, item, now) ?? Number.POSITIVE_INFINITY) <= now)
    .map((ask) => ({ ask, recall: recallOf(state, ask, now) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ ask }) => ask);
  const taken = asks.filter(({ kind, item }) => kind !== 'cell' || state.items.get(item)?.memory);
  const [first] = forecast(
    state,
    taken.map(({ item }) => item),
    today,
    1,
  );
  const fresh = taken.filter(({ item }) => !state.items.get(item)?.memory).slice(0, first?.fresh ?? 0);
  return [...interleave(due), ...fresh].slice(0, leftOnDay(state, now));
}

const recallOf = (state: State, { item }: Ask, now: number): number => {
  const memory = state.items.get(item)?.memory;
  return memory ? recallOn(memory, now) : 0;
};

const USUAL_MILLIS = 30_000;
const MOST_ANSWERS = 50;

/** How many asks fit into a time. */
export const countWithin = (state: State, millis: number): number =>
  Math.max(1, Math.floor(millis / millisAnAsk(state)));

/** The median of the learner's latest answers; 30 s while there are few. */
export function millisAnAsk(state: State): number {
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
