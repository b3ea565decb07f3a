/**
 * The IndexedDB database of one course's record: events under a running number, added and never changed; and the connection to it,
 * which another tab or the browser may close.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isPreferred } from '../../core/memory/merge-events.ts';
import { inTime } from '../timing.ts';
import { decodeEvent } from './decode-event.ts';
import * as states from './log-state.ts';

/** Raise only with a migration in `upgrade` that leaves every record of `events` as it is. */
const DATABASE_VERSION = 1;

interface LogSchema extends DBSchema {
  /** Raw records in order of arrival; records without an id are not in the index and stay. */
  events: { key: number; value: unknown; indexes: { id: string } };
  /** Only in databases of earlier versions, which kept a copy of the state here. */
  cache: { key: string; value: unknown };
}

export type LogDatabase = IDBPDatabase<LogSchema>;

export const databaseName = (course: string): string => `study-log/${course}`;

interface ConnectionEvents {
  /** A newer tab wants to upgrade, and this connection has been closed for it; `isDeleted` when it is to be deleted. */
  onReleased: (isDeleted: boolean) => void;
  /** The browser closed the connection: eviction, or a cleared profile. */
  onTerminated: () => void;
}

/**
 * Rejects as IndexedDB does: VersionError for a newer database, others when storage is not to be had. Pending for as
 * long as another tab holds up the opening.
 */
async function openDatabase(course: string, events: ConnectionEvents): Promise<LogDatabase> {
  const database = await openDB<LogSchema>(databaseName(course), DATABASE_VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
    },
    blocking(_current, next, event) {
      (event.target as IDBDatabase).close();
      events.onReleased(next === null);
    },
    terminated: events.onTerminated,
  });
  // Room for answers: nothing reads the copy any more. Where it cannot be cleared it harms nothing.
  if (database.objectStoreNames.contains('cache')) database.clear('cache').catch(() => undefined);
  return database;
}

/** How many records are read at once: enough to be fast, and taken in within a frame on a slow phone. */
const BATCH = 250;
/** How many batches are requested ahead, so that the database is at work while one is looked at. */
const AHEAD = 8;

interface Batch {
  /** A record that the browser cannot read is undefined; it stays where it is. */
  records: unknown[];
  /** All records up to this number have been read. */
  upTo: number;
}

/** Records after a number, in batches: between two of them the page can do other things. */
export async function* readRecords(database: LogDatabase, after: number): AsyncGenerator<Batch> {
  const last = await lastNumber(database, after);
  const ahead: Promise<unknown[]>[] = [];
  let [upTo, requested] = [after, after];
  while (upTo < last) {
    for (; requested < last && ahead.length < AHEAD; requested += BATCH) {
      const batch = readRange(database, requested + 1, requested + BATCH);
      // Awaited below; without this, a failure before that would be an unhandled rejection.
      batch.catch(() => undefined);
      ahead.push(batch);
    }
    const records = (await ahead.shift()) ?? [];
    upTo = Math.min(upTo + BATCH, last);
    if (records.length > 0) yield { records, upTo };
    else if (upTo < last) {
      // Numbers without records, which only a damaged database has: on to the next record, however far it is.
      const next = await database.getKey('events', IDBKeyRange.bound(upTo, last, true));
      [upTo, requested] = [(next ?? last) - 1, (next ?? last) - 1];
      ahead.length = 0;
    }
  }
}

/** Zero when there is none after a number. */
async function lastNumber(database: LogDatabase, after: number): Promise<number> {
  const { store } = database.transaction('events');
  const range = IDBKeyRange.bound(after, Number.POSITIVE_INFINITY, true);
  return (await store.openKeyCursor(range, 'prev'))?.key ?? 0;
}

async function readRange(database: LogDatabase, first: number, last: number): Promise<unknown[]> {
  const range = IDBKeyRange.bound(first, last);
  try {
    return await database.getAll('events', range);
  } catch {
    const keys = await database.getAllKeys('events', range);
    return Promise.all(keys.map((key) => database.get('events', key).catch(() => undefined)));
  }
}

export interface WriteResult {
  /** Records whose ids were not there. */
  added: number;
  /** Records that took the place of another with their id. */
  replaced: number;
}

/**
 * Adds records in one durable transaction, all or none. Each id comes once, and of two records with one id the same one
 * stays on every device. Rejects when the database says nothing for `patienceMillis`.
 */
export async function writeRecords(
  database: LogDatabase,
  records: readonly { id: string }[],
  patienceMillis: number,
): Promise<WriteResult> {
  const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
  const finished = transaction.done;
  // The failure is reported by the throw below or by awaiting `finished`; this only keeps it from being reported twice.
  finished.catch(() => undefined);
  const { store } = transaction;
  const ids = store.index('id');
  const result = { added: 0, replaced: 0 };
  const write = async (record: { id: string }, key: number | undefined) => {
    if (key === undefined) result.added += 1;
    else {
      const stored = await store.get(key);
      const isReadable = decodeEvent(stored).status !== 'unreadable';
      if (isReadable && !isPreferred(record, stored as object)) return;
      // What no version can read stays, without its id; of two forged contents one goes. The new record gets a number of
      // its own, so that other tabs read it.
      if (isReadable) await store.delete(key);
      else await store.put({ replaced: stored }, key);
      result.replaced += 1;
    }
    await store.add(record);
  };
  try {
    // In batches, so that the page can do other things in between.
    for (let from = 0; from < records.length; from += BATCH) {
      const batch = records.slice(from, from + BATCH);
      const keys = await inTime(Promise.all(batch.map(({ id }) => ids.getKey(id))), patienceMillis);
      await inTime(Promise.all(batch.map((record, at) => write(record, keys[at]))), patienceMillis);
    }
    await inTime(finished, patienceMillis);
    return result;
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // It has aborted of itself.
    }
    throw cause;
  }
}

/** Whether the browser has such databases at all; asking can throw where it forbids storage. */
export function canStore(): boolean {
  try {
    return typeof indexedDB !== 'undefined';
  } catch {
    return true;
  }
}

interface ConnectionListener {
  onState: (state: states.LogState) => void;
  /** The database can be used, for the first time or again. */
  onOpen: () => void;
}

/** The connection to the database of one course. It can be lost in many ways, and is opened again when it is needed. */
export class Connection {
  /** Null while there is none. */
  database: LogDatabase | null = null;
  readonly #course: string;
  readonly #patienceMillis: number;
  readonly #listener: ConnectionListener;
  /** While the database is being opened, for however long another tab holds it up. */
  #opening: Promise<void> | null = null;
  #isClosed = false;
  readonly #onSeen = () => {
    if (document.visibilityState === 'visible') void this.open();
  };

  constructor(course: string, patienceMillis: number, listener: ConnectionListener) {
    this.#course = course;
    this.#patienceMillis = patienceMillis;
    this.#listener = listener;
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.#onSeen);
  }

  get isOpening(): boolean {
    return this.#opening !== null;
  }

  /**
   * Opens the database unless it is open. Resolves when it is, has failed, or patience has run out; never rejects. An
   * opening under way is waited for, unless this one is to be `afresh`: the other may hang for ever.
   */
  async open({ afresh = false } = {}): Promise<void> {
    if (this.database || this.#isClosed) return;
    if (!this.#opening || afresh) {
      const opening = this.#connect().finally(() => {
        if (this.#opening === opening) this.#opening = null;
      });
      this.#opening = opening;
    }
    try {
      // Not only on `blocked`: an opening that waits behind another tab's deletion, or hangs, hears nothing at all.
      await inTime(this.#opening, this.#patienceMillis);
    } catch {
      if (!this.database) this.#listener.onState(states.slow());
    }
  }

  /** After a failure: some browsers lose connections without saying so. Opens anew; resolves as `open` does. */
  async renewIfLost(): Promise<void> {
    try {
      this.database?.transaction('events');
    } catch {
      this.database?.close();
      this.database = null;
      await this.open();
    }
  }

  close(): void {
    this.#isClosed = true;
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', this.#onSeen);
    this.database?.close();
    this.database = null;
  }

  async #connect(): Promise<void> {
    const onReleased = (isDeleted: boolean) => this.#lose(isDeleted ? states.closed(null) : states.newer());
    const onTerminated = () => this.#lose(states.closed({ name: 'terminated' }));
    if (!canStore()) return;
    try {
      const database = await openDatabase(this.#course, { onReleased, onTerminated });
      // Another opening may have been quicker.
      if (this.#isClosed || this.database) return database.close();
      this.database = database;
      this.#listener.onState(states.OK);
      this.#listener.onOpen();
    } catch (cause) {
      // Private windows of some browsers throw at once, others reject.
      if (!this.database) this.#lose(states.isVersionError(cause) ? states.newer() : states.closed(cause));
    }
  }

  #lose(state: states.LogState): void {
    this.database = null;
    this.#listener.onState(state);
  }
}
