/** The day an item comes back: as the schedule says, but before an exam in its last days, spread evenly. */

import type { AnswerEvent, Day, ItemId, RecallVerdict } from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import { extend, foldItem, type Rules, scheduleOf } from './item.ts';
import { itemState, type RecordState, scheduledItem } from './record-state.ts';
import type { Memory } from './schedule.ts';

/** Within so many days before an exam everything is reviewed once, and what was is not pulled forward again. */
export const LAST_DAYS = 10;

/**
 * The day an item comes back, as a number; null while new. Before an exam never later than the day before it, except for
 * what was already reviewed in the last days; once the exam day has come it no longer counts. What was answered only by a
 * clock that was ahead comes back today, as nobody knows when that was.
 */
export function dueDayNumber(state: RecordState, id: ItemId, today: number): number | null {
  if (!itemState(state, id)?.memory) return null;
  const memory = memoryOn(state, id, today);
  if (!memory) return today;
  const eve = examEve(state, today);
  return (eve !== null && planOf(state, today, eve).pulled.get(scheduledItem(state, id))) || memory.dueDay;
}

/** The day before an exam on which an item was to come back when today began; null for what was new then, or ahead of the clock. */
export function dueAtDayStart(state: RecordState, id: ItemId, today: number): number | null {
  const eve = examEve(state, today);
  return (eve !== null && planOf(state, today, eve).atDayStart.get(scheduledItem(state, id))) || null;
}

/** The day on which a card or cell would come back, were it graded so today: as the record will have it then. */
export function dueAfter(
  state: RecordState,
  item: ItemId,
  verdict: RecallVerdict,
  today: Day,
): number | null {
  const { retention } = state.settings;
  const rules: Rules = { retention, erasedUntil: Number.NEGATIVE_INFINITY, erasedAhead: [] };
  const graded = {
    type: 'answer',
    kind: 'card',
    item,
    verdict,
    confidence: 'sure',
    hints: 0,
    at: 0,
    day: today,
  };
  const known = itemState(state, item) ?? foldItem(item, [], rules);
  const after = extend(known, [graded as AnswerEvent], rules);
  return dueDayNumber({ ...state, items: new Map(state.items).set(item, after) }, item, dayNumber(today));
}

type Scheduled = readonly [id: ItemId, memory: Memory];

interface Plan {
  today: number;
  /** The items that would come back only after the exam, each with its day among the last ones. */
  pulled: ReadonlyMap<ItemId, number>;
  /** The day of each item as it was planned when the day began. */
  atDayStart: ReadonlyMap<ItemId, number>;
}

const plans = new WeakMap<RecordState, Plan>();

/**
 * The plan before an exam. That of today is made of what was known when the day began: answering changes nothing about what else is
 * to be done today.
 */
function planOf(state: RecordState, today: number, eve: number): Plan {
  const known = plans.get(state);
  if (known?.today === today) return known;
  const atDayStart: Scheduled[] = [];
  const now: Scheduled[] = [];
  for (const [id, { history, memory: latest }] of state.items) {
    const memory = latest && memoryOn(state, id, today);
    if (!memory) continue;
    now.push([id, memory]);
    const before = history.filter(({ day }) => day < today);
    const memoryBefore =
      memory.lastDay < today ? memory : scheduleOf(before, state.settings.retention).memory;
    if (memoryBefore) atDayStart.push([id, memoryBefore]);
  }
  const early = spread(atDayStart, today, today, eve);
  const isLeft = ([id, { lastDay }]: Scheduled) => early.get(id) === today && lastDay < today;
  const pulled = spread(
    now.filter((each) => !isLeft(each)),
    today,
    today + 1,
    eve,
  );
  for (const each of now) if (isLeft(each)) pulled.set(each[0], today);
  for (const [id, { dueDay }] of atDayStart) if (!early.has(id)) early.set(id, dueDay);
  const plan = { today, pulled, atDayStart: early };
  plans.set(state, plan);
  return plan;
}

/** Puts what is due after the eve on the days up to it that have least to do, from `first` on; the soonest due comes first. */
function spread(items: readonly Scheduled[], today: number, first: number, eve: number): Map<ItemId, number> {
  const begin = eve - LAST_DAYS + 1;
  const loads = new Map<number, number>();
  for (let day = Math.max(first, begin); day <= eve; day += 1) loads.set(day, 0);
  const add = (day: number) => {
    const load = loads.get(day);
    if (load !== undefined) loads.set(day, load + 1);
  };
  const pulled: Scheduled[] = [];
  for (const item of items) {
    const { dueDay, lastDay } = item[1];
    if (dueDay <= eve) add(Math.max(dueDay, today));
    else if (lastDay < begin) pulled.push(item);
  }
  pulled.sort(([a, { dueDay }], [b, other]) => dueDay - other.dueDay || (a < b ? -1 : 1));
  const share = levelled(loads, pulled.length);
  const result = new Map<ItemId, number>();
  for (const [day, count] of share) for (const [id] of pulled.splice(0, count)) result.set(id, day);
  return result;
}

/** How many of `extra` each day takes so that the fullest days take none and the rest become even: of 4 on loads of 5, 1, 0 they take 0, 1, 3. */
function levelled(loads: ReadonlyMap<number, number>, extra: number): Map<number, number> {
  const share = new Map([...loads.keys()].map((day) => [day, 0]));
  const loadOf = (day: number) => (loads.get(day) ?? 0) + (share.get(day) ?? 0);
  for (let left = extra; left > 0 && share.size > 0; left -= 1) {
    const least = [...share.keys()].reduce((a, b) => (loadOf(b) <= loadOf(a) ? b : a));
    share.set(least, (share.get(least) ?? 0) + 1);
  }
  return share;
}

/** Whether an item comes back today, or should have come before. */
export const isDue = (state: RecordState, id: ItemId, today: number): boolean =>
  (dueDayNumber(state, id, today) ?? Number.POSITIVE_INFINITY) <= today;

/** Whether a day is still to come: more than the day that another time zone is ahead. */
export const isAhead = (day: number, today: number): boolean => day > today + 1;

/** What is known of an item by the answers whose day has come; null where there are none. */
export function memoryOn(state: RecordState, id: ItemId, today: number): Memory | null {
  const item = itemState(state, id);
  if (!item?.memory || !isAhead(item.memory.lastDay, today)) return item?.memory ?? null;
  const past = item.history.filter(({ day }) => !isAhead(day, today));
  return scheduleOf(past, state.settings.retention).memory;
}

/** The last day to study before the exam; null without an exam ahead. */
export function examEve(state: RecordState, today: number): number | null {
  if (state.settings.examDay === null) return null;
  const exam = dayNumber(state.settings.examDay);
  return exam > today ? exam - 1 : null;
}
