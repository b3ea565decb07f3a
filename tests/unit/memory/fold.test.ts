/** The fold: the same state from any order, any grouping and any number of copies of the same events. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChanged } from '../../../src/core/memory/item.ts';
import { mergeEvents } from '../../../src/core/memory/merge-events.ts';
import {
  apply,
  applyAll,
  applying,
  EMPTY,
  eventsAfter,
  fold,
  nextAt,
} from '../../../src/core/memory/record-state.ts';
import { inSlices } from '../../../src/core/memory/slices.ts';
import type { ContentHash, ItemId, StudyEvent } from '../../../src/core/model/event.ts';
import { cardItem } from '../../../src/core/model/event.ts';
import { answer, atOf, event, forgedLogs, ITEMS, logs } from './events.ts';

const item = ITEMS[0] as ItemId;
const wrong = { verdict: 'incorrect', score: 0 };

const shuffled = logs.chain((log) =>
  fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length })),
);

describe('union', () => {
  test('is commutative, associative and idempotent', () => {
    const parts = logs.chain((log) => fc.tuple(fc.subarray(log), fc.subarray(log), fc.subarray(log)));
    fc.assert(
      fc.property(parts, ([a, b, c]) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
        expect(mergeEvents(mergeEvents(a, b), b)).toEqual(mergeEvents(a, b));
      }),
    );
  });

  test('of two events with one id the same one stays, whichever came first', () => {
    const [a, b] = [answer('e', 0), answer('e', 0, wrong)];
    expect(mergeEvents([a], [b])).toEqual(mergeEvents([b], [a]));
    expect(fold([a, b])).toEqual(fold([b, a]));
  });

  test('holds for logs that say different things under one id, as one log and item by item', () => {
    const parts = forgedLogs.chain((log) => fc.tuple(fc.subarray(log), fc.subarray(log), fc.subarray(log)));
    fc.assert(
      fc.property(parts, ([a, b, c]) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
        expect(mergeEvents(mergeEvents(a, b), b)).toEqual(mergeEvents(a, b));
        const all = mergeEvents(mergeEvents(a, b), c);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(fold([...a, ...b, ...c])).toEqual(fold([...c, ...b, ...a]));
        expect(fold([...c, ...a, ...b])).toEqual(fold(all));
      }),
      { numRuns: 500 },
    );
  });
});

describe('fold', () => {
  test('is the same for any permutation', () => {
    fc.assert(
      fc.property(shuffled, ([log, other]) => {
        expect(fold(other)).toEqual(fold(log));
      }),
    );
  });

  test('equals applying one by one, in any order, with repetitions and in two parts', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(40), ([log, other], cut) => {
        const whole = fold(log);
        expect(other.reduce(apply, EMPTY)).toEqual(whole);
        expect([...other, ...other.slice(0, cut)].reduce(apply, EMPTY)).toEqual(whole);
        expect(applyAll(fold(other.slice(0, cut)), other.slice(cut))).toEqual(whole);
      }),
    );
  });

  test('in slices, with a pause between, gives the same', async () => {
    const log = [
      ...Array.from({ length: 3_600 }, (_, at) =>
        answer(`e${at}`, at % 300, { item: ITEMS[at % ITEMS.length], minute: at }),
      ),
      event('r', 10, { type: 'setting', name: 'retention', value: 0.8 }),
      event('x', 9, { type: 'erase', scope: { by: 'prefix', prefix: 'card:' }, before: 0 }),
    ];
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    expect(await inSlices(applying(EMPTY, log), pause)).toEqual(fold(log));
    expect(pauses).toBeGreaterThan(7);
  });

  test('a late event leaves other items untouched', () => {
    const state = fold([answer('a', 3), answer('b', 3, { item: ITEMS[1] })]);
    const next = apply(state, answer('c', 1));
    expect(next.items.get(ITEMS[1] as ItemId)).toBe(state.items.get(ITEMS[1] as ItemId));
    expect(next.items.get(item)?.history.map(({ event }) => event.id)).toEqual(['c', 'a']);
  });

  test('an overrule changes the verdict, whether it comes before or after its answer', () => {
    const events = [
      answer('a', 0, wrong),
      event('o', 0, { type: 'overrule', item, answer: 'a', verdict: 'correct' }),
    ];
    const late = event('o', 0, { type: 'overrule', item, answer: 'a', verdict: 'correct', at: atOf(-1) });
    for (const log of [events, events.toReversed(), [late, answer('a', 0, wrong)]]) {
      expect(log.reduce(apply, EMPTY).items.get(item)).toMatchObject({
        isWrong: false,
        history: [{ verdict: 'correct', score: 1, rating: 'good' }],
      });
    }
  });
});

describe('오답', () => {
  const isWrong = (log: StudyEvent[]) => fold(log).items.get(item)?.isWrong;

  test('is what the last answer says', () => {
    expect(isWrong([answer('a', 0, wrong)])).toBe(true);
    expect(isWrong([answer('a', 0, wrong), answer('b', 0, { minute: 5 })])).toBe(false);
    expect(isWrong([answer('a', 0, wrong), answer('b', 1), answer('c', 2, wrong)])).toBe(true);
  });

  test('remembers being surely wrong, and 수정됨 goes with the next answer', () => {
    const state = fold([answer('a', 0, wrong)]).items.get(item);
    expect(state?.isSurelyWrong).toBe(true);
    for (const confidence of ['unsure', null])
      expect(fold([answer('a', 0, { ...wrong, confidence })]).items.get(item)).toMatchObject({
        isWrong: true,
        isSurelyWrong: false,
      });
    expect(isChanged(state, 'h1' as ContentHash)).toBe(false);
    expect(isChanged(state, 'h2' as ContentHash)).toBe(true);
    expect(isChanged(undefined, 'h2' as ContentHash)).toBe(false);
  });
});

describe('erasing', () => {
  const erase = (id: string, day: number, scope: unknown) =>
    event(id, day, { type: 'erase', scope, before: atOf(day) });

  test('holds against older events merged later, in any order, and can be undone', () => {
    const log = [answer('a', 0), answer('b', 5), erase('x', 3, { by: 'all' })];
    const undo = event('u', 6, { type: 'restore', erase: 'x' });
    fc.assert(
      fc.property(fc.shuffledSubarray([...log, undo], { minLength: 4 }), (order) => {
        const ids = (state: ReturnType<typeof fold>) =>
          state.items.get(item)?.history.map(({ event }) => event.id);
        expect(ids(order.filter((e) => e !== undo).reduce(apply, EMPTY))).toEqual(['b']);
        expect(ids(order.reduce(apply, EMPTY))).toEqual(['a', 'b']);
      }),
    );
  });

  test('takes answers of a clock that was ahead by their ids, and no later ones of other devices', () => {
    const known = fold([answer('a', 0), answer('far', 900), answer('other', 900, { item: ITEMS[1] })]);
    const scope = { by: 'items' as const, items: [item] };
    const ahead = eventsAfter(known, scope, atOf(3));
    expect(ahead).toEqual(['far']);
    const erased = apply(known, event('x', 3, { type: 'erase', scope, before: atOf(3), ahead }));
    expect(erased.items.get(item)?.memory).toBeNull();
    expect(erased.items.get(ITEMS[1] as ItemId)?.memory).not.toBeNull();
    expect(apply(erased, answer('phone', 5)).items.get(item)?.history).toHaveLength(1);
    const undone = apply(erased, event('u', 6, { type: 'restore', erase: 'x' }));
    expect(undone.items.get(item)?.history).toHaveLength(2);
  });

  test('by prefix takes a topic and no other', () => {
    const [docker, dock] = [cardItem('도커', '정의', '층'), cardItem('도커 허브', '정의', '층')];
    const card = { kind: 'card', verdict: 'known' };
    const state = fold([
      answer('a', 0, { ...card, item: docker }),
      answer('b', 0, { ...card, item: dock }),
      erase('x', 1, { by: 'prefix', prefix: 'card:도커/' }),
    ]);
    expect(state.items.get(docker)?.memory).toBeNull();
    expect(state.items.get(dock)?.memory).not.toBeNull();
  });

  test('a clock set back does not let an erase swallow new answers', () => {
    const state = fold([answer('a', 5), erase('x', 9, { by: 'all' })]);
    const at = nextAt(state, atOf(2), { item });
    expect(apply(state, { ...answer('b', 2), at }).items.get(item)?.history).toHaveLength(1);
    expect(nextAt(state, atOf(20), { item })).toBe(atOf(20));
  });
});
