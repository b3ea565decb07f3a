/** A record goes out as a file and comes back the same; foreign, broken and hostile files are named and change nothing. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/core/memory/record-state.ts';
import { EVENT_SCHEMA } from '../../../src/core/model/event.ts';
import { decodeEvent } from '../../../src/store/log/decode-event.ts';
import { exportRecord, parseRecord } from '../../../src/store/log/record-file.ts';
import { answer, event, ITEMS, logs } from '../memory/events.ts';

const contents = { events: [answer('a', 0)], newer: [], unreadable: [] };
const file = JSON.parse(exportRecord('mlops', contents, 1).join(''));
const whole = { status: 'ok', unreadable: 0, setApart: 0 };
const parse = (value: unknown) => parseRecord(JSON.stringify(value), 'mlops');

test('export and import are inverse, for any log', async () => {
  await fc.assert(
    fc.asyncProperty(logs, async (events) => {
      const read = await parseRecord(exportRecord('mlops', { ...contents, events }, 1).join(''), 'mlops');
      if (read.status === 'error') throw new Error(read.message);
      expect(read).toEqual({ ...whole, events });
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
  expect(await parse({ ...file, events })).toEqual({ ...whole, events });
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

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test.each([
  ['foreign', 'x'.repeat(50_000_000)],
  ['foreign', deep(1e5)],
  ['foreign', `{"events":[${'['.repeat(200_000)}`],
  ['foreign', '7'],
  ['not-json', JSON.stringify(file).slice(0, -20)],
  ['not-json', JSON.stringify(file).slice(0, -1)],
  ['not-json', `${JSON.stringify(file)},`],
  ['not-json', JSON.stringify(file).replace('"type"', 'type')],
  ['not-json', ''],
  ['not-json', '{"a\\"'],
  ['foreign', JSON.stringify(['['.repeat(100), '\\', '"', '\\"['.repeat(60)])],
  ['foreign', '{"format":"other"}'],
  ['foreign', 'null'],
  ['foreign', JSON.stringify({ ...file, events: 'x' })],
  ['foreign', JSON.stringify({ ...file, events: { a: answer('a', 0) } })],
  ['newer', JSON.stringify({ ...file, version: 2 })],
  ['other-course', JSON.stringify({ ...file, course: 'other' })],
])('a file is refused as %s', async (problem, text) => {
  const read = await parseRecord(text, 'mlops');
  if (read.status === 'ok') throw new Error('accepted');
  expect(read.problem).toBe(problem);
  expect(read.message).toMatch(/[가-힣]/);
});

/** A file that gives a few bytes at a time, in the middle of a character or a string. */
function inPieces(text: string, bytes: number): Blob {
  const blob = new Blob([text]);
  return {
    size: Math.ceil(blob.size / bytes) * 4_194_304,
    slice: (from: number) => blob.slice((from / 4_194_304) * bytes, (from / 4_194_304 + 1) * bytes),
  } as Blob;
}

test('a file is read alike however it is written and cut into pieces', async () => {
  const events = [answer('a', 0), answer('b', 1, { answer: ['"events":[', '\\', '\\"]}', '가'.repeat(9)] })];
  const written = { ...file, note: { events: [{}, 1] }, events, unreadable: [{ events: [{}] }, 'x'] };
  const sorted = Object.fromEntries(Object.entries(written).sort());
  const texts = [JSON.stringify(written), JSON.stringify(sorted), JSON.stringify(written, null, 2)];
  for (const text of texts) {
    const expected = { ...whole, events, setApart: 2 };
    expect(await parseRecord(`\uFEFF${text}`, 'mlops')).toEqual(expected);
    expect(await parseRecord(new Blob([`\uFEFF${text}`]), 'mlops')).toEqual(expected);
    expect(await parseRecord(inPieces(text, 1), 'mlops')).toEqual(expected);
    expect(await parseRecord(inPieces(text, 7), 'mlops')).toEqual(expected);
  }
  // Of two lists of one name the last counts, as everywhere in JSON.
  const twice = JSON.stringify(file).replace('"events":', '"events":[{"id":1},2],"events":');
  expect(await parseRecord(twice, 'mlops')).toEqual({ ...whole, events: file.events });
});

test('any change to an exported file is told or harmless, and loses no entry that is whole', async () => {
  const text = exportRecord(
    'mlops',
    { ...contents, events: Array.from({ length: 12 }, (_, at) => answer(`e${at}`, at)) },
    1,
  ).join('');
  const ids = new Set(Array.from({ length: 12 }, (_, at) => `e${at}`));
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 30 }), async (at, cut, put) => {
      const changed = text.slice(0, at) + put + text.slice(at + cut);
      const read = await parseRecord(changed, 'mlops');
      if (read.status === 'error') {
        expect(read.message).toMatch(/[가-힣]/);
        return;
      }
      const natively = JSON.parse(changed) as { events: unknown[] };
      const decoded = natively.events.map(decodeEvent);
      const kept = decoded.filter(
        (each) => each.status !== 'unreadable' && each.event.course === 'mlops',
      ).length;
      expect(read.events.length).toBe(kept);
      expect(read.events.length + read.unreadable).toBe(natively.events.length);
      if (at > text.indexOf('],') || cut + put.length === 0) return;
      expect(read.events.filter(({ id }) => ids.has(id)).length).toBeGreaterThanOrEqual(9);
    }),
    { numRuns: 3_000 },
  );
});

/** Values that a database holds and JSON does not. */
const hostile = (): unknown[] => {
  const circle: Record<string, unknown> = { id: 'circle', name: '원' };
  circle.self = [circle];
  let deepest: unknown = 'end';
  for (let level = 0; level < 100_000; level += 1) deepest = { deepest };
  let wide: unknown = 'leaf';
  // Each level holds the next twice: written out it would be 2^60 leaves.
  for (let level = 0; level < 60; level += 1) wide = [wide, wide];
  return [
    12n,
    { id: 'big', count: 12n },
    circle,
    deepest,
    wide,
    undefined,
    Number.NaN,
    new Date(Number.NaN),
    new Map([[{ a: 1 }, new Set([circle])]]),
    new Uint8Array([1, 2]).buffer,
    new Float64Array([0.5]),
    /x/g,
    new Error('broken'),
    JSON.parse('{"__proto__":{"isAdmin":true}}'),
    '\ud800',
    Object.create(null),
    { ...answer('f', 0), elapsedMillis: Number.POSITIVE_INFINITY },
    { ...answer('g', 0), extra: 12n },
    { ...answer('h', 0), extra: circle },
    { ...answer('i', 0), extra: wide },
  ];
};

test('what JSON cannot hold is exported as text, and the file is read back', async () => {
  const records = hostile();
  for (const record of records) expect(decodeEvent(record).status).toBe('unreadable');
  const text = exportRecord('mlops', { ...contents, unreadable: records }, 1).join('');
  const written = JSON.parse(text) as { unreadable: unknown[] };
  expect(written.unreadable).toHaveLength(records.length);
  const told = written.unreadable.map((each) => JSON.stringify(each)).join('\n');
  for (const words of ['12n', '원', 'end', 'leaf', 'isAdmin', 'broken', '0.5', 'Infinity'])
    expect(told).toContain(words);
  expect(await parseRecord(text, 'mlops')).toMatchObject({
    events: contents.events,
    setApart: records.length,
  });
});

test('a record nested as deep as an older version exported it is left out alone', async () => {
  const events = [answer('a', 0), answer('b', 0)];
  const text = JSON.stringify({ ...file, events }).replace(
    '},{',
    `},{"id":"deep","inside":${deep(5_000)}},{`,
  );
  expect(await parseRecord(text, 'mlops')).toEqual({ ...whole, events, unreadable: 1 });
});

test('a file of more than 40 million characters is read back whole', async () => {
  const events = Array.from({ length: 4_200 }, (_, at) =>
    answer(`e${at}`, at % 90, { answer: ['x'.repeat(9_999)] }),
  );
  const pieces = exportRecord('mlops', { ...contents, events }, 1);
  expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBeGreaterThan(40_000_000);
  const read = await parseRecord(new Blob(pieces), 'mlops');
  expect(read).toMatchObject(whole);
  if (read.status === 'error') throw new Error(read.message);
  expect(read.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
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
