/**
 * When items come back: the day of each, which is the one of its schedule, but before an exam one of its last days, spread evenly; how many
 * come back on each of the next days, and how many new ones to begin until the exam; and what the learner's daily limit leaves.
 */

import type { AnswerEvent, Day, ItemId, RecallVerdict } from '../model/event.ts';
import { dayNumber, dayOf } from './day-number.ts';
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
function dueAtDayStart(state: RecordState, id: ItemId, today: number): number | null {
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
function examEve(state: RecordState, today: number): number | null {
  if (state.settings.examDay === null) return null;
  const exam = dayNumber(state.settings.examDay);
  return exam > today ? exam - 1 : null;
}

export interface ForecastDay {
  day: Day;
  /** Items due; the first day holds what is overdue too. Each item counts once, on its next day. */
  due: number;
  /** Unseen items to begin; 0 without an exam ahead. */
  fresh: number;
}

/**
 * The next `days` days from today on. Before an exam the unseen items are spread over the days up to its eve, on which nothing new
 * begins: what was begun today, and how full today was when it began, count towards today's share, so that answering does not change it.
 */
export function forecast(state: RecordState, ids: Iterable<ItemId>, today: Day, days: number): ForecastDay[] {
  const start = dayNumber(today);
  const items = [...ids];
  const eve = examEve(state, start);
  // What is begun on the eve has no time to be repeated. With more days than items each item has a day of its own among the first ones.
  const left = Math.min((eve ?? start) - start, items.length);
  const dues = new Array<number>(Math.max(days, left)).fill(0);
  const duesAtDayStart = new Array<number>(left).fill(0);
  let [unseen, begun] = [0, 0];
  for (const id of items) {
    const due = dueDayNumber(state, id, start);
    if (due === null) unseen += 1;
    else countOn(dues, due - start);
    const memory = memoryOn(state, id, start);
    if (memory?.reviews === 1 && memory.lastDay === start) begun += 1;
    else if (due !== null) countOn(duesAtDayStart, (dueAtDayStart(state, id, start) ?? start) - start);
  }
  const [share = 0] = spreadNew(unseen + begun, duesAtDayStart);
  const now = Math.min(unseen, Math.max(0, share - begun));
  const fresh = [now, ...spreadNew(unseen - now, dues.slice(1, left))];
  return Array.from({ length: days }, (_, offset) => ({
    day: dayOf(start + offset),
    due: dues[offset] ?? 0,
    fresh: fresh[offset] ?? 0,
  }));
}

/** What should have come before comes on the first day. */
function countOn(days: number[], offset: number): void {
  const at = Math.max(0, offset);
  if (at < days.length) days[at] = (days[at] ?? 0) + 1;
}

/**
 * How many unseen items each of some days begins: as evenly as may be, the earlier days first, but none where reviews already make
 * the mean of all or more. Of 12 before days of 20, 4 and 0 reviews they begin 0, 6 and 6: all are begun in time, since the room
 * below the mean is never less than what is to begin.
 */
function spreadNew(unseen: number, dues: readonly number[]): number[] {
  const mean = Math.ceil((sum(dues) + unseen) / Math.max(1, dues.length));
  const rooms = dues.map((due) => Math.max(0, mean - due));
  const upTo = (most: number) => rooms.map((room) => Math.min(room, most));
  let each = 0;
  while (each < mean && sum(upTo(each + 1)) <= unseen) each += 1;
  const counts = upTo(each);
  let rest = unseen - sum(counts);
  return counts.map((count, at) => {
    if (rest === 0 || (rooms[at] ?? 0) <= each) return count;
    rest -= 1;
    return count + 1;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** How many items may still be put on a day (a number as `dayNumber` gives it); Infinity without a limit. */
export function leftOnDay(state: RecordState, day: number): number {
  const { dailyLimit } = state.settings;
  return dailyLimit === null ? Number.POSITIVE_INFINITY : Math.max(0, dailyLimit - answeredOn(state, day));
}

/** How many items' schedules have moved on the day. */
export const answeredOn = (state: RecordState, day: number): number =>
  [...state.items.keys()].filter((item) => memoryOn(state, item, day)?.lastDay === day).length;
