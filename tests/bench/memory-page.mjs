/** Runs in the browser for parts/memory.mjs: a record of 100,000 answers, read and added to as the app does it and as plainly as can be. */

import { openDB } from 'idb';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { dayNumber, dayOf } from '../../src/core/memory/day.ts';
import { lookingBack } from '../../src/core/memory/look-back.ts';
import { inSlices } from '../../src/core/memory/slices.ts';
import { apply, fold } from '../../src/core/memory/state.ts';
import { summarise } from '../../src/core/memory/summary.ts';
import { breathing } from '../../src/store/breathing.ts';
import { databaseName } from '../../src/store/log/database.ts';
import { openLog } from '../../src/store/log/event-log.ts';
import { keepSnapshot, project } from '../../src/store/log/projection.ts';
import { newFolding } from '../../src/store/study/folding.ts';

const COURSE = 'bench';
const COUNT = 100_000;
const ITEMS = 2_000;
/** A year of 274 answers a day. */
const A_DAY = 274;
const FIRST_DAY = 20_700;
const DAY_MILLIS = 86_400_000;
const BATCH = 5_000;

/** Numbers in [0, 1) from a seed: mulberry32. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function makeEvents() {
  const next = numbers(1);
  const hex = (length) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  const options = Array.from({ length: 8_000 }, () => hex(16));
  return Array.from({ length: COUNT }, (_, index) => {
    const day = FIRST_DAY + Math.floor(index / A_DAY);
    const isRight = next() < 0.8;
    const question = Math.floor(next() * ITEMS);
    return {
      schema: 1,
      id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      course: COURSE,
      device: 'd1',
      at: day * DAY_MILLIS + (index % A_DAY) * 60_000,
      day: dayOf(day),
      type: 'answer',
      kind: 'question',
      item: `question:q${question}`,
      contentHash: options[question],
      answer: { type: 'single', option: options[question * 4 + Math.floor(next() * 4)] },
      verdict: isRight ? 'correct' : 'incorrect',
      score: isRight ? 1 : 0,
      confidence: next() < 0.7 ? 'sure' : 'unsure',
      hints: 0,
      elapsedMillis: Math.floor(next() * 20_000),
    };
  });
}

async function time(work) {
  const begun = performance.now();
  const result = await work();
  return [performance.now() - begun, result];
}

/** Work with how long it took and the longest task of it; 0 when none took 50 ms. */
async function watch(work) {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  const [millis, result] = await time(work);
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { millis, result, longest: Math.max(0, ...long.map(({ duration }) => duration)) };
}

const today = dayOf(FIRST_DAY + COUNT / A_DAY + 1);
const overview = (state) => summarise(state, state.items.keys(), today);

/** The same reviews by the library alone: a card an item, the first answer of a day. */
function replay(events) {
  const scheduler = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false });
  const cards = new Map();
  for (const event of events) {
    const day = dayNumber(event.day);
    const known = cards.get(event.item);
    if (known?.day === day) continue;
    const now = new Date(day * DAY_MILLIS);
    const rating =
      event.verdict !== 'correct' ? Rating.Again : event.confidence === 'sure' ? Rating.Good : Rating.Hard;
    cards.set(event.item, {
      day,
      card: scheduler.next(known?.card ?? createEmptyCard(now), now, rating).card,
    });
  }
  return cards.size;
}

window.bench = {
  async seed() {
    const log = await openLog(COURSE);
    const events = makeEvents();
    for (let from = 0; from < COUNT; from += BATCH) await log.append(events.slice(from, from + BATCH));
    await log.close();
  },
  /** From opening the database to the numbers an overview shows; `folded` tells whether a snapshot was used. */
  async open() {
    const { result, ...took } = await watch(async () => {
      const log = await openLog(COURSE);
      const projection = await project(log);
      overview(projection.state);
      return { log, projection };
    });
    window.opened = result;
    return { ...took, folded: result.projection.folded };
  },
  /** What 학습 기록 shows of the past: every history is worked out. */
  async lookBack() {
    const { state } = window.opened.projection;
    const { millis, longest } = await watch(() =>
      inSlices(lookingBack(state, state.items.keys()), breathing()),
    );
    return { millis, longest };
  },
  /** Another desired retention, by which every item is folded anew. */
  async retain() {
    let { state } = window.opened.projection;
    const now = () => state;
    const show = (next) => {
      state = next;
    };
    const folding = newFolding({ now, show, pause: breathing() });
    const [last] = makeEvents().slice(-1);
    const { millis, longest } = await watch(() => {
      folding.take([{ ...last, id: 'r', at: last.at + 1, type: 'setting', name: 'retention', value: 0.85 }]);
      return folding.settled();
    });
    return { millis, longest };
  },
  async keep() {
    const { log, projection } = window.opened;
    return keepSnapshot(log, projection);
  },
  /** Reading everything with the database's own call, undecoded. */
  async readPlainly() {
    const database = await openDB(databaseName(COURSE));
    const [millis] = await time(() => database.getAll('events'));
    database.close();
    return millis;
  },
  async fold() {
    const events = makeEvents();
    const [ours] = await time(() => fold(events));
    const [plain] = await time(() => replay(events));
    return { ours, plain };
  },
  /** One answer: into the state, and into the log. The reference adds the same record with the same durability. */
  async append() {
    const { log, projection } = window.opened;
    let { state } = projection;
    const [last] = makeEvents().slice(-1);
    const result = { shown: [], stored: [], plain: [] };
    const database = await openDB('plain', 1, {
      upgrade: (db) => db.createObjectStore('events', { autoIncrement: true }),
    });
    for (let index = 0; index < 40; index++) {
      const event = {
        ...last,
        id: crypto.randomUUID(),
        at: last.at + index + 1,
        item: `question:q${index * 7}`,
      };
      const [shown, next] = await time(() => apply(state, event));
      state = next;
      result.shown.push(shown);
      result.stored.push((await time(() => log.append([event])))[0]);
      const [plain] = await time(async () => {
        const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
        await transaction.store.add(event);
        await transaction.done;
      });
      result.plain.push(plain);
    }
    database.close();
    return result;
  },
};
