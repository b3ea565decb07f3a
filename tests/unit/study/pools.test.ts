/** Pools: questions that share one schedule count as one everywhere, and the record of each stays what it was. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/memory/day-number.ts';
import { forecast } from '../../../src/core/memory/due-day.ts';
import {
  applyAll,
  fold,
  itemState,
  ownItemState,
  type RecordState,
  stateBefore,
  withoutPools,
  withPools,
} from '../../../src/core/memory/record-state.ts';
import { questionsByDay } from '../../../src/core/memory/statistics.ts';
import { type ItemId, questionItem, type StudyEvent } from '../../../src/core/model/event.ts';
import { STANDINGS, type StudyIndex, type StudyTopic } from '../../../src/core/model/study.ts';
import { dayPlan, dueExercises } from '../../../src/core/study/due-exercises.ts';
import { leastSeen, poolsOf, questionExercises, questionItems } from '../../../src/core/study/exercises.ts';
import { exercisesAfter, missedExercises, practiceExercises } from '../../../src/core/study/practice-set.ts';
import { gainsOf, startSitting } from '../../../src/core/study/sitting.ts';
import { courseTally, standingOf } from '../../../src/core/study/standing.ts';
import { answer, atOf, event, FIRST_DAY } from '../memory/events.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const everywhere = { by: 'all' } as const;

const sibling = (id: string) => ({ id, type: 'single' as const, anchor: null, hash: 'h' as never });

/** `[['a', 'b'], ['c']]`: the questions of a topic that count as one. */
const topic = (path: string, area: string, counted: readonly string[][]): StudyTopic => ({
  path,
  number: null,
  title: path,
  file: `${path}.md`,
  area,
  questions: counted.map(([first = '', ...others]) => ({
    ...sibling(first),
    ...(others.length > 0 && { siblings: others.map(sibling) }),
  })),
  cards: [],
  cells: [],
});

const indexOf = (...topics: StudyTopic[]): StudyIndex => ({ format: 1, topics });
const pooled = (events: readonly StudyEvent[], index: StudyIndex): RecordState =>
  withPools(fold(events), poolsOf(index));

const at = (id: string, day: number, item: string, more = {}) =>
  answer(id, day, { item: questionItem(item), ...more });
const wrong = { verdict: 'incorrect', score: 0 };

/** A record of some questions: answers, corrections, stars, erasures, and days that go back. */
const records: fc.Arbitrary<StudyEvent[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom(...NAMES),
      fc.constantFrom('correct', 'incorrect', 'unanswered', 'star', 'unstar', 'overrule', 'erase', 'restore'),
      fc.nat(30),
    ),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(([day, minute, name, what, other], index): StudyEvent => {
      const item = questionItem(name);
      const fields = { at: atOf(day, minute), item };
      if (what === 'star' || what === 'unstar') return event(`e${index}`, day, { ...fields, type: what });
      if (what === 'overrule')
        return event(`e${index}`, day, { ...fields, type: what, answer: `e${other}`, verdict: 'correct' });
      if (what === 'erase')
        return event(`e${index}`, day, {
          at: fields.at,
          type: what,
          scope: { by: 'items', items: [item] },
          before: atOf(day, minute),
        });
      if (what === 'restore')
        return event(`e${index}`, day, { at: fields.at, type: what, erase: `e${other}` });
      return at(`e${index}`, day, name, {
        minute,
        verdict: what,
        score: what === 'correct' ? 1 : 0,
        // Now and then a clock is wrong.
        ...(other % 9 === 0 && { day: dayOf(FIRST_DAY + other) }),
      });
    }),
  );

/** The questions in groups of one and more, over two topics of two areas. */
const courses: fc.Arbitrary<StudyIndex> = fc
  .tuple(fc.shuffledSubarray(NAMES, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 3 })), fc.nat(4))
  .map(([names, sizes, split]) => {
    const groups: string[][] = [];
    for (let left = names, at = 0; left.length > 0; at += 1) {
      const size = sizes[at] ?? 1;
      groups.push(left.slice(0, size));
      left = left.slice(size);
    }
    return indexOf(topic('/one/', '1', groups.slice(0, split)), topic('/two/', '2', groups.slice(split)));
  });

const days = fc.integer({ min: 0, max: 45 }).map((day) => FIRST_DAY + day);

describe('of any record and any pools', () => {
  test('all places tell one number', () => {
    fc.assert(
      fc.property(records, courses, days, (events, index, now) => {
        const state = pooled(events, index);
        const today = dayOf(now);
        const tally = courseTally(index, state, today);
        const { all } = tally;
        const counted = index.topics.flatMap(questionItems);
        expect(all.all).toBe(counted.length);
        expect(STANDINGS.reduce((sum, each) => sum + all[each], 0)).toBe(all.all);
        const pages = index.topics.map(({ path }) => tally.page(path));
        for (const each of [...STANDINGS, 'all'] as const)
          expect(pages.reduce((sum, page) => sum + (page?.[each] ?? 0), 0)).toBe(all[each]);
        const due = dueExercises(state, index, today);
        expect(due).toHaveLength(all.due);
        expect(dayPlan(state, index, today).due.question).toBe(all.due);
        const [first] = forecast(state, counted, today, 1);
        expect(first?.due).toBe(all.due);
        const ahead = forecast(state, counted, today, 2_000);
        expect(ahead.reduce((sum, day) => sum + day.due, 0)).toBe(all.all - all.new);
        const of = (set: 'all' | 'new' | 'wrong' | 'check') =>
          practiceExercises(state, index, today, { set, scope: everywhere }, 's');
        expect(of('all')).toHaveLength(all.all);
        expect(of('new')).toHaveLength(all.new);
        expect(of('wrong')).toHaveLength(all.wrong);
        expect(of('check')).toHaveLength(Math.min(10, all.all));
        const missed = missedExercises(state, index, everywhere);
        const dueToo = missed.filter(({ item }) => standingOf(state, item, now) === 'due');
        expect(missed.length - dueToo.length).toBe(all.wrong);
        // Never two of one pool, and what is listed as missed was missed itself.
        const firsts = poolsOf(index);
        for (const set of [due, of('all'), of('check'), missed, questionExercises(index, leastSeen(state))]) {
          const items = set.map(({ item }) => firsts.get(item) ?? item);
          expect(new Set(items).size).toBe(set.length);
        }
        for (const { item } of missed) expect(ownItemState(state, item)?.isWrong).toBe(true);
        // What was answered on a day is counted once a pool, too.
        const byDay = new Map<number, Set<ItemId>>();
        for (const { history, item } of fold(events).items.values())
          for (const { day } of history)
            if (day <= now + 1) byDay.set(day, new Set(byDay.get(day)).add(firsts.get(item) ?? item));
        expect(questionsByDay(state, today)).toEqual(
          new Map([...byDay].map(([day, items]) => [day, items.size])),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('the record of each question is as it was, and comes back whole when the pools are undone', () => {
    fc.assert(
      fc.property(records, courses, courses, (events, index, other) => {
        const plain = fold(events);
        const state = withPools(plain, poolsOf(index));
        expect(withoutPools(state)).toEqual(plain);
        for (const name of NAMES) {
          const item = questionItem(name);
          expect(ownItemState(state, item)).toEqual(plain.items.get(item));
        }
        // From one course to another, as when the notes are edited while a page is open.
        expect(withPools(state, poolsOf(other))).toEqual(withPools(plain, poolsOf(other)));
      }),
    );
  });

  test('a pool of one behaves as a question without a pool', () => {
    fc.assert(
      fc.property(records, (events) => {
        const plain = fold(events);
        const alone = new Map(NAMES.map((name) => [questionItem(name), questionItem(name)]));
        const state = withPools(plain, alone);
        expect(state.items).toEqual(plain.items);
      }),
    );
  });

  test('a question that is added to a pool, or that nobody has answered, changes nothing of it', () => {
    fc.assert(
      fc.property(records, courses, days, (events, index, now) => {
        const [first, ...rest] = index.topics.flatMap(({ questions }) => questions);
        if (!first) return;
        const wider = indexOf(
          topic('/one/', '1', [
            [first.id, ...(first.siblings ?? []).map(({ id }) => id), 'added'],
            ...rest.map(({ id, siblings = [] }) => [id, ...siblings.map((each) => each.id)]),
          ]),
        );
        const [before, after] = [pooled(events, index), pooled(events, wider)];
        const item = questionItem(first.id);
        expect(itemState(after, item)).toEqual(itemState(before, item));
        expect(itemState(after, questionItem('added'))).toEqual(itemState(before, item));
        expect(courseTally(wider, after, dayOf(now)).all).toEqual(courseTally(index, before, dayOf(now)).all);
      }),
    );
  });

  test('answers one by one, joined as they come, give what all of them give at once', () => {
    fc.assert(
      fc.property(records, courses, (events, index) => {
        const firsts = poolsOf(index);
        let shown = withPools(fold([]), firsts);
        for (const each of events) shown = withPools(applyAll(withoutPools(shown), [each]), firsts, shown);
        expect(shown).toEqual(pooled(events, index));
      }),
    );
  });

  test('no answer is lost: a pool has those of all its questions', () => {
    fc.assert(
      fc.property(records, courses, (events, index) => {
        const [plain, state] = [fold(events), pooled(events, index)];
        const answers = (of: RecordState) => [...of.items.values()].flatMap(({ history }) => history).length;
        expect(answers(state)).toBe(answers(plain));
      }),
    );
  });
});

const THREE = indexOf(topic('/one/', '1', [['a', 'b', 'c'], ['d']]));
const asked = (events: StudyEvent[], index = THREE) => leastSeen(pooled(events, index));
const poolOf = (index: StudyIndex) => {
  const [pool] = index.topics[0]?.questions ?? [];
  if (!pool) throw new Error('no pool');
  return pool;
};

describe('which question of a pool is asked', () => {
  test('the one seen least, of those the one seen longest ago, else the first', () => {
    const draw = (events: StudyEvent[]) => asked(events)(poolOf(THREE)).id;
    expect(draw([])).toBe('a');
    expect(draw([at('1', 0, 'a')])).toBe('b');
    expect(draw([at('1', 0, 'a'), at('2', 3, 'b')])).toBe('c');
    expect(draw([at('1', 5, 'a'), at('2', 3, 'b'), at('3', 9, 'c')])).toBe('b');
    expect(draw([at('1', 0, 'a'), at('2', 1, 'a'), at('3', 9, 'b'), at('4', 2, 'c')])).toBe('c');
  });

  test('each review another one, and all share one day', () => {
    const events: StudyEvent[] = [];
    let day = FIRST_DAY;
    const order: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const state = pooled(events, THREE);
      const item = questionItem(asked(events)(poolOf(THREE)).id);
      order.push(item.slice('question:'.length));
      events.push(answer(`${turn}`, day - FIRST_DAY, { item }));
      const now = pooled(events, THREE);
      const dues = ['a', 'b', 'c'].map((id) => itemState(now, questionItem(id))?.memory?.dueDay);
      expect(new Set(dues).size).toBe(1);
      expect(dues[0]).toBeGreaterThan(day);
      expect(itemState(now, item)?.memory?.reviews).toBe((itemState(state, item)?.memory?.reviews ?? 0) + 1);
      day = dues[0] ?? 0;
      const due = dueExercises(now, THREE, dayOf(day)).filter((each) => each.item !== questionItem('d'));
      expect(due).toHaveLength(1);
    }
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  test('오답 is the one that was missed, until another of the pool is right', () => {
    const missed = (...events: StudyEvent[]) =>
      missedExercises(pooled(events, THREE), THREE, everywhere).map(({ item }) => item);
    const events = [at('1', 0, 'a'), at('2', 4, 'b', wrong)];
    expect(missed(...events)).toEqual([questionItem('b')]);
    expect(missed(...events, at('3', 5, 'c'))).toEqual([]);
  });

  test('a star is on a question, not on its pool', () => {
    const star = (id: string) => event(`s${id}`, 1, { type: 'star', item: questionItem(id) });
    const state = pooled([star('b'), star('c')], THREE);
    const chosen = { set: 'starred', scope: everywhere } as const;
    const set = practiceExercises(state, THREE, dayOf(FIRST_DAY), chosen, '');
    expect(set.map(({ item }) => item)).toEqual([questionItem('b'), questionItem('c')]);
    expect(exercisesAfter(state, set, chosen, [questionItem('b')])).toHaveLength(1);
  });

  test('one by its address is that one', () => {
    const item = questionItem('c');
    expect(
      practiceExercises(pooled([], THREE), THREE, dayOf(FIRST_DAY), { set: 'one', item }, ''),
    ).toMatchObject([{ item }]);
  });
});

test('a set goes on behind a pool, whichever of its questions comes up now', () => {
  const chosen = { set: 'all', scope: everywhere } as const;
  const now = pooled([at('1', 0, 'a')], THREE);
  const set = practiceExercises(now, THREE, dayOf(FIRST_DAY), chosen, '');
  expect(set.map(({ item }) => item)).toEqual([questionItem('b'), questionItem('d')]);
  expect(exercisesAfter(now, set, chosen, [questionItem('a')])).toMatchObject([{ item: questionItem('d') }]);
});

test('what a sitting changed is told of the pool', () => {
  const since = { startedAt: atOf(20), day: dayOf(FIRST_DAY + 20) };
  const state = pooled([at('1', 0, 'a'), at('2', 4, 'b'), at('3', 20, 'c')], THREE);
  const before = stateBefore(state, [questionItem('c')], since);
  expect(itemState(before, questionItem('c'))?.memory?.reviews).toBe(2);
  const exercise = { kind: 'question' as const, path: '/one/', anchor: null, area: '1', comparedWith: [] };
  const sitting = startSitting(['a', 'c'].map((id) => ({ ...exercise, item: questionItem(id) as ItemId })));
  const turns = sitting.turns.map((turn) => ({ ...turn, outcome: 'right' as const }));
  expect(gainsOf({ ...sitting, turns }, state, since, FIRST_DAY + 20).longer.count).toBe(1);
});
