/**
 * The state of one item, a fold of its own events; so an event that arrives late makes one item be folded again and no more. And the one
 * state of a pool, of questions that ask for the same and share one schedule.
 */

import { longestRise } from '../lists.ts';
import type { AnswerEvent, ContentHash, EventId, ItemEvent, ItemId, Verdict } from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import { compareEvents, mergeEvents, momentOf } from './merge-events.ts';
import { type Memory, type Rating, ratingOf, recallOn, rememberedOn, review } from './schedule.ts';

/** One answer as it counts: the verdict after overruling. */
export interface AnswerRecord {
  event: AnswerEvent;
  verdict: Verdict;
  /** 0 to 1, after overruling. */
  score: number;
  rating: Rating;
  day: number;
  /** Whether it moved the schedule: only the first of a day does. */
  isScheduled: boolean;
  /** Recall predicted before it, 0 to 1; null for the first answer, and for answers that did not move the schedule. */
  predicted: number | null;
}

export interface ItemState {
  item: ItemId;
  /** Every event in order, erased ones too: undoing an erase needs them. */
  events: readonly ItemEvent[];
  /** Answers that count, in order. */
  history: readonly AnswerRecord[];
  /** Null while new: no answer counts. */
  memory: Memory | null;
  isStarred: boolean;
  /** The last answer was not right. */
  isWrong: boolean;
  /** And it was given as sure (확실했는데 틀림); of a question, as recall is graded afterwards. */
  isSurelyWrong: boolean;
  /** Whether the days of its answers go back by more than travelling west takes: a clock was wrong. */
  hasLeapBack: boolean;
}

/** What decides how an item's events count. */
export interface Rules {
  retention: number;
  /** Events with `at` up to this do not count; -Infinity for none erased. */
  erasedUntil: number;
  /** Events that do not count though they are later: the sets of all erases that name some. */
  erasedAhead: readonly ReadonlySet<EventId>[];
}

/** Folds events that are in order, each id once. */
export function foldItem(item: ItemId, events: readonly ItemEvent[], rules: Rules): ItemState {
  return extend({ ...blank(item), events: [] }, events, rules);
}

/** Adds events that come after all of the item's; they must hold no overrule of an answer already folded. */
export function extend(state: ItemState, events: readonly ItemEvent[], rules: Rules): ItemState {
  const history = [...state.history];
  const next = { ...state, events: [...state.events, ...events], history };
  const { erasedUntil, erasedAhead } = rules;
  const isCounting = (event: ItemEvent) =>
    momentOf(event) > erasedUntil && !erasedAhead.some((ids) => ids.has(event.id));
  // Those from before count too: by a clock set back an overrule can lie before its answer.
  const overrules = new Map<EventId, Verdict>();
  for (const event of next.events)
    if (event.type === 'overrule' && isCounting(event)) overrules.set(event.answer, event.verdict);
  for (const event of events.filter(isCounting)) {
    if (event.type === 'answer') step(next, history, judge(event, overrules.get(event.id)), rules.retention);
    else if (event.type !== 'overrule') next.isStarred = event.type === 'star';
  }
  return settled(next, rules.retention);
}

/** Of a clock that was wrong, the schedule is that of the days which rise. */
function settled(state: ItemState, retention: number): ItemState {
  if (!state.hasLeapBack) return state;
  const { memory, answers } = scheduleOf(state.history, retention);
  return { ...state, memory, history: answers };
}

/** The one state of several items, a pool: all their answers in order, each as it counts for its own item. */
function joinItems(item: ItemId, parts: readonly ItemState[], retention: number): ItemState {
  const events = parts.reduce<readonly ItemEvent[]>((all, part) => mergeEvents(all, part.events), []);
  const history: AnswerRecord[] = [];
  const joined = { ...blank(item), events, history, isStarred: parts.some(({ isStarred }) => isStarred) };
  const answers = parts.flatMap((part) => part.history);
  for (const { event, verdict, score, rating, day } of answers.sort((a, b) =>
    compareEvents(a.event, b.event),
  ))
    step(joined, history, { event, verdict, score, rating, day }, retention);
  return settled(joined, retention);
}

/**
 * The schedule of answers in order. Where a clock was wrong their days leap back; then only a longest rising subsequence of the days
 * counts, here in brackets, and the other answers move no schedule:
 *
 *     [2026-11-01]  2035-01-01  [2026-12-01]                  the second by a clock ahead
 *     [2026-11-01]  [2026-11-05]  1970-01-01  [2026-11-09]    the third by a clock behind
 *     2035-01-01  [2026-12-01]    of equally many the later ones, since a clock that is ahead is put right
 */
export function scheduleOf(
  history: readonly AnswerRecord[],
  retention: number,
): { memory: Memory | null; answers: AnswerRecord[] } {
  const believed = longestRise(withoutSteps(history.map(({ day }) => day)));
  let memory: Memory | null = null;
  const answers = history.map((answer, index): AnswerRecord => {
    if (!believed.has(index)) return { ...answer, isScheduled: false, predicted: null };
    const predicted = predictedOn(memory, answer.day);
    memory = review(memory, answer.rating, answer.day, retention, predicted);
    return { ...answer, isScheduled: true, predicted };
  });
  return { memory, answers };
}

function predictedOn(memory: Memory | null, day: number): number | null {
  const known = rememberedOn(memory, day);
  return known && recallOn(known, day);
}

/** Days in which one that goes back by a single day, as in travelling west, counts as the day before it: 5, 4, 6 → 5, 5, 6. */
function withoutSteps(days: readonly number[]): number[] {
  let last = Number.NaN;
  return days.map((day) => {
    last = day === last - 1 ? last : day;
    return last;
  });
}

/** 「수정됨」: what decides the answer is not what it was when last answered. */
export function isChanged(state: ItemState | undefined, current: ContentHash): boolean {
  const last = state?.history.at(-1);
  return last !== undefined && last.event.contentHash !== current;
}

const blank = (item: ItemId): ItemState => ({
  item,
  events: [],
  history: [],
  memory: null,
  isStarred: false,
  isWrong: false,
  isSurelyWrong: false,
  hasLeapBack: false,
});

type Judged = Pick<AnswerRecord, 'event' | 'verdict' | 'score' | 'rating' | 'day'>;

function judge(event: AnswerEvent, overruled: Verdict | undefined): Judged {
  const verdict = event.kind === 'question' ? (overruled ?? event.verdict) : event.verdict;
  const score = verdict === event.verdict ? event.score : verdict === 'correct' ? 1 : 0;
  const rating = ratingOf(verdict, event.confidence, event.hints);
  return { event, verdict, score, rating, day: dayNumber(event.day) };
}

function step(state: ItemState, history: AnswerRecord[], judged: Judged, retention: number): void {
  const { event, rating, day } = judged;
  const { memory } = state;
  // Travelling west a later answer can bear the day before; the schedule never runs backwards.
  if (memory !== null && day < memory.lastDay - 1) state.hasLeapBack = true;
  const isScheduled = memory === null || day > memory.lastDay;
  const predicted = isScheduled ? predictedOn(memory, day) : null;
  if (isScheduled) state.memory = review(memory, rating, day, retention, predicted);
  state.isWrong = rating === 'again';
  state.isSurelyWrong = state.isWrong && event.kind === 'question' && event.confidence === 'sure';
  history.push({ ...judged, isScheduled, predicted });
}

// The log knows nothing of pools: each answer belongs to the question that was asked, and which of them are a pool is said by the notes. So
// the state of a pool is made of those of its questions whenever the notes or the record change, and no record loses anything when a pool
// is made, grows, shrinks or is undone.

type Items = ReadonlyMap<ItemId, ItemState>;

/** A question of a pool. */
interface Sibling {
  /** The first question of its pool: the item that stands for all of them. */
  first: ItemId;
  /** What is known of it alone. */
  own: ItemState | undefined;
}

/** By question; those that are in no pool are not in it. */
export type Pools = ReadonlyMap<ItemId, Sibling>;

interface Pooled {
  items: Items;
  pools: Pools;
}

/**
 * Puts one state in the place of those of a pool's questions. `firsts`: of each question of a pool the first one. What has not changed
 * since `before` is not joined anew.
 */
export function joinPools(
  items: Items,
  firsts: ReadonlyMap<ItemId, ItemId>,
  retention: number,
  before: Pooled,
): Pooled {
  const joined = new Map(items);
  const pools = new Map<ItemId, Sibling>();
  for (const [item, first] of firsts) {
    pools.set(item, { first, own: items.get(item) });
    joined.delete(item);
  }
  const earlier = partsOf(before.pools);
  for (const [first, parts] of partsOf(pools)) {
    const last = earlier.get(first);
    const isAsBefore = last?.length === parts.length && parts.every((part, at) => part === last[at]);
    const known = isAsBefore ? before.items.get(first) : undefined;
    if (parts.length > 0) joined.set(first, known ?? joinItems(first, parts, retention));
  }
  return { items: joined, pools };
}

/** What is known of the questions of each pool, by its first question. */
function partsOf(pools: Pools): Map<ItemId, ItemState[]> {
  const parts = new Map<ItemId, ItemState[]>();
  for (const { first, own } of pools.values())
    parts.set(first, [...(parts.get(first) ?? []), ...(own ? [own] : [])]);
  return parts;
}

/** The items as the log has them, each question by itself. */
export function partPools({ items, pools }: Pooled): Items {
  const parted = new Map(items);
  for (const { first } of pools.values()) parted.delete(first);
  for (const [item, { own }] of pools) if (own) parted.set(item, own);
  return parted;
}
