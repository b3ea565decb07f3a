/** The state of the record: a pure fold of its events in the order (at, id), from nothing (`fold`) or on top of a state (`applyAll`). */

import type {
  Day,
  EraseEvent,
  EraseScope,
  EventId,
  ItemEvent,
  ItemId,
  RestoreEvent,
  SettingEvent,
  StudyEvent,
} from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import { extend, foldItem, type ItemState, joinPools, type Pools, partPools, type Rules } from './item.ts';
import {
  compareEvents,
  mergeEvents,
  momentAfter,
  momentOf,
  putDistinct,
  sortEvents,
} from './merge-events.ts';
import { clampRetention, RETENTION } from './schedule.ts';
import { atOnce, counter, type Slices } from './slices.ts';

export interface Settings {
  retention: number;
  examDay: Day | null;
  dailyLimit: number | null;
  /** Titles of the topics whose recall cards are switched on. */
  cardTopics: readonly string[];
}

export interface RecordState {
  /** What is scheduled. Of a pool, one state stands in the place of those of its questions; ask `itemState` for that of any of them. */
  items: ReadonlyMap<ItemId, ItemState>;
  /** Nothing in the fold of a log: `withPools` puts them in. */
  pools: Pools;
  settings: Settings;
  /** The latest event of each setting. */
  chosen: ReadonlyMap<SettingEvent['name'], SettingEvent>;
  /** In order, undone ones too. */
  erasures: readonly EraseEvent[];
  /** Ids of erases that were undone, whether or not they have arrived. */
  restored: ReadonlySet<EventId>;
}

export const EMPTY: RecordState = {
  items: new Map(),
  pools: new Map(),
  settings: { retention: RETENTION.usual, examDay: null, dailyLimit: null, cardTopics: [] },
  chosen: new Map(),
  erasures: [],
  restored: new Set(),
};

/** What an item counts for: itself, or the first question of its pool. */
export const scheduledItem = ({ pools }: Pick<RecordState, 'pools'>, item: ItemId): ItemId =>
  pools.get(item)?.first ?? item;

/** What is known of an item; of a question in a pool, what is known of the pool. */
export const itemState = (state: Pick<RecordState, 'items' | 'pools'>, item: ItemId): ItemState | undefined =>
  state.items.get(scheduledItem(state, item));

/** What is known of an item alone, also of a question in a pool: its answers, its star. */
export const ownItemState = ({ items, pools }: RecordState, item: ItemId): ItemState | undefined =>
  pools.has(item) ? pools.get(item)?.own : items.get(item);

/** A state with other pools: of each question of one, the first (`poolsOf`). `before` was the state until now. */
export function withPools(
  state: RecordState,
  firsts: ReadonlyMap<ItemId, ItemId>,
  before: RecordState = EMPTY,
): RecordState {
  const parted = withoutPools(state);
  if (firsts.size === 0) return parted;
  return { ...parted, ...joinPools(parted.items, firsts, state.settings.retention, before) };
}

/** The state of the log alone, to which events can be added. */
export const withoutPools = (state: RecordState): RecordState =>
  state.pools.size === 0 ? state : { ...state, items: partPools(state), pools: EMPTY.pools };

/** The state of a set of events, in whatever order they are given and however often. */
export const fold = (events: readonly StudyEvent[]): RecordState => applyAll(EMPTY, events);

/** Adds one event; equal to folding all anew. */
export const apply = (state: RecordState, event: StudyEvent): RecordState => applyAll(state, [event]);

/** Adds events whose ids are new or say what they said; only items they touch are folded again, and only from their start when an event came late. */
export const applyAll = (state: RecordState, events: readonly StudyEvent[]): RecordState =>
  atOnce(applying(state, events));

/** `applyAll` in slices, for many events. */
export function* applying(state: RecordState, events: readonly StudyEvent[]): Slices<RecordState> {
  const isSliceOver = counter();
  const sorting: Sorting = { items: new Map(), settings: [], erases: [], restores: [] };
  const byId = new Map<EventId, StudyEvent>();
  for (const event of events) {
    putDistinct(byId, event);
    if (isSliceOver()) yield;
  }
  for (const event of byId.values()) {
    sort(sorting, event);
    if (isSliceOver()) yield;
  }
  const chosen = choose(state.chosen, sortEvents(sorting.settings));
  const settings = settingsOf(chosen);
  const restored =
    sorting.restores.length > 0
      ? new Set([...state.restored, ...sorting.restores.map(({ erase }) => erase)])
      : state.restored;
  const erasures = sorting.erases.length > 0 ? mergeEvents(state.erasures, sorting.erases) : state.erasures;
  const erased = activeErases({ erasures, restored });
  const changed = indexErases(changedErases(state, { erasures, restored }));
  if (isSliceOver(sorting.erases.length)) yield;
  const areAllChanged = settings.retention !== state.settings.retention;
  const mustRefold = (item: ItemId) => areAllChanged || concerning(changed, item).length > 0;

  const items = new Map(state.items);
  for (const [item, previous] of areAllChanged || changed.byScope.size > 0 ? state.items : []) {
    if (sorting.items.has(item) || !mustRefold(item)) continue;
    items.set(item, foldItem(item, previous.events, rulesFor(item, settings.retention, erased)));
    if (isSliceOver(previous.events.length)) yield;
  }
  for (const [item, fresh] of sorting.items) {
    const rules = rulesFor(item, settings.retention, erased);
    items.set(item, addToItem(item, state.items.get(item), fresh, rules, mustRefold(item)));
    if (isSliceOver(fresh.length)) yield;
  }
  return { items, pools: EMPTY.pools, settings, chosen, erasures, restored };
}

/** When something began by the device's clock: milliseconds since 1970, and the study day. */
export interface Since {
  startedAt: number;
  day: Day;
}

/** Whether an event was made since then, or on the next day: one that a clock ahead has dated later tells so by its day. */
export function isSince({ at, day }: StudyEvent, since: Since): boolean {
  const days = dayNumber(day) - dayNumber(since.day);
  return at >= since.startedAt && (days === 0 || days === 1);
}

/** Of some items, what was known of them before, to tell what has changed since. */
export function stateBefore(state: RecordState, ids: Iterable<ItemId>, since: Since): RecordState {
  const events = [...ids].flatMap(
    (id) => itemState(state, id)?.events.filter((event) => !isSince(event, since)) ?? [],
  );
  const before = applyAll({ ...state, items: new Map(), pools: EMPTY.pools }, events);
  return withPools(before, new Map([...state.pools].map(([item, { first }]) => [item, first])));
}

/**
 * The `at` for a new event. Order follows cause: it comes after all that is known of the item or the setting it is about, and
 * after the erases that would swallow it, however far ahead a clock was when those were made.
 */
export function nextAt(
  state: RecordState,
  nowMillis: number,
  { item, name }: { item?: ItemId | undefined; name?: SettingEvent['name'] | undefined },
): number {
  const { chosen, erasures, restored } = state;
  const erases = erasures.filter(({ id, scope }) => item && !restored.has(id) && isInScope(item, scope));
  const replaced = [item && itemState(state, item)?.events.at(-1), name && chosen.get(name)];
  const latest = replaced.reduce(
    (at, event) => (event ? Math.max(at, momentOf(event)) : at),
    erasedUntil(erases),
  );
  return momentAfter(latest, nowMillis);
}

function addToItem(
  item: ItemId,
  previous: ItemState | undefined,
  fresh: readonly ItemEvent[],
  rules: Rules,
  mustRefold: boolean,
): ItemState {
  const inOrder = sortEvents(fresh);
  const last = previous?.events.at(-1);
  const first = inOrder[0];
  const isLate = last && first && compareEvents(first, last) <= 0;
  // An overrule reaches back to an answer that has been folded already.
  const reachesBack = previous && inOrder.some(({ type }) => type === 'overrule');
  if (previous && !isLate && !reachesBack && !mustRefold) return extend(previous, inOrder, rules);
  if (!previous) return foldItem(item, inOrder, rules);
  return foldItem(item, mergeEvents(previous.events, inOrder), rules);
}

interface Sorting {
  items: Map<ItemId, ItemEvent[]>;
  settings: SettingEvent[];
  erases: EraseEvent[];
  restores: RestoreEvent[];
}

function sort(sorting: Sorting, event: StudyEvent): void {
  if (event.type === 'setting') sorting.settings.push(event);
  else if (event.type === 'erase') sorting.erases.push(event);
  else if (event.type === 'restore') sorting.restores.push(event);
  else {
    const list = sorting.items.get(event.item);
    if (list) list.push(event);
    else sorting.items.set(event.item, [event]);
  }
}

function choose(before: RecordState['chosen'], events: readonly SettingEvent[]): RecordState['chosen'] {
  const chosen = new Map(before);
  for (const event of events) {
    const current = chosen.get(event.name);
    if (!current || compareEvents(current, event) < 0) chosen.set(event.name, event);
  }
  return chosen;
}

function settingsOf(chosen: RecordState['chosen']): Settings {
  const settings = { ...EMPTY.settings };
  for (const event of chosen.values()) {
    if (event.name === 'retention') settings.retention = clampRetention(event.value);
    else if (event.name === 'exam-day') settings.examDay = event.value;
    else if (event.name === 'cards') settings.cardTopics = event.value;
    else settings.dailyLimit = event.value;
  }
  return settings;
}

type Erases = Pick<RecordState, 'erasures' | 'restored'>;

/** Erases that hold in only one of two states. */
function changedErases(before: Erases, after: Erases): EraseEvent[] {
  if (before.erasures === after.erasures && before.restored === after.restored) return [];
  const held = new Set(before.erasures.filter(({ id }) => !before.restored.has(id)));
  const fresh = after.erasures.filter((erase) => !held.has(erase) && !after.restored.has(erase.id));
  return [...fresh, ...[...held].filter(({ id }) => after.restored.has(id))];
}

/** What some erases do, by scope (`all`, `items question:a`, `prefix card:`): an item looks at its own few, however many there are. */
interface EraseIndex {
  byScope: ReadonlyMap<string, Erased>;
  /** Lengths of the prefixes. */
  lengths: ReadonlySet<number>;
}

interface Erased {
  until: number;
  /** What erases of that scope name beside their time. */
  ahead: Set<EventId>;
  /** The same of an erase that lists items, made once for all of them: it can name a whole record. */
  aheadOfItems: ReadonlySet<EventId>[];
}

/** By the list of erases: most events are no erase, and leave the index as it is. */
const indexes = new WeakMap<Erases['erasures'], { restored: Erases['restored']; index: EraseIndex }>();

function activeErases({ erasures, restored }: Erases): EraseIndex {
  const cached = indexes.get(erasures);
  if (cached?.restored === restored) return cached.index;
  const index = indexErases(erasures.filter(({ id }) => !restored.has(id)));
  indexes.set(erasures, { restored, index });
  return index;
}

function indexErases(erases: readonly EraseEvent[]): EraseIndex {
  const byScope = new Map<string, Erased>();
  const lengths = new Set<number>();
  for (const erase of erases) {
    const { scope } = erase;
    if (scope.by === 'prefix') lengths.add(scope.prefix.length);
    const keys =
      scope.by === 'items'
        ? scope.items.map((item) => `items ${item}`)
        : [scope.by === 'prefix' ? `prefix ${scope.prefix}` : 'all'];
    const ahead = new Set(erase.ahead);
    for (const key of keys) {
      const erased = byScope.get(key) ?? {
        until: Number.NEGATIVE_INFINITY,
        ahead: new Set(),
        aheadOfItems: [],
      };
      erased.until = Math.max(erased.until, erasedUntil([erase]));
      if (scope.by === 'items' && ahead.size > 0) erased.aheadOfItems.push(ahead);
      else for (const id of ahead) erased.ahead.add(id);
      byScope.set(key, erased);
    }
  }
  return { byScope, lengths };
}

function concerning({ byScope, lengths }: EraseIndex, item: ItemId): Erased[] {
  if (byScope.size === 0) return [];
  const prefixes = [...lengths].filter((length) => length <= item.length);
  const keys = ['all', `items ${item}`, ...prefixes.map((length) => `prefix ${item.slice(0, length)}`)];
  return keys.flatMap((key) => byScope.get(key) ?? []);
}

/** How an item's events count, under the erases that hold. */
function rulesFor(item: ItemId, retention: number, index: EraseIndex): Rules {
  const erased = concerning(index, item);
  return {
    retention,
    erasedUntil: erased.reduce((until, each) => Math.max(until, each.until), Number.NEGATIVE_INFINITY),
    erasedAhead: erased.flatMap(({ ahead, aheadOfItems }) =>
      ahead.size > 0 ? [ahead, ...aheadOfItems] : aheadOfItems,
    ),
  };
}

/** An erase is made after what it erases: a `before` later than its own time was not written by the app. */
const erasedUntil = (erases: readonly EraseEvent[]): number =>
  erases.reduce(
    (until, erase) => Math.max(until, Math.min(erase.before, momentOf(erase))),
    Number.NEGATIVE_INFINITY,
  );

/** Events in a scope that lie after a moment: what an erase then has to name one by one. */
export const eventsAfter = (state: RecordState, scope: EraseScope, atMillis: number): EventId[] =>
  [...withoutPools(state).items.values()]
    .filter(({ item }) => isInScope(item, scope))
    .flatMap(({ events }) => events.filter(({ at }) => at > atMillis).map(({ id }) => id));

function isInScope(item: ItemId, scope: EraseScope): boolean {
  if (scope.by === 'all') return true;
  return scope.by === 'prefix' ? item.startsWith(scope.prefix) : scope.items.includes(item);
}
