/** A record goes out as a file and comes back the same; foreign, broken and hostile files are named and change nothing. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/core/memory/record-state.ts';
import { EVENT_SCHEMA } from '../../../src/core/model/event.ts';
import { exportRecord } from '../../../src/store/log/export-record.ts';
import { parseRecord } from '../../../src/store/log/import-record.ts';
import { OK } from '../../../src/store/log/log-state.ts';
import { answer, event, ITEMS, logs } from '../memory/events.ts';

const contents = { events: [answer('a', 0)], newer: [], unreadable: [], upTo: 1, state: OK };
const file = exportRecord('mlops', contents, 1);
const parse = (value: unknown) => parseRecord(JSON.stringify(value), 'mlops');

test('export and import are inverse, for any log', async () => {
  await fc.assert(
    fc.asyncProperty(logs, async (events) => {
      const read = await parse(exportRecord('mlops', { ...contents, events }, 1));
      if (read.status === 'error') throw new Error(read.message);
      expect(read).toEqual({ status: 'ok', events, unreadable: 0, message: '' });
      expect(fold(read.events as typeof events)).toEqual(fold(events));
    }),
  );
});

test('the file that the documentation shows is read whole', async () => {
  const example = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/record-format.md', 'utf8'))?.[1] ?? '';
  const read = await parseRecord(example, 'mlops-infra');
  expect(read).toMatchObject({ status: 'ok', unreadable: 0 });
  if (read.status === 'error') throw new Error(read.message);
  const types = new Set(read.events.map((each) => (each as { type: string }).type));
  for (const type of ['answer', 'overrule', 'star', 'setting', 'erase', 'restore'])
    expect(types).toContain(type);
});

test('events of a newer version pass through', async () => {
  const events = [
    { ...event('n', 0, { type: 'dream' }), schema: EVENT_SCHEMA + 1 },
    { ...answer('m', 0), confidence: 'certain', schema: EVENT_SCHEMA + 1 },
    event('o', 0, { type: 'dream' }),
  ];
  expect(await parse({ ...file, events })).toEqual({ status: 'ok', events, unreadable: 0, message: '' });
});

test('an answer whose confidence was not asked bears the version from which it is read, and no other event does', async () => {
  const exam = answer('x', 0, { confidence: null });
  expect(exam.schema).toBe(2);
  expect(answer('a', 0).schema).toBe(1);
  expect(await parse({ ...file, events: [exam] })).toMatchObject({ events: [exam], unreadable: 0 });
  const recall = { kind: 'card', item: ITEMS[3], verdict: 'known' };
  const wrong = [{ ...exam, schema: 1 }, answer('c', 0, { ...recall, confidence: null })];
  expect(await parse({ ...file, events: wrong })).toMatchObject({ events: [], unreadable: 2 });
});

test.each([
  ['too-large', 'x'.repeat(200 * 1024 * 1024)],
  ['too-deep', '['.repeat(1e5) + ']'.repeat(1e5)],
  ['not-json', JSON.stringify(file).slice(0, -20)],
  ['not-json', ''],
  ['not-json', '{"a\\"'],
  // Brackets within strings do not count, whatever is escaped there.
  ['foreign', JSON.stringify(['['.repeat(100), '\\', '"', '\\"['.repeat(60)])],
  ['too-deep', `["\\\\",${'['.repeat(60)}${']'.repeat(61)}`],
  ['foreign', '{"format":"other"}'],
  ['foreign', 'null'],
  ['foreign', JSON.stringify({ ...file, events: 'x' })],
  ['newer', JSON.stringify({ ...file, version: 2 })],
  ['other-course', JSON.stringify({ ...file, course: 'other' })],
])('a file is refused as %s', async (problem, text) => {
  const read = await parseRecord(text, 'mlops');
  expect(read).toMatchObject({ status: 'error', problem });
  expect(read.message).toMatch(/[가-힣]/);
});

test('hostile entries are left out and counted, the others come in', async () => {
  const good = JSON.stringify(answer('a', 0));
  const hostile = good.replace('["a"]', '{"__proto__":{"polluted":true}}').replace('"id":"a"', '"id":"b"');
  const text = JSON.stringify({ ...file, events: [] }).replace(
    '"events":[]',
    `"events":[${good},${hostile},7]`,
  );
  expect(await parseRecord(text, 'mlops')).toMatchObject({
    status: 'ok',
    events: [{ id: 'a' }],
    unreadable: 2,
  });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(await parse({ ...file, events: [answer('a', 0, { day: '2026-02-31' })] })).toMatchObject({
    unreadable: 1,
  });
});
