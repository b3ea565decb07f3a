/** The IndexedDB database of one course's record: events under a running number, added and never changed. */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Raise only with a migration in `upgrade` that leaves every record of `events` as it is. */
export const DATABASE_VERSION = 1;

export interface LogSchema extends DBSchema {
  /** Raw records in order of arrival; records without an id are not in the index and stay. */
  events: { key: number; value: unknown; indexes: { id: string } };
  /** Only in databases of earlier versions, which kept a copy of the state here. */
  cache: { key: string; value: unknown };
}

export type LogDatabase = IDBPDatabase<LogSchema>;

export const databaseName = (course: string): string => `study-log/${course}`;

export interface ConnectionEvents {
  /** A newer tab wants to upgrade, and this connection has been closed for it; `isDeleted` when it is to be deleted. */
  onReleased: (isDeleted: boolean) => void;
  /** The browser closed the connection: eviction, or a cleared profile. */
  onTerminated: () => void;
}

/**
 * Rejects as IndexedDB does: VersionError for a newer database, others when storage is not to be had. Pending for as
 * long as another tab holds up the opening.
 */
export async function openDatabase(course: string, events: ConnectionEvents): Promise<LogDatabase> {
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

export interface Batch {
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
      // It is awaited below; until then its failure is nobody's.
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

/**
 * Adds records whose ids are not there yet in one durable transaction, all or none; returns how many were new. Each id
 * comes once.
 */
export async function writeRecords(
  database: LogDatabase,
  records: readonly { id: string }[],
): Promise<number> {
  const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
  const finished = transaction.done;
  // The failure is reported by the throw below or by awaiting `finished`; this only keeps it from being reported twice.
  finished.catch(() => undefined);
  const ids = transaction.store.index('id');
  try {
    let added = 0;
    // In batches, so that the page can do other things in between.
    for (let from = 0; from < records.length; from += BATCH) {
      const batch = records.slice(from, from + BATCH);
      const keys = await Promise.all(batch.map(({ id }) => ids.getKey(id)));
      const fresh = batch.filter((_, index) => keys[index] === undefined);
      // Async, so that of several failures none goes without a catch.
      await Promise.all(fresh.map(async (record) => void (await transaction.store.add(record))));
      added += fresh.length;
    }
    await finished;
    return added;
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // It has aborted of itself.
    }
    throw cause;
  }
}
