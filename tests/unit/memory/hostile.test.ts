/** Whatever can be read from a log is folded, and everything that is shown of it is worked out, without a throw or a number that is none. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../../src/core/memory/day-number.ts';
import { forecast } from '../../../src/core/memory/due-day.ts';
import { apply, eventsAfter, fold, nextAt, stateBefore } from '../../../src/core/memory/record-state.ts';
import { answerStatistics } from '../../../src/core/memory/statistics.ts';
import { type Day, questionItem, type StudyEvent } from '../../../src/core/model/event.ts';
import { countWithin, dayPlan, dueExercises } from '../../../src/core/study/due-exercises.ts';
import { courseTally, tallyOf } from '../../../src/core/study/standing.ts';
import { decodeEvent } from '../../../src/store/log/decode-event.ts';
import { minutesFor } from '../../../src/ui/days.ts';
import { index, TODAY } from '../../component/study-fixture.ts';
import { answer, event, hostileLogs, ITEMS } from './events.ts';

/** All that pages work out of a record; every number in it. */
function viewsOf(state: ReturnType<typeof fold>): number[] {
  const ids = [...state.items.keys(), ...ITEMS];
  const views = [
    forecast(state, ids, TODAY, 30),
    answerStatistics(state, ids, TODAY),
    tallyOf(state, ids, dayNumber(TODAY)),
    courseTally(index, state, TODAY).all,
    [...answerStatistics(state, ids, TODAY).byDay],
    dayPlan(state, index, TODAY),
    [countWithin(state, 600_000), minutesFor(state, 5)],
    [nextAt(state, 1_800_000_000_000, { item: ITEMS[0], name: 'retention' })],
  ];
  dueExercises(state, index, TODAY);
  eventsAfter(state, { by: 'all' }, 0);
  stateBefore(state, ids, { startedAt: 0, day: '0000-01-01' as Day });
  return numbersIn(views);
}

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

test('no log that can be read makes the fold or what is shown of it throw', () => {
  let decoded = 0;
  fc.assert(
    fc.property(hostileLogs, (made) => {
      // An answer can hold a `__proto__`, which is not read.
      const log = made.filter((each) => decodeEvent(each).status === 'event');
      decoded += log.length;
      const state = fold(log);
      expect(viewsOf(state).filter((number) => Number.isNaN(number))).toEqual([]);
      // An answer of today to something new still counts.
      const fresh = questionItem('fresh');
      const at = nextAt(state, Date.parse(TODAY), { item: fresh });
      const after = apply(state, { ...answer('new', 0), item: fresh, at, day: TODAY } as StudyEvent);
      expect(after.items.get(fresh)?.history).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
  expect(decoded).toBeGreaterThan(1_000);
});

test('200,000 erases are folded in linear time, and answers after them without looking at each', () => {
  const item = (at: number) => questionItem(`q${at % 500}`);
  const scope = (at: number) =>
    [{ by: 'all' }, { by: 'prefix', prefix: `question:x${at}` }, { by: 'items', items: [item(at)] }][at % 3];
  const erases = Array.from({ length: 200_000 }, (_, at) =>
    event(`e${at}`, 1, { type: 'erase', scope: scope(at), before: at }),
  );
  const answers = Array.from({ length: 1_000 }, (_, at) => answer(`a${at}`, at % 90, { item: item(at) }));
  const state = fold([...erases, ...answers]);
  expect(answerStatistics(state, [], TODAY).answers).toBe(1_000);
  viewsOf(state);
  const next = Array.from({ length: 100 }, (_, at) => answer(`n${at}`, 91, { item: item(at) }));
  const { items } = fold([...erases, ...answers, ...next]);
  expect(next.reduce(apply, state).items).toEqual(items);
});
