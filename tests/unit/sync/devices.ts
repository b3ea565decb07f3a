/**
 * Devices that share a record over a file server, played out as random scripts: answers, erasures, imports, times without a network, ends at
 * any await, new keys, clocks that are wrong.
 */

import { putDistinct } from '../../../src/core/memory/merge-events.ts';
import { EMPTY, fold, nextAt } from '../../../src/core/memory/record-state.ts';
import type { StudyEvent } from '../../../src/core/model/event.ts';
import type { KnownFile, ListedFile } from '../../../src/core/sync/plan.ts';
import { deriveKeys, type SyncKeys } from '../../../src/store/sync/box.ts';
import { type Remote, RemoteError } from '../../../src/store/sync/remote.ts';
import {
  type AnyEvent,
  emptyOwnFiles,
  LocalEvents,
  type SyncPlace,
  type SyncResult,
  syncOnce,
} from '../../../src/store/sync/run.ts';
import { answer, event, ITEMS } from '../memory/events.ts';

export const COURSE = 'mlops';

/** A server of plain files: what is put is there as a whole, at once. */
export class MemoryServer {
  readonly folders = new Map<string, Map<string, { bytes: Uint8Array; at: string }>>();
  #seconds = 0;

  open(folder: string): Remote {
    const files = () => this.folders.get(folder) ?? new Map();
    return {
      list: async () => {
        const listed = [...files()].map(
          ([name, { bytes, at }]): ListedFile => ({ name, size: bytes.length, at }),
        );
        return listed;
      },
      get: async (name) => files().get(name)?.bytes ?? null,
      put: async (name, bytes) => {
        this.#seconds += 1;
        this.folders.set(folder, files().set(name, { bytes: new Uint8Array(bytes), at: `${this.#seconds}` }));
      },
      clockAhead: () => null,
    };
  }
}

export type OpenFolder = (folder: string) => Remote;

/** The page was closed, or the device has lost its power. */
export class Killed extends Error {}

/** Ends at one of the awaits, before or after what was awaited, and then does nothing any more. */
class Life {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  async step<T>(work: () => Promise<T>): Promise<T> {
    this.#tick();
    const done = await work();
    this.#tick();
    return done;
  }

  #tick(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new Killed();
  }
}

export class Device {
  readonly name: string;
  /** Milliseconds by which its clock is wrong. */
  readonly skew: number;
  key: Uint8Array;
  keys: SyncKeys;
  isOffline = false;
  last: SyncResult | null = null;
  /** On the disk: what stands, by id, and all in the order in which it came. */
  #stands = new Map<string, AnyEvent>();
  #log: AnyEvent[] = [];
  #files = new Map<string, { device: string; files: Map<string, KnownFile> }>();
  /** In the memory of the page. */
  #local: LocalEvents | null = null;
  readonly #open: OpenFolder;
  #names = 0;

  constructor(name: string, skew: number, key: Uint8Array, keys: SyncKeys, open: OpenFolder) {
    [this.name, this.skew, this.key, this.keys, this.#open] = [name, skew, key, keys, open];
  }

  get events(): AnyEvent[] {
    return [...this.#stands.values()];
  }

  add(events: readonly AnyEvent[]): void {
    for (const each of events) {
      const before = this.#stands.get(each.id);
      putDistinct(this.#stands, each);
      // As the log has it: what takes another one's place comes anew.
      if (this.#stands.get(each.id) !== before) this.#log.push(each);
    }
  }

  /** What is known of the files is gone. */
  forget(): void {
    this.#files.clear();
  }

  /** The log is gone, as a browser under pressure clears one database and not another. */
  loseLog(): void {
    this.#stands.clear();
    this.#log = [];
    this.#local = null;
  }

  join(key: Uint8Array, keys: SyncKeys): void {
    [this.key, this.keys] = [key, keys];
    this.#files.clear();
  }

  /** A run that ends after so many steps; false where it did. */
  async sync(steps = Number.POSITIVE_INFINITY): Promise<boolean> {
    const place = this.#place(new Life(steps));
    this.#local ??= new LocalEvents();
    try {
      this.last = await syncOnce(place, this.#local);
      return true;
    } catch (cause) {
      if (cause instanceof Killed) this.#local = null;
      else if (!(cause instanceof RemoteError)) throw cause;
      return false;
    }
  }

  async empty(): Promise<void> {
    if (this.isOffline) return;
    await emptyOwnFiles(this.#place(new Life(Number.POSITIVE_INFINITY)));
    this.#files.clear();
  }

  #place(life: Life): SyncPlace {
    const { folder } = this.keys;
    const remote = this.#open(folder);
    const known = this.#files.get(folder) ?? { device: this.#newName(), files: new Map<string, KnownFile>() };
    this.#files.set(folder, known);
    const reach = <T>(work: () => Promise<T>) =>
      life.step(() => (this.isOffline ? Promise.reject(new RemoteError('silent')) : work()));
    return {
      keys: this.keys,
      device: known.device,
      kind: 'computer',
      record: {
        course: COURSE,
        contents: (after = 0) =>
          life.step(async () => ({
            events: this.#log.slice(after) as StudyEvent[],
            newer: [],
            unreadable: [],
            isWhole: true,
            upTo: this.#log.length,
            state: { status: 'ok', message: '', cause: null },
          })),
        merge: (events) =>
          life.step(async () => {
            this.add(events);
            return { added: 0, replaced: 0, state: { status: 'ok', message: '', cause: null } };
          }),
      },
      files: {
        read: () => life.step(async () => new Map(known.files)),
        write: (files) =>
          life.step(async () => {
            for (const file of files) known.files.set(file.name, file);
          }),
      },
      remote: {
        list: () => reach(remote.list),
        get: (name) => reach(() => remote.get(name)),
        put: (name, bytes) => reach(() => remote.put(name, bytes)),
        clockAhead: () => null,
      },
    };
  }

  #newName(): string {
    this.#names += 1;
    const hex = [...`${this.name}${this.#names}`].map((char) => char.charCodeAt(0).toString(16)).join('');
    return hex.padStart(16, '0').slice(-16);
  }
}

type Random = () => number;

export interface Played {
  devices: Device[];
  /** Every event that was ever made. */
  made: Map<string, AnyEvent>;
}

/** Five devices, at the end of a random script and of two rounds in which all are online and use the last key. */
export async function play(random: Random, steps: number, open: OpenFolder): Promise<Played> {
  const below = (count: number) => Math.floor(random() * count);
  const newKey = () => Uint8Array.from({ length: 32 }, () => below(256));
  let key = newKey();
  let keys = await deriveKeys(key, COURSE);
  const devices = Array.from({ length: 5 }, (_, at) => {
    const skew = random() < 0.3 ? (random() - 0.5) * 40 * 86_400_000 : 0;
    return new Device(`d${at}`, skew, key, keys, open);
  });
  const made = new Map<string, AnyEvent>();
  const make = (device: Device, events: AnyEvent[]) => {
    device.add(events);
    for (const each of events) putDistinct(made, each);
  };
  for (let step = 0; step < steps; step += 1) {
    const device = devices[below(devices.length)] as Device;
    const id = `${device.name}-${step}`;
    const item = ITEMS[below(ITEMS.length)];
    const what = random();
    if (what < 0.35) {
      const count = random() < 0.015 ? 480 + below(40) : 1 + below(3);
      make(
        device,
        Array.from({ length: count }, (_, nth) => {
          const at = Math.max(0, nextAt(EMPTY, 1_795_000_000_000 + step * 60_000 + device.skew, { item }));
          return {
            ...answer(`${id}-${nth}`, step),
            item,
            device: device.name,
            at: Math.floor(at),
          } as StudyEvent;
        }),
      );
    } else if (what < 0.4) {
      const scope = random() < 0.5 ? { by: 'all' } : { by: 'items', items: [item] };
      make(device, [event(id, step, { type: 'erase', scope, before: 1_795_000_000_000 + step * 60_000 })]);
    } else if (what < 0.43) {
      const erase = [...made.values()].find(({ type }) => type === 'erase');
      if (erase) make(device, [event(id, step, { type: 'restore', erase: erase.id })]);
    } else if (what < 0.47) {
      const other = devices[below(devices.length)] as Device;
      device.add(other.events.filter(() => random() < 0.5));
    } else if (what < 0.49) {
      // A file of a forger: another content of an id.
      const some = [...made.values()][below(made.size)];
      if (some) make(device, [{ ...some, at: Number(some.at) + 1 }]);
    } else if (what < 0.54) device.isOffline = !device.isOffline;
    else if (what < 0.55) {
      key = newKey();
      keys = await deriveKeys(key, COURSE);
      device.join(key, keys);
    } else if (what < 0.57) device.join(key, keys);
    else if (what < 0.58) device.forget();
    else if (what < 0.59) await device.empty();
    else await device.sync(random() < 0.4 ? below(30) : undefined);
  }
  for (const device of devices) {
    device.isOffline = false;
    if (device.keys !== keys) device.join(key, keys);
  }
  for (let round = 0; round < 2; round += 1) for (const device of devices) await device.sync();
  return { devices, made };
}

/** In one order, for comparing. */
export const inOrder = (events: Iterable<AnyEvent>): string =>
  Array.from(events, (each) => JSON.stringify(each))
    .sort()
    .join('\n');

export const foldOf = (device: Device) => fold(device.events as StudyEvent[]);
