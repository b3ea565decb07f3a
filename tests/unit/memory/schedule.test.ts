/** Schedules are ts-fsrs's own; summaries, forecast and calibration are counted from them. */

import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { DAY_MILLIS, dayNumber, dayOf } from '../../../src/core/memory/day-number.ts';
import { dueAfter, dueDayNumber, forecast } from '../../../src/core/memory/due-day.ts';
import { apply, fold, nextAt } from '../../../src/core/memory/record-state.ts';
import { ratingOf, recallOn } from '../../../src/core/memory/schedule.ts';
import { answerStatistics } from '../../../src/core/memory/statistics.ts';
import type { ItemId } from '../../../src/core/model/event.ts';
import { questionItem } from '../../../src/core/model/event.ts';
import { answer, atOf, event, FIRST_DAY, ITEMS, logs } from './events.ts';

const item = ITEMS[0] as ItemId;
const wrong = { verdict: 'incorrect', score: 0 };
const today = (day: number) => dayOf(FIRST_DAY + day);
const set = (name: string, value: unknown) => event(`set-${name}`, 0, { type: 'setting', name, value });

describe('days', () => {
  test('are the calendar’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 2_900_000 }), (number) => {
        const text = new Date(number * DAY_MILLIS).toISOString().slice(0, 10);
        expect(dayOf(number)).toBe(text);
        expect(dayNumber(text)).toBe(number);
      }),
    );
    expect(dayNumber('2026-02-29')).toBeNaN();
    expect(dayNumber('2026-2-1')).toBeNaN();
  });
});

test('grades', () => {
  expect(ratingOf('correct', 'sure', 0)).toBe('good');
  expect(ratingOf('correct', 'unsure', 0)).toBe('hard');
  expect(ratingOf('correct', 'sure', 1)).toBe('hard');
  expect(ratingOf('correct', null, 0)).toBe('good');
  expect(ratingOf('partial', null, 0)).toBe('again');
  expect(ratingOf('partial', 'sure', 0)).toBe('again');
  expect(ratingOf('unanswered', 'sure', 0)).toBe('again');
  expect([ratingOf('known', 'sure', 0), ratingOf('vague', 'sure', 0), ratingOf('missed', 'sure', 0)]).toEqual(
    ['good', 'hard', 'again'],
  );
});

test('schedules equal those of ts-fsrs for the same reviews', () => {
  const reviews = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('good', 'hard', 'again')),
    {
      minLength: 1,
      maxLength: 25,
    },
  );
  fc.assert(
    fc.property(reviews, fc.constantFrom(0.8, 0.85, 0.9, 0.95), (rows, retention) => {
      const scheduler = fsrs({ request_retention: retention, enable_short_term: false, enable_fuzz: false });
      const noon = (day: number) => new Date((FIRST_DAY + day) * DAY_MILLIS + DAY_MILLIS / 2);
      let card = createEmptyCard(noon(0));
      let day = 0;
      const log = rows.map(([gap, grade], index) => {
        day += gap;
        const rating = { good: Rating.Good, hard: Rating.Hard, again: Rating.Again }[grade];
        card = scheduler.next(card, noon(day), rating as Rating.Good).card;
        return answer(`a${index}`, day, {
          verdict: grade === 'again' ? 'partial' : 'correct',
          confidence: grade === 'hard' ? 'unsure' : 'sure',
        });
      });
      const state = fold([...log, set('retention', retention)]);
      expect(state.items.get(item)?.memory).toMatchObject({
        stability: card.stability,
        difficulty: card.difficulty,
        dueDay: FIRST_DAY + day + card.scheduled_days,
        reviews: card.reps,
        lapses: card.lapses,
      });
      const { memory } = state.items.get(item) ?? {};
      expect(memory && recallOn(memory, FIRST_DAY + day + 9)).toBe(
        scheduler.get_retrievability(card, noon(day + 9), false),
      );
    }),
  );
});

test('only the first answer of a day moves the schedule; a day that goes back never does', () => {
  const first = fold([answer('a', 3, wrong)]).items.get(item)?.memory;
  const later = fold([
    answer('a', 3, wrong),
    answer('b', 3, { minute: 9 }),
    answer('c', 4, { day: today(2) }),
  ]);
  expect(later.items.get(item)?.memory).toEqual(first);
  expect(later.items.get(item)?.history).toHaveLength(3);
});

test('a card comes back on the day that its grades have named, with an exam ahead and without', () => {
  const card = ITEMS[3] as ItemId;
  const exams = fc.option(fc.integer({ min: 20, max: 60 }));
  fc.assert(
    fc.property(logs, fc.integer({ min: 0, max: 45 }), exams, (log, day, exam) => {
      const state = fold(exam === null ? log : [...log, set('exam-day', today(exam))]);
      for (const verdict of ['known', 'vague', 'missed'] as const) {
        const at = nextAt(state, atOf(day), { item: card });
        const given = answer('now', day, { kind: 'card', item: card, verdict, at, day: today(day) });
        const due = dueDayNumber(apply(state, given), card, FIRST_DAY + day);
        expect(dueAfter(state, card, verdict, today(day))).toBe(due);
      }
    }),
  );
});

describe('over many items', () => {
  const ids = [item, ITEMS[1] as ItemId, questionItem('unseen')];
  const log = [
    answer('a', 0, wrong),
    answer('b', 1, { item: ITEMS[1] }),
    event('s', 1, { type: 'star', item }),
  ];

  test('what would come back after the exam comes in its last days, and the unseen before its eve', () => {
    const many = Array.from({ length: 7 }, (_, index) => questionItem(`new-${index}`));
    const log = [answer('a', 0), answer('b', 9), answer('c', 30)];
    const free = dueDayNumber(fold(log), item, FIRST_DAY + 30);
    const state = fold([...log, set('exam-day', today(43))]);
    expect(dueDayNumber(state, item, FIRST_DAY + 30)).toBe(FIRST_DAY + 42);
    expect(dueDayNumber(state, item, FIRST_DAY + 43)).toBe(free);
    // Reviewed within the last days already.
    expect(dueDayNumber(fold([...log, set('exam-day', today(36))]), item, FIRST_DAY + 30)).toBe(free);
    const days = forecast(state, [item, ...many], today(39), 6);
    expect(days.map(({ fresh }) => fresh)).toEqual([3, 2, 2, 0, 0, 0]);
    expect(days.map(({ due }) => due)).toEqual([0, 0, 0, 1, 0, 0]);
  });

  test('calibration and confidence use what moved the schedule', () => {
    const given = answer('e', 2, {
      item: questionItem('unseen'),
      verdict: 'unanswered',
      confidence: 'unsure',
    });
    const exam = questionItem('exam');
    const unasked = answer('f', 4, { item: exam, ...wrong, confidence: null });
    const state = fold([...log, answer('c', 1), answer('d', 1, { minute: 3, ...wrong }), given, unasked]);
    const { calibration: bins, confidence, ...sums } = answerStatistics(state, [...ids, exam], today(4));
    expect(bins).toHaveLength(10);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(bins.find(({ count }) => count > 0)?.actual).toBe(1);
    expect(sums).toEqual({
      ahead: null,
      answers: 6,
      items: 4,
      byDay: new Map([
        [FIRST_DAY, 1],
        [FIRST_DAY + 1, 3],
        [FIRST_DAY + 2, 1],
        [FIRST_DAY + 4, 1],
      ]),
    });
    // 모르겠음 was no answer, sure or unsure; of an exam’s nobody asked.
    expect(confidence).toEqual({
      sure: { right: 2, wrong: 1 },
      unsure: { right: 0, wrong: 0 },
    });
  });
});
