/** Before an exam the reviews of its last days are even: planned once each, nothing new on the eve, and today's plan holds. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../../src/core/memory/day-number.ts';
import { dueDayNumber, forecast, LAST_DAYS } from '../../../src/core/memory/due-day.ts';
import { apply, applyAll, fold } from '../../../src/core/memory/record-state.ts';
import type { ItemId } from '../../../src/core/model/event.ts';
import { questionItem } from '../../../src/core/model/event.ts';
import { answer, event, FIRST_DAY } from './events.ts';

const NOW = 60;
const TODAY = FIRST_DAY + NOW;
const wrong = { verdict: 'incorrect', score: 0 };
const examIn = (days: number) =>
  event('exam', 0, { type: 'setting', name: 'exam-day', value: dayOf(TODAY + days) });

/** Of each item the days on which it was answered and whether it was right; those without are new. */
const records = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 0, max: NOW }), fc.boolean()), { maxLength: 4 }),
  { maxLength: 60 },
);
const logOf = (record: readonly (readonly (readonly [number, boolean])[])[]) =>
  record.flatMap((answers, index) =>
    answers.map(([day, isRight], at) =>
      answer(`a${index}-${at}`, day, { item: questionItem(`q${index}`), minute: at, ...(!isRight && wrong) }),
    ),
  );

test('no day is fuller than it must be, each item comes once, and nothing new on the eve', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 40 }), (record, left) => {
      const log = logOf(record);
      const ids = record.map((_, index) => questionItem(`q${index}`));
      const free = fold(log);
      const state = fold([...log, examIn(left)]);
      const days = forecast(state, ids, dayOf(TODAY), left);
      const [eve, begin] = [TODAY + left - 1, TODAY + left - LAST_DAYS];
      const fixed = days.map(() => 0);
      for (const id of ids) {
        const memory = state.items.get(id)?.memory;
        const [due, natural] = [dueDayNumber(state, id, TODAY), dueDayNumber(free, id, TODAY)];
        if (!memory || due === null || natural === null) continue;
        if (natural <= eve || memory.lastDay >= begin) expect(due).toBe(natural);
        else expect(due >= Math.max(begin, TODAY) && due <= eve).toBe(true);
        const slot = Math.max(0, natural - TODAY);
        if (slot < left) fixed[slot] = (fixed[slot] ?? 0) + 1;
      }
      expect(days.reduce((sum, { due }) => sum + due, 0)).toBe(
        ids.filter((id) => (dueDayNumber(state, id, TODAY) ?? Number.POSITIVE_INFINITY) <= eve).length,
      );
      expect(days.at(-1)?.fresh).toBe(0);
      // Today's share is of what was to be done when the day began; of the days after it none is lifted over the mean.
      const last = days.map(({ due }) => due).slice(Math.max(1, begin - TODAY));
      const mean = last.reduce((sum, due) => sum + due, 0) / Math.max(1, last.length);
      last.forEach((due, at) => {
        expect(due).toBeLessThanOrEqual(
          Math.max(fixed[Math.max(1, begin - TODAY) + at] ?? 0, Math.ceil(mean)),
        );
      });
    }),
    { numRuns: 200 },
  );
});

test('answering what is due today leaves the rest of today’s plan as it is', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 14 }), fc.boolean(), (record, left, isRight) => {
      const ids = record.map((_, index) => questionItem(`q${index}`));
      const dueIn = (state: ReturnType<typeof fold>): ItemId[] =>
        ids.filter((id) => (dueDayNumber(state, id, TODAY) ?? Number.POSITIVE_INFINITY) <= TODAY);
      let state = fold([...logOf(record), examIn(left)]);
      for (let due = dueIn(state); due.length > 0; ) {
        const [first, ...rest] = due;
        const more = { item: first, minute: 100 + due.length, ...(!isRight && wrong) };
        state = apply(state, answer(`now-${due.length}`, NOW, more));
        due = dueIn(state);
        expect(due).toEqual(rest);
      }
    }),
    { numRuns: 60 },
  );
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

test('new ones are all begun before the eve, and none on a day that reviews already fill to the mean', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 2, max: 40 }), (record, left) => {
      const ids = record.map((_, index) => questionItem(`q${index}`));
      const log = logOf(record.map((answers) => answers.filter(([day]) => day < NOW)));
      const state = fold([...log, examIn(left)]);
      const days = forecast(state, ids, dayOf(TODAY), left).slice(0, -1);
      expect(sum(days.map(({ fresh }) => fresh))).toBe(
        ids.filter((id) => !state.items.get(id)?.memory).length,
      );
      // Today's share is of all days, the others' of those that follow.
      for (const some of [days, days.slice(1)]) {
        const mean = Math.ceil(sum(some.map(({ due, fresh }) => due + fresh)) / Math.max(1, some.length));
        for (const { due, fresh } of some === days ? days.slice(0, 1) : some)
          if (fresh > 0) expect(due + fresh).toBeLessThanOrEqual(mean);
      }
    }),
    { numRuns: 200 },
  );
});

test('how many new ones today begins does not change while today is answered, in whatever order', () => {
  fc.assert(
    fc.property(
      records,
      fc.integer({ min: 2, max: 14 }),
      fc.infiniteStream(fc.tuple(fc.boolean(), fc.boolean())),
      (record, left, choices) => {
        const ids = record.map((_, index) => questionItem(`q${index}`));
        let state = fold([...logOf(record), examIn(left)]);
        const plan = () => forecast(state, ids, dayOf(TODAY), 1)[0];
        let unseen = ids.filter((id) => !state.items.get(id)?.memory);
        let fresh = plan()?.fresh ?? 0;
        for (let at = 0; at < 30; at += 1) {
          const due = ids.filter(
            (id) => (dueDayNumber(state, id, TODAY) ?? Number.POSITIVE_INFINITY) <= TODAY,
          );
          const [isNew, isRight] = choices.next().value;
          const item = isNew ? unseen[0] : due[0];
          if (!item) continue;
          if (isNew) {
            unseen = unseen.slice(1);
            fresh = Math.max(0, fresh - 1);
          }
          state = apply(state, answer(`now-${at}`, NOW, { item, minute: 100 + at, ...(!isRight && wrong) }));
          expect(plan()?.fresh).toBe(fresh);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('long before an exam, in 7,000 years too, one new item begins on each of the first days without a review', () => {
  const before = records.map((record) => record.map((answers) => answers.filter(([day]) => day < NOW)));
  fc.assert(
    fc.property(before, fc.constantFrom(4_000, 2_500_000), (record, left) => {
      const ids = record.map((_, index) => questionItem(`q${index}`));
      const days = forecast(fold([...logOf(record), examIn(left)]), ids, dayOf(TODAY), 200);
      let unseen = record.filter((answers) => answers.length === 0).length;
      for (const { due, fresh } of days) {
        expect(fresh).toBe(due === 0 && unseen > 0 ? 1 : 0);
        unseen -= fresh;
      }
      expect(unseen).toBe(0);
    }),
  );
});

test('after a week away what is overdue takes the place of new ones', () => {
  // Forty are overdue, eighty are unseen, and the exam is in nine days.
  const record = Array.from({ length: 120 }, (_, index) => (index < 40 ? [[NOW - 9, true]] : []));
  const state = fold([...logOf(record as [number, boolean][][]), examIn(9)]);
  const ids = record.map((_, index) => questionItem(`q${index}`));
  const days = forecast(state, ids, dayOf(TODAY), 9);
  expect(days.map(({ due }) => due)).toEqual([40, ...Array(8).fill(0)]);
  expect(days.map(({ fresh }) => fresh)).toEqual([0, 12, 12, 12, 11, 11, 11, 11, 0]);
});

test('a hundred reviews that would all have come on the eve come ten a day', () => {
  const record = Array.from({ length: 100 }, (_, index) => [
    [0, true],
    [3, true],
    [12, true],
    [NOW - 15 + (index % 3), true],
  ]) as [number, boolean][][];
  const state = fold([...logOf(record), examIn(10)]);
  const ids = record.map((_, index) => questionItem(`q${index}`));
  expect(forecast(state, ids, dayOf(TODAY), 10).map(({ due }) => due)).toEqual(Array(10).fill(10));
});

test('a learner who does each day’s plan up to the exam never has half more than the mean of the last days', () => {
  const ids = Array.from({ length: 166 }, (_, index) => questionItem(`q${index}`));
  let state = fold([]);
  const isDue = (id: ItemId, day: number) =>
    (dueDayNumber(state, id, day) ?? Number.POSITIVE_INFINITY) <= day;
  /** One day of study, every seventh answer wrong; how much it was. */
  const study = (day: number, fresh: number): number => {
    const due = ids.filter((id) => isDue(id, FIRST_DAY + day));
    const begun = ids.filter((id) => !state.items.get(id)?.memory).slice(0, fresh);
    const answers = [...due, ...begun].map((item, at) =>
      answer(`d${day}-${at}`, day, { item, minute: at, ...((day + at) % 7 === 0 && wrong) }),
    );
    state = applyAll(state, answers);
    return answers.length;
  };
  const begin = 21;
  for (let day = 0; day < begin; day += 1) study(day, 6);
  const exam = dayOf(FIRST_DAY + begin + LAST_DAYS);
  state = apply(state, event('exam', begin, { type: 'setting', name: 'exam-day', value: exam }));
  const loads = Array.from({ length: LAST_DAYS }, (_, at) => {
    const [plan] = forecast(state, ids, dayOf(FIRST_DAY + begin + at), 1);
    return study(begin + at, plan?.fresh ?? 0);
  });
  const mean = loads.reduce((sum, load) => sum + load, 0) / LAST_DAYS;
  expect(loads.reduce((a, b) => Math.max(a, b), 0) / mean).toBeLessThanOrEqual(1.5);
  expect(ids.every((id) => state.items.get(id)?.memory)).toBe(true);
});
