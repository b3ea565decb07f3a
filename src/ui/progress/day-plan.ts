/**
 * The plan of a day: how many items are due and how many new ones to begin before an exam, how long that takes, and what comes
 * next.
 */

import { dayNumber } from '../../core/memory/day-number.ts';
import { forecast } from '../../core/memory/forecast.ts';
import type { RecordState } from '../../core/memory/record-state.ts';
import { summarise } from '../../core/memory/summary.ts';
import type { ItemId } from '../../core/model/event.ts';
import { leftOnDay } from '../../core/study/daily-limit.ts';
import { millisPerExercise } from '../../core/study/due-exercises.ts';
import { itemsOf, topicsIn } from '../../core/study/items.ts';
import type { Study } from '../../store/study/record.ts';
import { formatDay } from '../days.ts';

const MINUTE_MILLIS = 60_000;
const DAYS_AHEAD = 90;

/** The plan as the review follows it, within the learner's daily limit. */
export interface Plan {
  due: number;
  /** Unseen items to begin today; 0 without an exam ahead. */
  fresh: number;
  /** Due today, but postponed by the daily limit. */
  postponed: number;
  /** The next day with something due; null when none is near. */
  next: { when: string; due: number } | null;
}

/** As a sentence. */
export const nextReview = ({ when, due }: NonNullable<Plan['next']>): string =>
  `다음 복습은 ${when}, ${due}개입니다.`;

/** At the learner's own pace. */
export const minutesFor = (state: RecordState, items: number): number =>
  Math.max(1, Math.round((items * millisPerExercise(state)) / MINUTE_MILLIS));

/** All items the learner studies, in order of reading; empty until the record and the index have been loaded. */
export function allItems({ state, index }: Pick<Study, 'state' | 'index'>): ItemId[] {
  if (!state || !index) return [];
  const isKnown = (item: ItemId) => state.items.has(item);
  return itemsOf(topicsIn(index, { by: 'all' }), state.settings.cardTopics, isKnown);
}

export interface DueTopic {
  path: string;
  title: string;
  due: number;
  recall: number;
}

/** Topics with something due, the weakest first. */
export function dueTopics({ state, index, today }: Study): DueTopic[] {
  if (!state || !index) return [];
  const isKnown = (item: ItemId) => state.items.has(item);
  return index.topics
    .map((topic) => {
      const items = itemsOf([topic], state.settings.cardTopics, isKnown);
      return { path: topic.path, title: topic.title, ...summarise(state, items, today) };
    })
    .flatMap(({ path, title, due, recall }) =>
      due > 0 && recall !== null ? [{ path, title, due, recall }] : [],
    )
    .sort((a, b) => a.recall - b.recall);
}

export function planOf(study: Pick<Study, 'state' | 'index' | 'today'>): Plan | null {
  const { state, index, today } = study;
  if (!state || !index) return null;
  const [now, ...later] = forecast(state, allItems(study), today, DAYS_AHEAD);
  const left = leftOnDay(state, dayNumber(today));
  const due = Math.min(now?.due ?? 0, left);
  const fresh = Math.min(now?.fresh ?? 0, left - due);
  const nextDay = later.find((day) => day.due > 0);
  return {
    due,
    fresh,
    postponed: (now?.due ?? 0) - due,
    next: nextDay ? { when: formatDay(nextDay.day, today), due: nextDay.due } : null,
  };
}
