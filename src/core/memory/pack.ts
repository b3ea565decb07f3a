/**
 * A state in a form that is small and fast to store and to read back: columns of numbers and a table of texts. What an
 * overview needs (memory, marks) is ready at once; an item's events and history are unpacked when first asked for.
 */

import type { EraseEvent, EventId, ItemEvent, ItemId, SettingEvent } from '../model/event.ts';
import { foldItem, type ItemState } from './item.ts';
import { counter, type Slices } from './slices.ts';
import { rulesFor, type Settings, type State } from './state.ts';

/**
 * Raise with any change of the fold, of the scheduler, of the event format, or of this form: a pack of another version is
 * not read, and made anew from the events.
 */
export const PACK_VERSION = 3;

/** What is known of an item without its events. */
type Known = Omit<ItemState, 'events' | 'history'>;

/** Structured-cloneable. The events of all items stand in one sequence, item by item, in order. */
export interface Packed {
  known: Known[];
  /** Where each item's events end. */
  ends: Uint32Array;
  /** Two a event: `at`, and `elapsedMillis` or NaN. */
  times: Float64Array;
  /** Four an event: where its id ends in `ids`; then its day, its answer and all other fields, in `texts`. */
  refs: Uint32Array;
  ids: string;
  texts: string[];
  settings: Settings;
  chosen: SettingEvent[];
  erasures: EraseEvent[];
  restored: EventId[];
}

const TIMES = 2;
const REFS = 4;

/** Packs a state, unpacking what was still packed. */
export function* packing(state: State): Slices<Packed> {
  const isSliceOver = counter();
  const [known, ends, times, refs, ids]: [Known[], number[], number[], number[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const texts = new Map<string, number>();
  const refOf = (value: unknown): number => {
    const text = value === undefined ? '' : JSON.stringify(value);
    const ref = texts.get(text) ?? texts.size;
    texts.set(text, ref);
    return ref;
  };
  let idEnd = 0;
  for (const { events, history, ...rest } of state.items.values()) {
    for (const event of events) {
      const { id, at, day, item, ...others } = event;
      const { answer, elapsedMillis, ...fields } = {
        answer: undefined,
        elapsedMillis: Number.NaN,
        ...others,
      };
      ids.push(id);
      idEnd += id.length;
      times.push(at, elapsedMillis);
      refs.push(idEnd, refOf(day), refOf(answer), refOf(fields));
    }
    known.push(rest);
    ends.push(times.length / TIMES);
    if (isSliceOver(events.length)) yield;
  }
  return {
    known,
    ends: Uint32Array.from(ends),
    times: Float64Array.from(times),
    refs: Uint32Array.from(refs),
    ids: ids.join(''),
    texts: [...texts.keys()],
    settings: state.settings,
    chosen: [...state.chosen.values()],
    erasures: [...state.erasures],
    restored: [...state.restored],
  };
}

/** Whether a stored value has the shape of a pack of this version: all columns are there and of one length. */
export function isPacked(value: unknown): value is Packed {
  const { known, ends, times, refs, ids, texts, ...rest } = (value ?? {}) as Partial<Packed>;
  if (!(ends instanceof Uint32Array && times instanceof Float64Array && refs instanceof Uint32Array))
    return false;
  const count = ends.at(-1) ?? 0;
  const lists = [known, texts, rest.chosen, rest.erasures, rest.restored];
  return (
    lists.every(Array.isArray) &&
    known?.length === ends.length &&
    times.length === count * TIMES &&
    refs.length === count * REFS &&
    ids?.length === (refs.at(-REFS) ?? 0) &&
    rest.settings !== undefined
  );
}

/** The state that was packed. */
export function unpack(packed: Packed): State {
  const restored = new Set(packed.restored);
  const active = packed.erasures.filter(({ id }) => !restored.has(id));
  const { retention } = packed.settings;
  const values: unknown[] = [];
  const read = (ref: number): unknown => {
    const text = packed.texts[ref] ?? '';
    if (text !== '') values[ref] ??= JSON.parse(text);
    return values[ref];
  };
  const items = new Map<ItemId, ItemState>();
  packed.known.forEach((known, index) => {
    const { item } = known;
    let events: readonly ItemEvent[] | null = null;
    let history: ItemState['history'] | null = null;
    items.set(item, {
      ...known,
      get events() {
        events ??= eventsOf(packed, index, read);
        return events;
      },
      get history() {
        history ??= foldItem(item, this.events, rulesFor(item, retention, active)).history;
        return history;
      },
    });
  });
  const chosen = new Map(packed.chosen.map((event) => [event.name, event]));
  return { items, settings: packed.settings, chosen, erasures: packed.erasures, restored };
}

function eventsOf(packed: Packed, index: number, read: (ref: number) => unknown): ItemEvent[] {
  const { known, ends, times, refs, ids } = packed;
  const item = known[index]?.item;
  const events: ItemEvent[] = [];
  for (let at = ends[index - 1] ?? 0; at < (ends[index] ?? 0); at++) {
    const ref = at * REFS;
    const answer = read(refs[ref + 2] ?? 0);
    const elapsedMillis = times[at * TIMES + 1];
    const stamp = {
      id: ids.slice(refs[ref - REFS] ?? 0, refs[ref]),
      item,
      at: times[at * TIMES],
      day: read(refs[ref + 1] ?? 0),
    };
    const given =
      answer === undefined ? {} : Number.isNaN(elapsedMillis) ? { answer } : { answer, elapsedMillis };
    const event = Object.assign(stamp, given, read(refs[ref + 3] ?? 0));
    events.push(event as ItemEvent);
  }
  return events;
}
