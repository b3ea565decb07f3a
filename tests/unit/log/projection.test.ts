/** The state read through a snapshot is that of the whole log; the snapshot is only ever a cache. */

import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PACK_VERSION } from '../../../src/core/memory/pack.ts';
import { fold } from '../../../src/core/memory/state.ts';
import { databaseName } from '../../../src/store/log/database.ts';
import { type EventLog, openLog } from '../../../src/store/log/event-log.ts';
import { keepSnapshot, project } from '../../../src/store/log/projection.ts';
import { answer, event, ITEMS } from '../memory/events.ts';

let log: EventLog;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  log = await openLog('mlops');
});
afterEach(async () => {
  await log.close();
  vi.unstubAllGlobals();
});

const many = Array.from({ length: 2_500 }, (_, index) =>
  answer(`a${index}`, index % 90, {
    item: ITEMS[index % ITEMS.length],
    minute: index,
    confidence: index % 3 === 0 ? 'unsure' : 'sure',
    verdict: index % 5 === 0 ? 'incorrect' : 'correct',
  }),
);
const later = [
  answer('late', 3, { verdict: 'incorrect' }),
  event('r', 91, { type: 'setting', name: 'retention', value: 0.85 }),
];

test('from nothing, with a snapshot, and with more events after it, the state is the fold', async () => {
  await log.append(many);
  const first = await project(log);
  expect(first).toMatchObject({ upTo: 2_500, folded: 2_500, log: { status: 'ok' } });
  expect(first.state).toEqual(fold(many));
  expect(await keepSnapshot(log, first)).toBe(true);

  const second = await project(log);
  expect(second).toMatchObject({ upTo: 2_500, folded: 0 });
  expect(second.state).toEqual(fold(many));
  expect(await keepSnapshot(log, second)).toBe(false);

  await log.append(later);
  const third = await project(log);
  expect(third).toMatchObject({ upTo: 2_502, folded: 2 });
  expect(third.state).toEqual(fold([...many, ...later]));
});

test('few events are not worth a snapshot, and events that are not stored never get into one', async () => {
  await log.append(later);
  expect(await keepSnapshot(log, await project(log))).toBe(false);
  vi.stubGlobal('indexedDB', undefined);
  const without = await openLog('mlops');
  await without.append(many);
  const projection = await project(without);
  expect(projection.state).toEqual(fold(many));
  expect(await keepSnapshot(without, projection)).toBe(false);
  await without.close();
});

test.each([
  ['of another version', { version: PACK_VERSION - 1 }],
  ['that is no pack', { data: 'junk' }],
  ['cut short', { data: { known: [], ends: new Uint32Array(1), times: new Float64Array(0) } }],
  ['of another log', { count: 7 }],
])('a snapshot %s is not read', async (_, broken) => {
  await log.append(many);
  await keepSnapshot(log, await project(log));
  const database = await openDB(databaseName('mlops'));
  const kept = await database.get('cache', 'snapshot');
  await database.put('cache', { ...kept, ...broken }, 'snapshot');
  database.close();
  const projection = await project(log);
  expect(projection.folded).toBe(2_500);
  expect(projection.state).toEqual(fold(many));
});
