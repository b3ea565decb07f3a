/** Hostile storage: the record goes on, nothing is lost, and the learner is told what happened. */

import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseName } from '../../../src/store/log/database.ts';
import { type EventLog, openLog } from '../../../src/store/log/event-log.ts';
import { answer, event } from '../memory/events.ts';

const COURSE = 'mlops';
const open: EventLog[] = [];
const openOne = async (patienceMillis = 10_000) => {
  const log = await openLog(COURSE, { patienceMillis });
  open.push(log);
  return log;
};
const idsOf = async (log: EventLog) => (await log.readAll()).events.map(({ id }) => id);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const log of open.splice(0)) await log.close();
});

/** Puts a record in as no version of ours would. */
async function plant(...records: unknown[]): Promise<void> {
  const database = await openDB(databaseName(COURSE));
  for (const record of records) await database.add('events', record);
  database.close();
}

test('what is appended is there after reopening, once, and readSince reads on', async () => {
  const log = await openOne();
  expect(await log.append([answer('a', 0)])).toMatchObject({
    added: 1,
    state: { status: 'ok', message: '' },
  });
  const { upTo } = await log.readAll();
  expect(await log.merge([answer('a', 0), answer('b', 1)])).toMatchObject({ added: 1 });
  expect((await log.readSince(upTo)).events.map(({ id }) => id)).toEqual(['b']);
  await log.close();
  expect(await idsOf(await openOne())).toEqual(['a', 'b']);
});

test('two tabs appending 50 each make 100, and each hears of the other', async () => {
  const [one, two] = [await openOne(), await openOne()];
  const heard = vi.fn();
  two.subscribe(heard);
  const both = [one, two].flatMap((log, tab) =>
    Array.from({ length: 50 }, (_, index) => log.append([answer(`t${tab}-${index}`, index)])),
  );
  await Promise.all(both);
  expect(new Set(await idsOf(one)).size).toBe(100);
  expect(await idsOf(two)).toHaveLength(100);
  heard.mockClear();
  await one.append([answer('last', 0)]);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
});

test('unreadable records stay, and newer events are kept raw', async () => {
  const log = await openOne();
  await log.append([answer('a', 0)]);
  const newer = { ...event('n', 0, { type: 'dream' }), schema: 2, extra: { x: 1 } };
  await plant('junk', { id: 'broken', type: 'answer', schema: 1 }, newer);
  const contents = await log.readAll();
  expect(contents.events.map(({ id }) => id)).toEqual(['a']);
  expect(contents.newer).toEqual([newer]);
  expect(contents.unreadable).toEqual(['junk', { id: 'broken', type: 'answer', schema: 1 }]);
  await log.append([answer('b', 0)]);
  expect((await log.readAll()).unreadable).toHaveLength(2);
});

test('a full disk keeps the answer in memory, says so, and stores it later', async () => {
  const log = await openOne();
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { state } = await log.append([answer('a', 0)]);
  expect(state).toMatchObject({ status: 'read-only', cause: 'QuotaExceededError' });
  expect(state.message).toContain('가득');
  expect(await idsOf(log)).toEqual(['a']);
  add.mockRestore();
  expect(await log.append([answer('b', 0)])).toMatchObject({ added: 2, state: { status: 'ok' } });
  await log.close();
  expect(await idsOf(await openOne())).toEqual(['a', 'b']);
});

test('a transaction killed in mid-write leaves nothing half-written', async () => {
  const log = await openOne();
  const real = IDBObjectStore.prototype.add;
  let calls = 0;
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    value,
  ) {
    const request = real.call(this, value);
    calls += 1;
    if (calls === 2) this.transaction.abort();
    return request;
  });
  const { state } = await log.append([answer('a', 0), answer('b', 0), answer('c', 0)]);
  expect(state.status).toBe('read-only');
  add.mockRestore();
  const other = await openOne();
  expect(await idsOf(other)).toEqual([]);
  await log.append([]);
  expect(await idsOf(other)).toEqual(['a', 'b', 'c']);
});

test('without IndexedDB, or when it refuses, the visit is kept in memory', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const log = await openOne();
  expect((await log.append([answer('a', 0)])).state.status).toBe('memory-only');
  expect(await idsOf(log)).toEqual(['a']);
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('private', 'SecurityError');
    },
  });
  expect((await openOne()).state).toMatchObject({ status: 'memory-only', cause: 'SecurityError' });
});

test('a newer database is left alone', async () => {
  (await openDB(databaseName(COURSE), 9)).close();
  const log = await openOne();
  expect(log.state.status).toBe('newer');
  await log.append([answer('a', 0)]);
  expect(await idsOf(log)).toEqual(['a']);
});

test('a newer tab gets its way, and this one says to reload', async () => {
  const log = await openOne();
  (await openDB(databaseName(COURSE), 9)).close();
  expect(log.state.status).toBe('newer');
  expect((await log.append([answer('a', 0)])).added).toBe(1);
});

test('an opening held up by another tab goes on in memory and is made good', async () => {
  const holder = await openDB(databaseName(COURSE), 1, {
    upgrade: (database) => {
      database.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      database.createObjectStore('cache');
    },
  });
  indexedDB.deleteDatabase(databaseName(COURSE));
  const log = await openOne(20);
  expect(log.state).toMatchObject({ status: 'memory-only', cause: 'blocked' });
  await log.append([answer('a', 0)]);
  expect(await idsOf(log)).toEqual(['a']);
  holder.close();
  await vi.waitFor(() => expect(log.state.status).toBe('ok'));
  await log.close();
  expect(await idsOf(await openOne())).toEqual(['a']);
});

test('a snapshot is used only if it fits the log and the version', async () => {
  const log = await openOne();
  await log.append([answer('a', 0)]);
  expect(await log.readSnapshot(1)).toBeNull();
  expect(await log.writeSnapshot(1, 1, new Map([['x', 1]]))).toBe(true);
  expect(await log.readSnapshot(1)).toMatchObject({ upTo: 1, data: new Map([['x', 1]]) });
  expect(await log.readSnapshot(2)).toBeNull();
  const database = await openDB(databaseName(COURSE));
  await database.clear('events');
  expect(await log.readSnapshot(1)).toBeNull();
  await database.put('cache', 'junk', 'snapshot');
  expect(await log.readSnapshot(1)).toBeNull();
  database.close();
});
