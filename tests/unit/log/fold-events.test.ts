/** Many events are folded in slices while answers go on, and what is shown in the end is the fold of all of them. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY, fold, type RecordState } from '../../../src/core/memory/record-state.ts';
import { questionItem, type StudyEvent } from '../../../src/core/model/event.ts';
import { newFolding } from '../../../src/store/study/fold-events.ts';
import { answer, event, ITEMS, logs } from '../memory/events.ts';

const items = [...ITEMS, ...Array.from({ length: 36 }, (_, at) => questionItem(`q${at}`))];
const many = Array.from({ length: 6_000 }, (_, index) =>
  answer(`a${index}`, index % 90, {
    item: items[index % items.length],
    minute: index,
    verdict: index % 5 === 0 ? 'incorrect' : 'correct',
  }),
);

/** A folding whose pauses are counted, and end when the test says so. */
function start(from: RecordState = EMPTY) {
  const shown: RecordState[] = [from];
  let pauses = 0;
  let resume: () => void = () => undefined;
  const leftOut: number[] = [];
  const now = () => shown.at(-1) ?? EMPTY;
  const folding = newFolding({
    now,
    show: (state) => shown.push(state),
    onLeftOut: (events) => leftOut.push(events),
    pause: () => {
      pauses += 1;
      return new Promise<void>((resolve) => {
        resume = resolve;
      });
    },
  });
  const finish = async () => {
    for (let isOver = false; !isOver; ) {
      folding.settled().then(() => {
        isOver = true;
      });
      resume();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { folding, now, shown, finish, leftOut, pauses: () => pauses };
}

test('an answer is shown at once; a large import in slices, with what was answered meanwhile', async () => {
  const { folding, now, finish, pauses } = start();
  folding.take([answer('first', 1)]);
  expect(now()).toEqual(fold([answer('first', 1)]));
  expect(pauses()).toBe(0);
  folding.take(many);
  expect(now()).toEqual(fold([answer('first', 1)]));
  const [item] = ITEMS;
  folding.take([answer('meanwhile', 91, { item })]);
  expect(
    now()
      .items.get(item as never)
      ?.history.at(-1)?.event.id,
  ).toBe('meanwhile');
  await finish();
  expect(pauses()).toBeGreaterThan(6);
  expect(now()).toEqual(fold([answer('first', 1), ...many, answer('meanwhile', 91, { item })]));
});

test('a changed retention and an erase fold a large record anew in slices', async () => {
  const set = event('r', 91, { type: 'setting', name: 'retention', value: 0.85 });
  const erase = event('e', 92, { type: 'erase', scope: { by: 'all' }, before: 0 });
  for (const [change, known] of [
    [set, fold(many)],
    [erase, fold(many)],
  ] as const) {
    const { folding, now, finish, pauses } = start(known);
    folding.take([change]);
    await finish();
    expect(pauses()).toBeGreaterThan(6);
    expect(now()).toEqual(fold([...many, change]));
  }
});

test('however events come while others are folded, the state is the fold of all', async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.array(fc.nat(6), { maxLength: 6 }), async (log, cuts) => {
      const { folding, now, finish } = start();
      folding.take(many);
      let rest: readonly StudyEvent[] = log;
      for (const cut of cuts) {
        folding.take(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      folding.take(rest);
      await finish();
      expect(now()).toEqual(fold([...many, ...log]));
    }),
    { numRuns: 15 },
  );
});

/** The fold throws at it, as at a fault of ours. */
const poison = (at: number) =>
  Object.defineProperty(answer(`poison${at}`, 1), 'item', {
    get: () => {
      throw new Error('fold');
    },
  });

test('what the fold cannot take is left out and told, and takes nothing else with it', async () => {
  const { folding, now, finish, leftOut } = start();
  folding.take([answer('first', 1), poison(0)]);
  expect(now()).toEqual(fold([answer('first', 1)]));
  expect(leftOut).toEqual([1]);
  folding.take([...many.slice(0, 3_000), poison(1), ...many.slice(3_000), poison(2)]);
  folding.take([poison(3)]);
  await finish();
  expect(now()).toEqual(fold([answer('first', 1), ...many]));
  expect(leftOut.at(-1)).toBe(4);
});

test('beginning anew forgets what was folded, also while it is under way', async () => {
  const { folding, now, finish } = start();
  folding.take([answer('first', 1), poison(0)]);
  folding.takeAll([answer('second', 2)]);
  expect(now()).toEqual(fold([answer('second', 2)]));
  folding.take(many);
  folding.takeAll(many.slice(0, 2_000));
  folding.take([answer('third', 3)]);
  await finish();
  expect(now()).toEqual(fold([...many.slice(0, 2_000), answer('third', 3)]));
});
