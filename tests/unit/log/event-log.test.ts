/** Hostile storage: the record goes on, nothing is lost, and the learner is told what happened. */

import {
  forceCloseDatabase,
  IDBFactory,
  IDBIndex,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
} from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mergeEvents } from '../../../src/core/memory/merge-events.ts';
import { fold } from '../../../src/core/memory/record-state.ts';
import type { StudyEvent } from '../../../src/core/model/event.ts';
import { databaseName } from '../../../src/store/log/database.ts';
import { type EventLog, openLog } from '../../../src/store/log/event-log.ts';
import { answer, event, forgedLogs } from '../memory/events.ts';

const COURSE = 'mlops';
const open: EventLog[] = [];
const openOne = async (patienceMillis = 10_000) => {
  const log = await openLog(COURSE, { patienceMillis });
  open.push(log);
  return log;
};
/** Gives up soon, but not before a slow machine has opened it. */
const openImpatient = async () => {
  const log = await openOne(100);
  await vi.waitFor(() => expect(log.state.status).toBe('ok'), 10_000);
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

test('an event that could not be read back is not written in silence: it is told, and kept for exporting', async () => {
  const log = await openOne();
  const broken = [answer('late', 0, { at: Number.NaN }), answer('item', 0, { item: 'x' }), answer('', 0)];
  const { added, state } = await log.append([...broken, answer('a', 0)]);
  expect({ added, status: state.status }).toEqual({ added: 1, status: 'read-only' });
  expect(state.message).toContain('파일로 내보내');
  await log.append([answer('b', 1)]);
  expect(log.state.message).toBe(state.message);
  expect(await idsOf(log)).toEqual(['a', 'b']);
  expect((await log.readAll()).unreadable).toEqual(broken);
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

test('a disk that the copy of the course has filled gives its room to the answer', async () => {
  const log = await openOne();
  const real = IDBObjectStore.prototype.add;
  let isFull = true;
  const given = vi.fn(async () => {
    isFull = false;
    return true;
  });
  vi.stubGlobal('caches', { delete: given });
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...of
  ) {
    if (isFull) throw new DOMException('full', 'QuotaExceededError');
    return real.apply(this, of);
  });
  expect(await log.append([answer('a', 0)])).toMatchObject({ added: 1, state: { status: 'ok' } });
  expect(given).toHaveBeenCalledExactlyOnceWith('lecture-study:/');
  add.mockRestore();
  vi.stubGlobal('caches', undefined);
  await log.close();
  expect(await idsOf(await openOne())).toEqual(['a']);
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

test.each([
  ['asking for IndexedDB throws', 'indexedDB'],
  ['a channel to other tabs is refused', 'BroadcastChannel'],
] as const)('where %s, the log opens, and what cannot be stored is kept and told', async (_, name) => {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  const real = Object.getOwnPropertyDescriptor(globalThis, name);
  // Firefox with site data blocked: the name is there, and making a channel throws.
  const refused =
    name === 'indexedDB'
      ? { get: refuse, configurable: true }
      : {
          value: class {
            constructor() {
              refuse();
            }
          },
          configurable: true,
        };
  Object.defineProperty(globalThis, name, refused);
  try {
    const log = await openOne();
    const status = name === 'indexedDB' ? 'memory-only' : 'ok';
    expect(await log.append([answer('a', 0)])).toMatchObject({ added: 1, state: { status } });
    expect(await idsOf(log)).toEqual(['a']);
    if (name === 'indexedDB') expect(log.state).toMatchObject({ cause: 'SecurityError' });
  } finally {
    if (real) Object.defineProperty(globalThis, name, real);
  }
});

test('an opening that hangs is told without blaming another tab, and trying again opens anew', async () => {
  const hanging = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => new IDBOpenDBRequest());
  const log = await openOne(100);
  expect(log.state).toMatchObject({ status: 'memory-only', cause: 'slow' });
  expect(log.state.message).not.toContain('다른 탭이');
  await log.append([answer('a', 0)]);
  await log.retry();
  expect(log.state.cause).toBe('slow');
  hanging.mockRestore();
  await log.retry();
  expect(log.state.status).toBe('ok');
  await log.close();
  expect(await idsOf(await openOne())).toEqual(['a']);
});

test('reading that hangs is told after a while, and trying again reads', async () => {
  const log = await openImpatient();
  await log.append([answer('a', 0)]);
  const hanging = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => new IDBRequest());
  expect(await log.readAll()).toMatchObject({
    events: [],
    state: { status: 'read-only', cause: 'TimeoutError' },
  });
  hanging.mockRestore();
  const heard = vi.fn();
  log.subscribe(heard);
  await log.retry();
  expect(heard).toHaveBeenCalled();
  expect(await log.readAll()).toMatchObject({ events: [{ id: 'a' }], state: { status: 'ok' } });
  expect(log.state.status).toBe('ok');
});

test('writing that hangs keeps the answer, says so, and lets others be read and written', async () => {
  const log = await openImpatient();
  const hanging = vi.spyOn(IDBIndex.prototype, 'getKey').mockImplementation(() => new IDBRequest());
  expect(await log.append([answer('a', 0)])).toMatchObject({ added: 1, state: { status: 'read-only' } });
  hanging.mockRestore();
  expect(await log.append([answer('b', 0)])).toMatchObject({ added: 2, state: { status: 'ok' } });
  expect(await idsOf(log)).toEqual(['a', 'b']);
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
  expect(log.state).toMatchObject({ status: 'memory-only', cause: 'slow' });
  await log.append([answer('a', 0)]);
  expect(await idsOf(log)).toEqual(['a']);
  holder.close();
  await vi.waitFor(() => expect(log.state.status).toBe('ok'));
  await log.close();
  expect(await idsOf(await openOne())).toEqual(['a']);
});

/** The connections that were opened, so that a test can do to them what a browser does. */
function watchConnections(): IDBDatabase[] {
  const connections: IDBDatabase[] = [];
  const { open: real } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...given) {
    const request = real.apply(this, given);
    request.addEventListener('success', () => connections.push(request.result as unknown as IDBDatabase));
    return request;
  });
  return connections;
}

test('a connection the browser has closed is made again at the next write, and nothing is missing', async () => {
  const connections = watchConnections();
  const log = await openOne();
  await log.append([answer('a', 0)]);
  forceCloseDatabase(connections[0] as never);
  expect(log.state).toMatchObject({ status: 'memory-only', cause: 'terminated' });
  expect(await log.append([answer('b', 1)])).toMatchObject({ added: 1, state: { status: 'ok' } });
  expect(await idsOf(log)).toEqual(['a', 'b']);
  expect(connections).toHaveLength(2);
});

test('a connection that was lost without a word is noticed by the write that fails, which is made good', async () => {
  const connections = watchConnections();
  const log = await openOne();
  connections[0]?.close();
  expect(await log.append([answer('a', 0)])).toMatchObject({
    added: 1,
    state: { status: 'read-only', cause: 'InvalidStateError' },
  });
  await vi.waitFor(() => expect(log.state.status).toBe('ok'));
  expect(await idsOf(await openOne())).toEqual(['a']);
});

test('the page seen again finds its database again, and stores what waited', async () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  const { open: real } = IDBFactory.prototype;
  const connections = watchConnections();
  const log = await openOne();
  forceCloseDatabase(connections[0] as never);
  const refused = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('gone', 'UnknownError');
  });
  expect(await log.append([answer('a', 0)])).toMatchObject({ state: { status: 'memory-only' } });
  refused.mockImplementation(real);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(log.state.status).toBe('memory-only');
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(log.state.status).toBe('ok'));
  expect(await idsOf(await openOne())).toEqual(['a']);
});

test('storage cleared under an open page is told, and the next answers are stored anew', async () => {
  const log = await openOne();
  await log.append([answer('a', 0)]);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(databaseName(COURSE)).onsuccess = resolve;
  });
  expect(log.state.status).toBe('memory-only');
  expect(await log.append([answer('b', 0)])).toMatchObject({ state: { status: 'ok' } });
  expect(await idsOf(log)).toEqual(['b']);
});

test('an opening held up does not hold up every answer after it', async () => {
  const holder = await openDB(databaseName(COURSE), 1);
  indexedDB.deleteDatabase(databaseName(COURSE));
  const log = await openOne(77);
  const waits = vi.spyOn(globalThis, 'setTimeout');
  for (let index = 0; index < 20; index += 1) await log.append([answer(`a${index}`, 0)]);
  expect(waits.mock.calls.filter(([, millis]) => millis === 77)).toEqual([]);
  holder.close();
  await vi.waitFor(() => expect(log.state.status).toBe('ok'));
  await vi.waitFor(async () => expect(await idsOf(await openOne())).toHaveLength(20));
});

test('more records than are read at once come in order, whatever gaps their numbers have', async () => {
  const log = await openOne();
  const many = Array.from({ length: 4_100 }, (_, at) => answer(`a${at}`, 0, { minute: at }));
  await log.append(many);
  const database = await openDB(databaseName(COURSE));
  for (const [at, number] of [5_000, 90_000, 2 ** 40].entries()) {
    await database.add('events', answer(`far${at}`, 1), number);
  }
  database.close();
  const contents = await log.readAll();
  expect(contents.events.map(({ id }) => id)).toEqual([...many.map(({ id }) => id), 'far0', 'far1', 'far2']);
  expect(contents.upTo).toBe(2 ** 40);
  expect((await log.readSince(4_099)).events).toHaveLength(4);
});

test('one record the browser cannot read keeps none of the others', async () => {
  const log = await openOne();
  await log.append([answer('a', 0), answer('b', 0), answer('c', 0)]);
  const broken = (): never => {
    throw new DOMException('blob', 'DataError');
  };
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(broken);
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    return key === 2 ? broken() : get.call(this, key);
  });
  const contents = await log.readAll();
  expect(contents.events.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(contents).toMatchObject({ unreadable: [undefined], upTo: 3, state: { status: 'ok' } });
  vi.restoreAllMocks();
  expect(await idsOf(log)).toEqual(['a', 'b', 'c']);
});

test('a log that cannot be read says so, loses nothing and takes answers', async () => {
  const log = await openOne();
  await log.append([answer('a', 0)]);
  const failing = (): never => {
    throw new DOMException('disk', 'DataError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(failing);
  vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(failing);
  const contents = await log.readAll();
  expect(contents).toMatchObject({ events: [], state: { status: 'read-only', cause: 'DataError' } });
  expect(contents.state.message).toContain('지우지 않았습니다');
  vi.restoreAllMocks();
  expect(await log.append([answer('b', 0)])).toMatchObject({ state: { status: 'ok' } });
  expect(await idsOf(log)).toEqual(['a', 'b']);
});

test('many records are read in batches, all of them and in order', async () => {
  const log = await openOne();
  const many = Array.from({ length: 4_321 }, (_, index) => answer(`a${index}`, 0));
  expect(await log.append(many)).toMatchObject({ added: 4_321 });
  expect(await log.append(many.slice(0, 9))).toMatchObject({ added: 0 });
  const contents = await log.readAll();
  expect(contents.events.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  expect(contents.upTo).toBe(4_321);
  expect((await log.readSince(4_000)).events).toHaveLength(321);
});

test('a clock set back orders events and loses none', async () => {
  const log = await openOne();
  await log.append([answer('late', 9)]);
  await log.append([answer('early', 1)]);
  const { events } = await log.readAll();
  expect(events.map(({ id }) => id)).toEqual(['late', 'early']);
  const history = fold(events).items.get(
    events[0]?.type === 'answer' ? events[0].item : ('' as never),
  )?.history;
  expect(history?.map(({ event }) => event.id)).toEqual(['early', 'late']);
});

test('a database of an earlier version opens with every event, and what it kept beside them is cleared', async () => {
  const events = Array.from({ length: 2_500 }, (_, at) => answer(`e${at}`, at % 90, { minute: at }));
  const star = event('star', 91, { type: 'star', item: 'question:q1' });
  const earlier = await openDB(databaseName(COURSE), 1, {
    upgrade(database) {
      database.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      database.createObjectStore('cache');
    },
  });
  for (const each of [...events, star, { junk: true }]) await earlier.add('events', each);
  // A snapshot of another state, which would be seen if anything read it.
  const data = {
    known: [],
    ends: new Uint32Array(),
    times: new Float64Array(),
    refs: new Uint32Array(),
    ids: '',
  };
  await earlier.put('cache', { version: 3, upTo: 2_501, count: 2_501, data }, 'snapshot');
  earlier.close();

  const log = await openOne();
  const contents = await log.readAll();
  expect(contents).toMatchObject({ state: { status: 'ok' }, upTo: 2_502, unreadable: [{ junk: true }] });
  expect(fold(contents.events)).toEqual(fold([...events, star]));
  expect(await log.append([answer('new', 92)])).toMatchObject({ added: 1, state: { status: 'ok' } });
  await log.close();

  const later = await openDB(databaseName(COURSE));
  expect(later.version).toBe(1);
  expect(await later.count('cache')).toBe(0);
  expect(await later.count('events')).toBe(2_503);
  later.close();
});

/** The log that a device has after merging some files one after the other. */
async function merged(parts: readonly (readonly StudyEvent[])[]): Promise<StudyEvent[]> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const log = await openOne();
  for (const part of parts) await log.merge([...part]);
  const { events, newer, unreadable } = await log.readAll();
  expect({ newer, unreadable }).toEqual({ newer: [], unreadable: [] });
  await log.close();
  return [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('merging files is commutative, associative and idempotent, also where one id has two contents', async () => {
  const parts = forgedLogs.chain((log) => fc.tuple(fc.subarray(log), fc.subarray(log), fc.subarray(log)));
  await fc.assert(
    fc.asyncProperty(parts, async ([a, b, c]) => {
      const all = await merged([a, b, c]);
      expect(all).toEqual(await merged([c, a, b, a]));
      expect(all).toEqual(await merged([await merged([b, c]), a]));
      expect(fold(all)).toEqual(fold([...c, ...b, ...a]));
    }),
    { numRuns: 60 },
  );
});

test('one id with another content is told to other tabs, and what no version can read stays beside its readable twin', async () => {
  const [one, two] = [await openOne(), await openOne()];
  const contents = [answer('a', 0), answer('a', 5, { verdict: 'incorrect', score: 0 })];
  const winner = mergeEvents([contents[0] as StudyEvent], [contents[1] as StudyEvent])[0] as StudyEvent;
  const loser = contents.find((each) => each !== winner) as StudyEvent;
  await one.append([loser, answer('b', 0)]);
  await plant({ id: 'c', type: 'answer', schema: 1 });
  const { upTo } = await two.readAll();
  expect(await one.merge([winner, answer('c', 0)])).toMatchObject({ added: 0, replaced: 2 });
  expect((await two.readSince(upTo)).events.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(await one.merge([loser, answer('c', 0)])).toMatchObject({ added: 0, replaced: 0 });
  const all = await two.readAll();
  expect(all.events).toHaveLength(3);
  expect(all.events).toContainEqual(winner);
  expect(all.unreadable).toEqual([{ replaced: { id: 'c', type: 'answer', schema: 1 } }]);
});
