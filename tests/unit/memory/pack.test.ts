/** A packed state is the state: after storing and reading back, alone and with more events on top; so is one folded in slices. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueDayNumber } from '../../../src/core/memory/due-day.ts';
import { packing, unpack } from '../../../src/core/memory/pack.ts';
import { atOnce, inSlices } from '../../../src/core/memory/slices.ts';
import { applyAll, applying, EMPTY, fold, type State } from '../../../src/core/memory/state.ts';
import { summarise } from '../../../src/core/memory/summary.ts';
import { answer, event, FIRST_DAY, ITEMS, logs } from './events.ts';

const stored = (state: State): State => unpack(structuredClone(atOnce(packing(state))));

test('a stored state equals the fold', () => {
  fc.assert(
    fc.property(logs, (log) => {
      expect(stored(fold(log))).toEqual(fold(log));
      expect(stored(stored(fold(log)))).toEqual(fold(log));
    }),
  );
});

test('events on top of a stored state, late ones too, give what folding all gives', () => {
  const parts = logs.chain((log) =>
    fc.tuple(
      fc.constant(log),
      fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }),
      fc.nat(40),
    ),
  );
  fc.assert(
    fc.property(parts, ([log, order, cut]) => {
      expect(applyAll(stored(fold(order.slice(0, cut))), order.slice(cut))).toEqual(fold(log));
      expect(applyAll(stored(fold(log)), order.slice(0, cut))).toEqual(fold(log));
    }),
  );
});

test('what an overview needs is there before any event is unpacked', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const [state, whole] = [stored(fold(log)), fold(log)];
      const untouched = new Map(
        [...state.items].map(([item, known]) => [
          item,
          Object.defineProperties(known, {
            events: { get: () => expect.unreachable('unpacked') },
            history: { get: () => expect.unreachable('unpacked') },
          }),
        ]),
      );
      const lazy = { ...state, items: untouched };
      const today = answer('x', 30).day;
      expect(summarise(lazy, ITEMS, today)).toEqual(summarise(whole, ITEMS, today));
      for (const item of ITEMS)
        expect(dueDayNumber(lazy, item, FIRST_DAY + 30)).toBe(dueDayNumber(whole, item, FIRST_DAY + 30));
    }),
  );
});

test('whatever an event holds is kept: odd ids, more fields, no answer, no end of time', () => {
  const odd = [
    answer('', 0, { answer: null, extra: { deep: [1] } }),
    answer('한글 😀', 1, { answer: { __proto__x: 1, list: [] }, elapsedMillis: Number.POSITIVE_INFINITY }),
    answer('0', 2, { answer: '', elapsedMillis: 0 }),
    event('s', 3, { type: 'star', item: ITEMS[0] }),
    event('o', 4, { type: 'overrule', item: ITEMS[0], answer: '0', verdict: 'incorrect' }),
  ];
  const state = stored(fold(odd));
  expect(state).toEqual(fold(odd));
  expect(state.items.values().next().value?.events).toEqual(odd);
});

test('in slices, with a pause between, the state is the same', async () => {
  const items = ITEMS.flatMap((item) => Array.from({ length: 900 }, (_, at) => ({ item, at })));
  const log = [
    ...items.map(({ item, at }, index) => answer(`e${index}`, at % 300, { item, minute: at })),
    event('r', 10, { type: 'setting', name: 'retention', value: 0.8 }),
    event('x', 9, { type: 'erase', scope: { by: 'prefix', prefix: 'card:' }, before: 0 }),
  ];
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  expect(await inSlices(applying(EMPTY, log), pause)).toEqual(fold(log));
  expect(pauses).toBeGreaterThan(7);
  pauses = 0;
  expect(unpack(await inSlices(packing(fold(log)), pause))).toEqual(fold(log));
  expect(pauses).toBeGreaterThan(2);
});
