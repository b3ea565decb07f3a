/** The open record while the device's clock is wrong, or a file brings times that no clock shows: what is done now holds, and stays. */

import './no-network.ts';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { create } from 'zustand';
import { dayNumber } from '../../src/core/memory/day-number.ts';
import { dueDayNumber } from '../../src/core/memory/due-day.ts';
import { type EventId, type ItemId, questionItem } from '../../src/core/model/event.ts';
import { parseRecord } from '../../src/store/log/record-file.ts';
import { type NewAnswer, openRecord, type Study, type StudyRecord } from '../../src/store/study/record.ts';
import { recordFile } from '../support/learned.ts';
import { event } from '../unit/memory/events.ts';

const item = questionItem('conda-drift');
let course = 'clocks';

/** The record as a page that was just loaded has it. */
async function load() {
  const study = create<Study>(() => ({
    state: null,
    index: null,
    isIndexMissing: false,
    log: null,
    today: '' as Study['today'],
  }));
  const record = await openRecord(course, study);
  const of = (id: ItemId = item) => study.getState().state?.items.get(id);
  const due = () => {
    const { state, today } = study.getState();
    return state && (dueDayNumber(state, item, dayNumber(today)) ?? 0) - dayNumber(today);
  };
  return { study, record, of, due };
}

const answerTo = (record: StudyRecord, verdict: 'correct' | 'incorrect') =>
  record.answer({
    kind: 'question',
    item,
    contentHash: 'h',
    answer: null,
    verdict,
    score: Number(verdict === 'correct'),
    confidence: 'sure',
    hints: 0,
    elapsedMillis: 5_000,
  } as unknown as NewAnswer).stored;

const setClock = (text: string) => vi.setSystemTime(new Date(text));

beforeEach(() => {
  course = `${course}+`;
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-12-01T10:00');
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([253_402_300_799_999, 253_402_300_800_005])(
  'an erase dated %d leaves room for later answers, and can be undone after a reload',
  async (before) => {
    const erase = event('evil-1', 0, {
      type: 'erase',
      scope: { by: 'all' },
      before,
      course,
      at: 1_764_000_000_000,
    });
    const file = await parseRecord(recordFile(course, [erase]), course);
    if (file.status === 'error') throw new Error(file.message);
    const first = await load();
    await first.record.merge(file.events);
    await vi.waitFor(() => expect(first.study.getState().state?.erasures).toHaveLength(1));
    for (const verdict of ['incorrect', 'correct', 'correct'] as const) await answerTo(first.record, verdict);
    const second = await load();
    expect(second.of()?.history).toHaveLength(3);
    await second.record.restore('evil-1' as EventId);
    const third = await load();
    expect(third.study.getState().state?.restored.has('evil-1' as EventId)).toBe(true);
    expect((await third.record.contents()).unreadable).toEqual([]);
  },
);

test('with the clock right again after years ahead, settings, stars, 오답 and schedule follow the learner', async () => {
  setClock('2035-01-01T10:00');
  const ahead = await load();
  await ahead.record.choose({ name: 'daily-limit', value: 10 });
  await ahead.record.star(item, true);
  await answerTo(ahead.record, 'incorrect');
  setClock('2026-12-01T10:00');
  const now = await load();
  expect(now.due()).toBe(0);
  await now.record.choose({ name: 'daily-limit', value: 50 });
  await now.record.star(item, false);
  await answerTo(now.record, 'correct');
  setClock('2026-12-02T10:00');
  const next = await load();
  await answerTo(next.record, 'correct');
  for (const { study, of, due } of [next, await load()]) {
    expect(study.getState().state?.settings.dailyLimit).toBe(50);
    expect(of()).toMatchObject({ isStarred: false, isWrong: false });
    expect(of()?.history.map(({ event: { day } }) => day)).toEqual([
      '2035-01-01',
      '2026-12-01',
      '2026-12-02',
    ]);
    expect(due()).toBeGreaterThan(0);
    expect(due()).toBeLessThan(60);
  }
});

test('what is missed at 23:57 comes back at 4 in the morning and not at midnight', async () => {
  setClock('2026-11-30T23:57');
  const { record, of, due } = await load();
  await answerTo(record, 'incorrect');
  const days = due();
  expect(days).toBeGreaterThan(0);
  for (const [moment, left] of [
    ['2026-12-01T00:02', days],
    ['2026-12-01T03:59', days],
    ['2026-12-01T04:00', Number(days) - 1],
  ] as const) {
    setClock(moment);
    expect([moment, (await load()).due()]).toEqual([moment, left]);
  }
  expect(of()?.history[0]?.event.day).toBe('2026-11-30');
});

test('a clock before 1970 or after 9999 writes what can be read', async () => {
  for (const moment of [-8.64e15, -1, 253_402_300_800_000, 8.64e15]) {
    vi.setSystemTime(moment);
    const { record, study } = await load();
    await answerTo(record, 'correct');
    record.erase({ by: 'all' });
    await record.choose({ name: 'daily-limit', value: 5 });
    expect(study.getState().log?.status).toBe('ok');
    expect((await record.contents()).unreadable).toEqual([]);
  }
});
