/** Runs in the browser for parts/memory.mjs: records of three sizes, opened, imported and added to as the app does it. */

import { openDB } from 'idb';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { dayNumber, dayOf } from '../../src/core/memory/day-number.ts';
import { fold } from '../../src/core/memory/record-state.ts';
import { answerStatistics } from '../../src/core/memory/statistics.ts';
import { tallyOf } from '../../src/core/study/standing.ts';
import { databaseName } from '../../src/store/log/database.ts';
import { openRecord } from '../../src/store/study/record.ts';
import { useStudy } from '../../src/store/study/study.ts';
import { previewFile } from '../../src/ui/progress/record-section.tsx';

const ITEMS = 2_000;
/** A year of 274 answers a day. */
const A_DAY = 274;
const FIRST_DAY = 20_700;
const DAY_MILLIS = 86_400_000;

const courseOf = (count) => `bench-${count}`;

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

function makeEvents(count) {
  const next = numbers(1);
  const hex = (length) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  const options = Array.from({ length: 8_000 }, () => hex(16));
  return Array.from({ length: count }, (_, index) => {
    const day = FIRST_DAY + Math.floor(index / A_DAY);
    const isRight = next() < 0.8;
    const question = Math.floor(next() * ITEMS);
    return {
      schema: 1,
      id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      course: courseOf(count),
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

/** Resolves when so many answers are in the state that the app shows. */
const isShown = (count) =>
  new Promise((resolve) => {
    const look = ({ state }) => {
      let answers = 0;
      for (const { history } of state?.items.values() ?? []) answers += history.length;
      if (answers >= count) resolve(state);
    };
    look(useStudy.getState());
    useStudy.subscribe(look);
  });

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

let record;

window.bench = {
  /** From opening the database to the numbers an overview shows. */
  async open(count) {
    const { millis, longest } = await watch(async () => {
      record = await openRecord(courseOf(count), useStudy);
      const state = await isShown(count);
      tallyOf(state, state.items.keys(), FIRST_DAY + count / A_DAY + 1);
    });
    return { millis, longest };
  },
  /** What 학습 기록 shows of the past. */
  async lookBack() {
    const { state } = useStudy.getState();
    const { millis, longest } = await watch(async () => answerStatistics(state, state.items.keys()));
    return { millis, longest };
  },
  /** Another desired retention, by which every item is folded anew. */
  async retain() {
    const { millis, longest } = await watch(async () => {
      await record.choose({ name: 'retention', value: 0.85 });
      while (useStudy.getState().state.settings.retention !== 0.85)
        await new Promise((resolve) => setTimeout(resolve, 5));
    });
    return { millis, longest };
  },
  /** A file of so many answers, into an empty record: looked at, then taken in. */
  async import(count) {
    const course = courseOf(count);
    const events = makeEvents(count);
    const file = { format: 'lecture-study-record', version: 1, course, exportedAt: 0, events };
    const blob = new File([JSON.stringify(file)], 'record.json');
    indexedDB.deleteDatabase(databaseName(course));
    record = await openRecord(course, useStudy);
    const { millis, longest } = await watch(async () => {
      const read = await previewFile(record, blob);
      await record.merge(read.preview.events);
      await isShown(count);
    });
    return { millis, longest };
  },
  /** Reading everything with the database's own call, undecoded. */
  async readPlainly(count) {
    const database = await openDB(databaseName(courseOf(count)));
    const [millis] = await time(() => database.getAll('events'));
    database.close();
    return millis;
  },
  async fold(count) {
    const events = makeEvents(count);
    const [ours] = await time(() => fold(events));
    const [plain] = await time(() => replay(events));
    return { ours, plain };
  },
  /** One answer: into the state, and into the log. The reference adds the same record with the same durability. */
  async append(count) {
    const [last] = makeEvents(count).slice(-1);
    const result = { shown: [], stored: [], plain: [] };
    const database = await openDB('plain', 1, {
      upgrade: (db) => db.createObjectStore('events', { autoIncrement: true }),
    });
    for (let index = 0; index < 40; index++) {
      const event = { ...last, id: crypto.randomUUID(), item: `question:q${index * 7}` };
      const [shown, { stored }] = await time(() => record.answer(event));
      result.shown.push(shown);
      result.stored.push(shown + (await time(() => stored))[0]);
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
