/** A class that joins: 300 devices with a record of 3,000 events each, through the nginx that ships, within a minute. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startNginx } from '../../support/nginx.mjs';
import { loadModule } from '../bundle.mjs';
import { percentile, sleep, summary } from '../numbers.mjs';

const DEVICES = 300;
const EVENTS = 3_000;
const OVER_MILLIS = 60_000;
const SSR = { noExternal: [/.*/] };

const hex = (length) => Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join('');

/** As an answer is: a random id, one of 250 questions. */
const events = (course) =>
  Array.from({ length: EVENTS }, (_, at) => ({
    schema: 1,
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    course,
    device: '5d0cb1f2-9a0c-4a4e-8a26-7f1d5f2f7a11',
    at: 1_795_000_000_000 + at * 60_000,
    day: '2026-11-23',
    type: 'answer',
    kind: 'question',
    item: `question:q-${at % 250}`,
    contentHash: '9f2c1d7a55e01b3c',
    answer: { type: 'single', option: '1a2b' },
    verdict: 'correct',
    score: 1,
    confidence: 'sure',
    hints: 0,
    elapsedMillis: 8_200 + at,
  }));

/** A record and a memory of files as a page has them, without a disk. */
function device(course, start) {
  const log = [...start];
  const files = new Map();
  return {
    log,
    record: {
      course,
      contents: async (after = 0) => ({ events: log.slice(after), newer: [], upTo: log.length }),
      merge: async (more) => log.push(...more),
    },
    files: {
      read: async () => new Map(files),
      write: async (written) => {
        for (const file of written) files.set(file.name, file);
      },
    },
    device: hex(16),
    kind: 'phone',
  };
}

export async function measureSync() {
  const { syncOnce, LocalEvents } = await loadModule('src/store/sync/run.ts', SSR);
  const { deriveKeys } = await loadModule('src/store/sync/box.ts', SSR);
  const { openRemote } = await loadModule('src/store/sync/remote.ts', SSR);
  const folder = mkdtempSync(path.join(tmpdir(), 'lecture-study-class-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>class</title>');
  const served = await startNginx({ folder, sync: true });
  try {
    const learned = events('class');
    const requests = [];
    let bytes = 0;
    const remoteOf = (keys) =>
      openRemote(keys.folder, { url: `${served.url}sync/`, isDav: false, now: Date.now });
    const timed = (remote) => ({
      ...remote,
      list: () => time(() => remote.list()),
      get: async (name) => {
        const got = await time(() => remote.get(name));
        bytes += got?.length ?? 0;
        return got;
      },
      put: (name, box) => time(() => remote.put(name, box)),
    });
    const time = async (work) => {
      const before = performance.now();
      const done = await work();
      requests.push(performance.now() - before);
      return done;
    };
    const people = [];
    for (let at = 0; at < DEVICES; at += 1) {
      const keys = await deriveKeys(crypto.getRandomValues(new Uint8Array(32)), 'class');
      const first = device('class', learned);
      await syncOnce({ ...first, keys, remote: remoteOf(keys) }, new LocalEvents());
      people.push(keys);
      // What an address may ask for is not what is measured.
      await sleep(120);
    }
    const began = performance.now();
    const joined = await Promise.all(
      people.map(async (keys, at) => {
        await sleep((at / DEVICES) * OVER_MILLIS * 0.9);
        const before = performance.now();
        const second = device('class', []);
        await syncOnce({ ...second, keys, remote: timed(remoteOf(keys)) }, new LocalEvents());
        if (second.log.length !== EVENTS) throw new Error(`${second.log.length} of ${EVENTS} events came`);
        return performance.now() - before;
      }),
    );
    const took = performance.now() - began;
    const one = (value) => summary([value]);
    return [
      { metric: `${DEVICES} devices join`, unit: 's', ours: one(took / 1000), target: { atMost: 60 } },
      { metric: 'a request, p95', unit: 'ms', ours: percentile(requests, 0.95), target: { atMost: 300 } },
      { metric: `ready with ${EVENTS} events`, unit: 'ms', ours: summary(joined) },
      { metric: 'bytes of it', unit: 'kB', ours: one(bytes / DEVICES) },
      { metric: 'requests of it', unit: '', ours: one(requests.length / DEVICES) },
    ];
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
