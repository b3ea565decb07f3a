/**
 * The whole record as a pure fold by (at, id): `fold` from nothing, `apply` and `applyAll` on top of what is known,
 * `applying` for as much of it as one likes without holding up the page.
 */

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
import { extend, foldItem, type ItemState, type Rules } from './item.ts';
import { arrange, compareEvents, union } from './merge-events.ts';
import { clampRetention, RETENTION } from './schedule.ts';
import { atOnce, counter, type Slices } from './slices.ts';

export interface Settings {
  retention: number;
  examDay: Day | null;
  dailyLimit: number | null;
  /** Titles of the topics whose recall cards are switched on. */
  cardTopics: readonly string[];
}

export interface State {
  items: ReadonlyMap<ItemId, ItemState>;
  settings: Settings;
  /** The latest event of each setting. */
  chosen: ReadonlyMap<SettingEvent['name'], SettingEvent>;
  /** In order, undone ones too. */
  erasures: readonly EraseEvent[];
  /** Ids of erases that were undone, whether or not they have arrived. */
  restored: ReadonlySet<EventId>;
}

export const EMPTY: State = {
  items: new Map(),
  settings: { retention: RETENTION.usual, examDay: null, dailyLimit: null, cardTopics: [] },
  chosen: new Map(),
  erasures: [],
  restored: new Set(),
};

/** The state of a set of events, in whatever order they are given and however often. */
export const fold = (events: readonly StudyEvent[]): State => applyAll(EMPTY, events);

/** Adds one event; equal to folding all anew. */
export const apply = (state: State, event: StudyEvent): State => applyAll(state, [event]);

/** Adds events; only items they touch are folded again, and only from their start when an event came late. */
export const applyAll = (state: State, events: readonly StudyEvent[]): State =>
  atOnce(applying(state, events));

/** `applyAll` in slices, for many events. */
export function* applying(state: State, events: readonly StudyEvent[]): Slices<State> {
  const isSliceOver = counter();
  const sorting: Sorting = { items: new Map(), settings: [], erases: [], restores: [] };
  for (const event of events) {
    sort(sorting, event);
    if (isSliceOver()) yield;
  }
  const chosen = choose(state.chosen, arrange(sorting.settings));
  const settings = settingsOf(chosen);
  const restored = new Set([...state.restored, ...sorting.restores.map(({ erase }) => erase)]);
  const erasures = union(state.erasures, sorting.erases);

  const active = erasures.filter(({ id }) => !restored.has(id));
  const before = new Set(state.erasures.filter(({ id }) => !state.restored.has(id)));
  const changed = [
    ...active.filter((erase) => !before.has(erase)),
    ...[...before].filter(({ id }) => restored.has(id)),
  ];
  const areAllChanged = settings.retention !== state.settings.retention;
  const mustRefold = (item: ItemId) => areAllChanged || changed.some(({ scope }) => isInScope(item, scope));

  const items = new Map(state.items);
  for (const [item, known] of areAllChanged || changed.length > 0 ? state.items : []) {
    if (sorting.items.has(item) || !mustRefold(item)) continue;
    items.set(item, foldItem(item, known.events, rulesFor(item, settings.retention, active)));
    if (isSliceOver(known.events.length)) yield;
  }
  for (const [item, fresh] of sorting.items) {
    const rules = rulesFor(item, settings.retention, active);
    items.set(item, addToItem(item, state.items.get(item), fresh, rules, mustRefold(item)));
    if (isSliceOver(fresh.length)) yield;
  }
  return { items, settings, chosen, erasures, restored };
}

/** Of some items, what was known of them before a moment (milliseconds since 1970), to tell what has changed since. */
export function stateBefore(state: State, ids: Iterable<ItemId>, moment: number): State {
  const events = [...ids].flatMap((id) => state.items.get(id)?.events.filter(({ at }) => at < moment) ?? []);
  return applyAll({ ...state, items: new Map() }, events);
}

/**
 * The `at` for a new event: the clock's, unless the clock was set back behind an erase, which would swallow the event.
 */
export function nextAt(state: State, nowMillis: number): number {
  const active = state.erasures.filter(({ id }) => !state.restored.has(id));
  return active.reduce((at, { before }) => Math.max(at, before + 1), nowMillis);
}

function addToItem(
  item: ItemId,
  known: ItemState | undefined,
  fresh: readonly ItemEvent[],
  rules: Rules,
  mustRefold: boolean,
): ItemState {
  const inOrder = arrange(fresh);
  const last = known?.events.at(-1);
  const first = inOrder[0];
  const isLate = last && first && compareEvents(first, last) <= 0;
  // An overrule reaches back to an answer that has been folded already.
  const reachesBack = known && inOrder.some(({ type }) => type === 'overrule');
  if (known && !isLate && !reachesBack && !mustRefold) return extend(known, inOrder, rules);
  if (!known) return foldItem(item, inOrder, rules);
  return foldItem(item, union(known.events, inOrder), rules);
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

function choose(known: State['chosen'], events: readonly SettingEvent[]): State['chosen'] {
  const chosen = new Map(known);
  for (const event of events) {
    const held = chosen.get(event.name);
    if (!held || compareEvents(held, event) < 0) chosen.set(event.name, event);
  }
  return chosen;
}

function settingsOf(chosen: State['chosen']): Settings {
  const settings = { ...EMPTY.settings };
  for (const event of chosen.values()) {
    if (event.name === 'retention') settings.retention = clampRetention(event.value);
    else if (event.name === 'exam-day') settings.examDay = event.value;
    else if (event.name === 'cards') settings.cardTopics = event.value;
    else settings.dailyLimit = event.value;
  }
  return settings;
}

const NONE: ReadonlySet<EventId> = new Set();

/** How an item's events count, under the erases that hold. */
function rulesFor(item: ItemId, retention: number, active: readonly EraseEvent[]): Rules {
  const inScope = active.filter(({ scope }) => isInScope(item, scope));
  const ahead = inScope.flatMap((erase) => erase.ahead ?? []);
  return {
    retention,
    erasedUntil: inScope.reduce((until, { before }) => Math.max(until, before), Number.NEGATIVE_INFINITY),
    erasedAhead: ahead.length > 0 ? new Set(ahead) : NONE,
  };
}

/** Events in a scope that lie after a moment: what an erase then has to name one by one. */
export const eventsAfter = (state: State, scope: EraseScope, atMillis: number): EventId[] =>
  [...state.items.values()]
    .filter(({ item }) => isInScope(item, scope))
    .flatMap(({ events }) => events.filter(({ at }) => at > atMillis).map(({ id }) => id));

function isInScope(item: ItemId, scope: EraseScope): boolean {
  if (scope.by === 'all') return true;
  return scope.by === 'prefix' ? item.startsWith(scope.prefix) : scope.items.includes(item);
}
