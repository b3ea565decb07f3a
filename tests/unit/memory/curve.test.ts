/** The step of a schedule is what ts-fsrs has planned before and after it, and its curve is the scheduler's own. */

import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import {
  type Curve,
  curveAhead,
  curveOf,
  intervalsAhead,
  latestStep,
} from '../../../src/core/memory/curve.ts';
import { DAY_MILLIS, dayOf } from '../../../src/core/memory/day-number.ts';
import { fold } from '../../../src/core/memory/record-state.ts';
import { recallAfter } from '../../../src/core/memory/schedule.ts';
import { questionItem } from '../../../src/core/model/event.ts';
import { answer, event, FIRST_DAY, forgedLogs, ITEMS } from './events.ts';

const item = ITEMS[0] ?? questionItem('');
const set = (name: string, value: unknown) => event(`set-${name}`, 0, { type: 'setting', name, value });
const rows = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('good' as const, 'hard' as const, 'again' as const),
  ),
  { minLength: 1, maxLength: 12 },
);
const GRADES = { good: Rating.Good, hard: Rating.Hard, again: Rating.Again } as const;

/** The record of some reviews, and the intervals in days that ts-fsrs gives by itself. */
function reviewed(reviews: [number, keyof typeof GRADES][], retention: number) {
  const scheduler = fsrs({ request_retention: retention, enable_short_term: false, enable_fuzz: false });
  const noon = (day: number) => new Date((FIRST_DAY + day) * DAY_MILLIS + DAY_MILLIS / 2);
  let [card, day] = [createEmptyCard(noon(0)), 0];
  const days: number[] = [];
  const sure: number[] = [];
  const log = reviews.map(([gap, grade], index) => {
    day += gap;
    sure.push(scheduler.next(card, noon(day), Rating.Good).card.scheduled_days);
    card = scheduler.next(card, noon(day), GRADES[grade]).card;
    days.push(card.scheduled_days);
    return answer(`a${index}`, day, {
      verdict: grade === 'again' ? 'partial' : 'correct',
      confidence: grade === 'hard' ? 'unsure' : 'sure',
    });
  });
  return { log: [...log, set('retention', retention)], days, sure: sure.at(-1), day: FIRST_DAY + day };
}

const points = ({ past, ahead, tail }: Curve) => [...(past ?? []), ...ahead.flat(), ...tail];

function expectDrawable(curve: Curve): void {
  for (const [day, recall] of points(curve)) {
    expect(day).toBeGreaterThanOrEqual(-1e-9);
    expect(day).toBeLessThanOrEqual(curve.days + 1e-9);
    expect(recall).toBeGreaterThan(0);
    expect(recall).toBeLessThanOrEqual(1);
  }
  for (const line of [curve.tail, ...curve.ahead])
    for (const [at, [, recall]] of line.entries()) expect(recall).toBeLessThanOrEqual(line[at - 1]?.[1] ?? 1);
  expect(curve.floor).toBeLessThan(curve.goal);
}

describe('a step', () => {
  test('has the intervals that ts-fsrs plans before and after it, and for a sure answer', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.8, 0.9, 0.95), (reviews, retention) => {
        const { log, days, sure, day } = reviewed(reviews, retention);
        const step = latestStep(fold(log), item, day);
        const rating = reviews.at(-1)?.[1];
        expect(step?.after.days).toBe(days.at(-1));
        expect(step?.before?.days).toBe(days.at(-2));
        expect(step?.sure?.days).toBe(rating === 'hard' ? sure : undefined);
        expect(step).toMatchObject({ rating, isLatest: true, uncut: null, exam: null, goal: retention });
        expect(step?.due).toBe(day + (days.at(-1) ?? 0));
      }),
    );
  });

  test('is that of the first answer of a day, and says when others came after it', () => {
    const state = fold([
      answer('a', 0),
      answer('b', 3, { verdict: 'incorrect', score: 0 }),
      answer('c', 3, { minute: 5 }),
    ]);
    const step = latestStep(state, item, FIRST_DAY + 3);
    expect(step).toMatchObject({ rating: 'again', isLatest: false });
    expect(curveOf(step as NonNullable<typeof step>)).toMatchObject({ past: null, isMiss: false });
  });

  test('before an exam is cut, and knows what it would be without', () => {
    const log = [answer('a', 0), answer('b', 3), answer('c', 11)];
    const free = latestStep(fold(log), item, FIRST_DAY + 11);
    const cut = latestStep(fold([...log, set('exam-day', dayOf(FIRST_DAY + 25))]), item, FIRST_DAY + 11);
    expect(cut).toMatchObject({ after: { days: 13 }, uncut: free?.after, exam: 14, due: FIRST_DAY + 24 });
    expect(curveOf(cut as NonNullable<typeof cut>).exam).toBe((cut?.before?.days ?? 0) + 14);
  });

  test('of nothing answered is none; of any record it can be drawn', () => {
    expect(latestStep(fold([]), item, FIRST_DAY)).toBeNull();
    fc.assert(
      fc.property(forgedLogs, fc.integer({ min: -2, max: 50 }), (log, day) => {
        const state = fold(log);
        for (const id of ITEMS) {
          const step = latestStep(state, id, FIRST_DAY + day);
          if (step) expectDrawable(curveOf(step));
        }
      }),
    );
  });
});

test('a curve ends on the day it comes back, at the recall that the scheduler predicts', () => {
  fc.assert(
    fc.property(rows, (reviews) => {
      const { log, day } = reviewed(reviews, 0.9);
      const step = latestStep(fold(log), item, day);
      if (!step) throw new Error('no step');
      const curve = curveOf(step);
      expectDrawable(curve);
      const [end, recall] = curve.ahead.at(-1)?.at(-1) ?? [];
      const past = curve.past?.at(-1)?.[0] ?? 0;
      expect((end ?? 0) - past).toBeCloseTo(step.after.days);
      expect(recall).toBeCloseTo(recallAfter(step.after.days, step.after.stability));
      // A miss shows no more than the end of what was before.
      expect(past).toBeCloseTo(
        Math.min(step.before?.days ?? 0, step.rating === 'again' ? 1.5 : Number.POSITIVE_INFINITY),
      );
    }),
  );
});

test('the intervals ahead are those of answers that are right on their day', () => {
  const { log, days } = reviewed(
    [
      [1, 'good'],
      [3, 'good'],
    ],
    0.9,
  );
  const { memory } = fold(log.slice(0, 1)).items.get(item) ?? {};
  if (!memory) throw new Error('not answered');
  const ahead = intervalsAhead(memory, 0.9, 3);
  expect(ahead.slice(0, 2).map((each) => each.days)).toEqual(days);
  const curve = curveAhead(ahead, 0.9);
  expectDrawable(curve);
  expect(curve.ahead.map((line) => line.at(-1)?.[0])).toEqual(
    ahead.map((_, at) => expect.closeTo(ahead.slice(0, at + 1).reduce((sum, each) => sum + each.days, 0))),
  );
});
