/** Whatever devices do and wherever they are cut off: nothing is lost or doubled, and all agree in the end. */

import { describe, expect, test } from 'vitest';
import { numbersFrom } from '../../../src/core/quiz/shuffle.ts';
import { MOST_EVENTS } from '../../../src/core/sync/plan.ts';
import { deriveKeys } from '../../../src/store/sync/box.ts';
import { answer } from '../memory/events.ts';
import { COURSE, Device, foldOf, inOrder, MemoryServer, type OpenFolder, play } from './devices.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const KEYS = await deriveKeys(KEY, COURSE);

/** A server, and devices that share a record there. */
function setUp(...names: string[]) {
  const server = new MemoryServer();
  const open: OpenFolder = (folder) => server.open(folder);
  const devices = names.map((name) => new Device(name, 0, KEY, KEYS, open));
  const folder = () =>
    server.folders.get(KEYS.folder) ?? new Map<string, { bytes: Uint8Array; at: string }>();
  const written = () => [...folder()].map(([name, { at }]) => `${name} ${at}`).sort();
  return { server, devices: devices as [Device, Device], folder, written };
}

const answers = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => answer(`${prefix}-${at}`, at % 30, { minute: at }));

/** `SYNC_SCRIPTS=10000` for a night. */
const SCRIPTS = Number(process.env.SYNC_SCRIPTS ?? 25);

test(`${SCRIPTS} random scripts of five devices lose nothing, double nothing and fold alike`, async () => {
  for (let script = 0; script < SCRIPTS; script += 1) {
    const server = new MemoryServer();
    const open: OpenFolder = (folder) => server.open(folder);
    const { devices, made } = await play(numbersFrom(`script ${script}`), 60, open);
    const all = inOrder(made.values());
    const [first] = devices;
    for (const device of devices) {
      expect(inOrder(device.events) === all, `script ${script}, ${device.name}`).toBe(true);
      if (script < 25 && first)
        expect(foldOf(device), `script ${script}, ${device.name}`).toEqual(foldOf(first));
    }
    // What all have is not sent again.
    const written = () =>
      JSON.stringify([...server.folders].map(([, files]) => [...files].map(([, { at }]) => at)));
    const before = written();
    for (const device of devices) await device.sync();
    expect(written(), `script ${script}`).toBe(before);
  }
});

describe('files', () => {
  test('hold up to 500 events each; the last is written anew until it is full, a full one never again', async () => {
    const { devices, written } = setUp('a', 'b');
    const [a] = devices;
    a.add(answers('a', MOST_EVENTS - 1));
    await a.sync();
    expect(written()).toHaveLength(1);
    a.add(answers('more', 2));
    await a.sync();
    const full = written();
    expect(full.map((line) => line.split(' ')[1])).toEqual(['2', '3']);
    a.add(answers('still more', 3));
    await a.sync();
    expect(written()[0]).toBe(full[0]);
    expect(written()).toHaveLength(2);
  });

  test('an event takes at most 50 bytes of them', async () => {
    const { devices, folder } = setUp('a', 'b');
    const [a] = devices;
    const uuid = numbersFrom('ids');
    const hex = (length: number) =>
      Array.from({ length }, () => Math.floor(uuid() * 16).toString(16)).join('');
    const questions = Array.from({ length: 250 }, (_, at) => ({
      item: `question:q-${at}`,
      contentHash: hex(16),
      answer: { type: 'single', option: hex(4) },
    }));
    const learned = Array.from({ length: 3_000 }, (_, at) => ({
      ...answer(`${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`, Math.floor(at / 40), {
        minute: Math.floor(uuid() * 900),
        ...questions[Math.floor(uuid() * 250)],
        elapsedMillis: Math.floor(uuid() * 40_000),
      }),
      device: '5d0cb1f2-9a0c-4a4e-8a26-7f1d5f2f7a11',
    }));
    a.add(learned);
    await a.sync();
    const bytes = [...folder().values()].reduce((sum, file) => sum + file.bytes.length, 0);
    expect(bytes / learned.length).toBeLessThanOrEqual(50);
  });

  test('show no item, word or time of the record', async () => {
    const { devices, folder } = setUp('a', 'b');
    const [a] = devices;
    a.add(answers('a', 40));
    await a.sync();
    const stored = [...folder()]
      .map(([name, { bytes }]) => `${name} ${Buffer.from(bytes).toString('latin1')}`)
      .join();
    for (const word of [
      'vm-kernel',
      'question',
      'answer',
      'correct',
      'mlops',
      '2026',
      String(answers('a', 1)[0]?.at),
      'events',
      'computer',
    ])
      expect(stored).not.toContain(word);
  });
});

describe('what is lost comes back', () => {
  test('a device whose browser was cleared has everything after one run', async () => {
    const { devices } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 700));
    await a.sync();
    const before = inOrder(a.events);
    a.loseLog();
    a.forget();
    await a.sync();
    expect(inOrder(a.events)).toBe(before);
    await b.sync();
    expect(inOrder(b.events)).toBe(before);
  });

  test('a device that has lost its log alone, and answers before it has got it back, overwrites nothing', async () => {
    const { devices } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 20));
    await a.sync();
    a.loseLog();
    a.add(answers('later', 1));
    await a.sync();
    await b.sync();
    expect(a.events).toHaveLength(21);
    expect(b.events).toHaveLength(21);
  });

  test('files that a server has lost or cleared away are sent again by whoever has what was in them', async () => {
    const { devices, folder } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 20));
    await a.sync();
    await b.sync();
    folder().clear();
    await b.sync();
    a.loseLog();
    a.forget();
    await a.sync();
    expect(a.events).toHaveLength(20);
  });

  test('erasing goes to the others, and emptied files bring nothing back', async () => {
    const { devices, folder } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 20));
    await a.sync();
    await b.sync();
    await a.empty();
    expect([...folder()].filter(([, { bytes }]) => bytes.length === 0)).toHaveLength(1);
    await b.sync();
    expect(b.events).toHaveLength(20);
    // It has left, and is no device any more.
    expect(b.last?.devices).toHaveLength(1);
  });
});

describe('bad files', () => {
  const garble = (bytes: Uint8Array) =>
    Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte));

  test.each<[string, (bytes: Uint8Array) => Uint8Array, 'unreadable' | 'newer' | 'large']>([
    ['changed', garble, 'unreadable'],
    ['cut off', (bytes) => bytes.slice(0, -5), 'unreadable'],
    ['of one byte', () => new Uint8Array([1]), 'unreadable'],
    [
      'a page of a proxy',
      () => new TextEncoder().encode('<!doctype html><title>로그인</title>'),
      'unreadable',
    ],
    ['of a newer version', (bytes) => Uint8Array.from(bytes, (byte, at) => (at === 0 ? 9 : byte)), 'newer'],
    ['too large', () => new Uint8Array(2_000_001), 'large'],
  ])('%s: skipped, counted, and the rest is read', async (_, spoil, flaw) => {
    const { devices, folder } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 600));
    await a.sync();
    // It has seen its files listed.
    await a.sync();
    const [name, file] = [...folder()][0] ?? [];
    if (!name || !file) throw new Error('nothing was put');
    folder().set(name, { bytes: spoil(file.bytes), at: 'later' });
    await b.sync();
    expect(b.last?.skipped[flaw]).toBe(1);
    expect(b.events).toHaveLength(100);
    // Its device writes it anew, but what a newer app has written.
    await a.sync();
    await b.sync();
    expect(b.events).toHaveLength(600);
    expect(b.last?.skipped[flaw]).toBe(flaw === 'unreadable' ? 0 : 1);
  });

  test('a box fits no other name, and no other key', async () => {
    const { devices, folder } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 3));
    await a.sync();
    const [file] = [...folder().values()];
    if (!file) throw new Error('nothing was put');
    folder().clear();
    folder().set('00000000000000ff.0', file);
    await b.sync();
    expect(b.events).toHaveLength(0);
    expect(b.last?.skipped.unreadable).toBe(1);
  });

  test('10,000 files of noise are counted and not asked for', async () => {
    const { devices, folder } = setUp('a', 'b');
    const [a, b] = devices;
    a.add(answers('a', 3));
    await a.sync();
    for (let at = 0; at < 10_000; at += 1)
      folder().set(at % 2 ? `../${at}` : `noise-${at}.0`, { bytes: new Uint8Array([at]), at: '1' });
    await b.sync();
    expect(b.events).toHaveLength(3);
    expect(b.last?.skipped.foreign).toBe(10_000);
  });

  test('events of another course are left out', async () => {
    const { devices } = setUp('a', 'b');
    const [a, b] = devices;
    a.add([...answers('a', 2), { ...answer('other', 1), course: 'other' } as never]);
    await a.sync();
    await b.sync();
    expect(b.events).toHaveLength(2);
  });
});
