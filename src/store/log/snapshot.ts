/** A cached projection of the log: never trusted over it, ignored when it is unreadable or of another version. */

import * as v from 'valibot';
import type { LogDatabase } from './database.ts';

const KEY = 'snapshot';

const shape = v.object({ version: v.number(), upTo: v.number(), count: v.number(), data: v.unknown() });

/** Null unless version and number of records below `upTo` are those it was made from. */
export async function readSnapshot(
  database: LogDatabase,
  version: number,
): Promise<{ upTo: number; data: unknown } | null> {
  try {
    const { success, output } = v.safeParse(shape, await database.get('cache', KEY));
    if (!success || output.version !== version) return null;
    return output.count === (await countUpTo(database, output.upTo)) ? output : null;
  } catch {
    return null;
  }
}

/** False when it could not be kept. */
export async function writeSnapshot(
  database: LogDatabase,
  version: number,
  upTo: number,
  data: unknown,
): Promise<boolean> {
  try {
    await database.put('cache', { version, upTo, count: await countUpTo(database, upTo), data }, KEY);
    return true;
  } catch {
    return false;
  }
}

const countUpTo = (database: LogDatabase, upTo: number): Promise<number> =>
  database.count('events', IDBKeyRange.upperBound(upTo));
