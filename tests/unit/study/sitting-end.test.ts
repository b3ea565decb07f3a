/** A sitting that ends: the ten of a check, what follows ten of a set, and the true means of what it has changed. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/memory/day-number.ts';
import { fold } from '../../../src/core/memory/record-state.ts';
import { type ItemId, questionItem } from '../../../src/core/model/event.ts';
import type { QuestionType } from '../../../src/core/model/question.ts';
import type { StudyIndex } from '../../../src/core/model/study.ts';
import { exercisesOf } from '../../../src/core/study/exercises.ts';
import { exercisesAfter, PRACTICE_SIZE, practiceExercises } from '../../../src/core/study/practice-set.ts';
import {
  answerTurn,
  gainsOf,
  isOver,
  nextTurn,
  resumeSitting,
  startSitting,
} from '../../../src/core/study/sitting.ts';
import { answer, atOf, FIRST_DAY } from '../memory/events.ts';

const TYPES: QuestionType[] = [
  'true-false',
  'single',
  'multiple',
  'short',
  'cloze',
  'matching',
  'ordering',
  'categories',
];
const everywhere = { by: 'all' } as const;

/** Topics of some areas; each question is of some type. */
const indexes = fc
  .array(
    fc.record({
      area: fc.integer({ min: 1, max: 5 }),
      types: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 8 }),
    }),
    { maxLength: 12 },
  )
  .map(
    (topics): StudyIndex => ({
      format: 1,
      topics: topics.map(({ area, types }, at) => ({
        path: `/${at}/`,
        number: `${area}.${at}`,
        title: `${at}`,
        file: `${at}.md`,
        area: `${area}`,
        questions: types.map((type, each) => ({
          id: `${at}-${each}`,
          type,
          anchor: null,
          hash: 'h' as never,
        })),
        cards: [],
        cells: [],
      })),
    }),
  );

const countBy = <T>(list: readonly T[], key: (each: T) => string) => {
  const counts = new Map<string, number>();
  for (const each of list) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return counts;
};

describe('ten to find out', () => {
  const check = (index: StudyIndex, seed: string, state = fold([])) =>
    practiceExercises(state, index, dayOf(FIRST_DAY), { set: 'check', scope: everywhere }, seed);

  test('are ten or all there are, nothing twice, each area with its even share or with all it has', () => {
    fc.assert(
      fc.property(indexes, fc.string(), (index, seed) => {
        const all = exercisesOf(index.topics, []);
        const ten = check(index, seed);
        expect(ten).toHaveLength(Math.min(PRACTICE_SIZE, all.length));
        expect(new Set(ten.map(({ item }) => item)).size).toBe(ten.length);
        expect(check(index, seed)).toEqual(ten);
        const [has, got] = [all, ten].map((list) => countBy(list, ({ area }) => area));
        const most = [...(got?.values() ?? [])].reduce((max, each) => Math.max(max, each), 0);
        for (const [area, size] of has ?? [])
          expect(got?.get(area) ?? 0).toBeGreaterThanOrEqual(Math.min(size, most - 1));
      }),
    );
  });

  test('begin with what is easy: by type while new, by the record where it knows more', () => {
    const rank = new Map(TYPES.map((type) => [type, type === 'true-false' ? 0 : type === 'single' ? 1 : 2]));
    fc.assert(
      fc.property(indexes, fc.string(), (index, seed) => {
        const types = new Map(
          index.topics.flatMap(({ questions }) => questions.map(({ id, type }) => [questionItem(id), type])),
        );
        const ranks = check(index, seed).map(({ item }) => rank.get(types.get(item) ?? 'short') ?? 2);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
    const questions = ['true-false', 'true-false', 'short'].map((type, at) => ({
      id: `q${at}`,
      type: type as QuestionType,
      anchor: null,
      hash: 'h' as never,
    }));
    const topic = { path: '/', number: '1', title: '', file: '', area: '1', questions, cards: [], cells: [] };
    // One that was missed is hard, one that was known is easy, whatever their types.
    const state = fold([
      answer('a', 0, { item: questionItem('q0'), verdict: 'incorrect', score: 0 }),
      answer('b', 0, { item: questionItem('q2') }),
    ]);
    const items = check({ format: 1, topics: [topic] }, '', state).map(({ item }) => item);
    expect(items).toEqual(['q2', 'q1', 'q0'].map(questionItem));
  });

  test('misses do not come back inside of them, after a reload neither', () => {
    const exercises = exercisesOf(TOPICS, []).slice(0, 3);
    let sitting = startSitting(exercises, false);
    for (const outcome of ['wrong', 'partial'] as const) sitting = nextTurn(answerTurn(sitting, outcome));
    expect(sitting.turns).toHaveLength(3);
    const resumed = resumeSitting(sitting.turns, sitting.at, sitting.isRepeating);
    expect(isOver(nextTurn(answerTurn(resumed, 'wrong')))).toBe(true);
  });
});

const TOPICS: StudyIndex['topics'] = [
  {
    path: '/',
    number: '1',
    title: '',
    file: '',
    area: '1',
    questions: Array.from({ length: 25 }, (_, at) => ({
      id: `q${at}`,
      type: 'single' as const,
      anchor: null,
      hash: 'h' as never,
    })),
    cards: [],
    cells: [],
  },
];

test('ten by ten, every question of a set is asked once', () => {
  const index = { format: 1 as const, topics: TOPICS };
  for (const set of ['new', 'all'] as const) {
    const asked: ItemId[] = [];
    let last: ItemId[] = [];
    for (;;) {
      const state = fold(asked.map((item, at) => answer(`${at}`, 0, { item, minute: at })));
      const now = practiceExercises(state, index, dayOf(FIRST_DAY), { set, scope: everywhere }, '');
      last = exercisesAfter(state, now, { set, scope: everywhere }, last)
        .slice(0, PRACTICE_SIZE)
        .map(({ item }) => item);
      if (last.length === 0) break;
      asked.push(...last);
    }
    expect(asked).toEqual(TOPICS[0]?.questions.map(({ id }) => questionItem(id)));
  }
});

test('means are those of the intervals before and after, counted one by one', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 });
  const rows = fc.array(fc.tuple(gaps, fc.constantFrom('right', 'unsure', 'wrong', 'open')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, (items) => {
      const now = 200;
      const ids = items.map((_, at) => questionItem(`i${at}`));
      const given = (id: string, at: number, day: number, outcome: string) =>
        answer(id, day, {
          item: ids[at],
          verdict: outcome === 'wrong' ? 'incorrect' : 'correct',
          confidence: outcome === 'unsure' ? 'unsure' : 'sure',
        });
      const earlier = items.flatMap(([days], at) =>
        days.map((_, each) =>
          given(
            `${at}/${each}`,
            at,
            days.slice(0, each + 1).reduce((sum, gap) => sum + gap, 0),
            'right',
          ),
        ),
      );
      const today = items.flatMap(([, outcome], at) =>
        outcome === 'open' ? [] : [given(`${at}/now`, at, now, outcome)],
      );
      const [before, after] = [fold(earlier), fold([...earlier, ...today])];
      const turns = items.map(([, outcome], at) => ({
        exercise: { item: ids[at] as ItemId } as never,
        round: 0,
        outcome: outcome === 'open' ? null : outcome === 'wrong' ? ('wrong' as const) : ('right' as const),
      }));
      const since = { startedAt: atOf(now), day: dayOf(FIRST_DAY + now) };
      const gains = gainsOf({ turns, at: 0, isRepeating: true }, after, since, FIRST_DAY + now);

      const interval = (state: typeof after, id: ItemId) => {
        const memory = state.items.get(id)?.memory;
        return memory ? memory.dueDay - memory.lastDay : null;
      };
      const pairs = ids
        .filter((_, at) => items[at]?.[1] !== 'open')
        .map((id) => ({ was: interval(before, id), is: interval(after, id) ?? 0 }));
      const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
      const longer = pairs.filter(({ was, is }) => was !== null && is > was);
      expect(gains.longer.count).toBe(longer.length);
      if (longer.length > 0) {
        expect(gains.longer.before).toBeCloseTo(mean(longer.map(({ was }) => was ?? 0)));
        expect(gains.longer.after).toBeCloseTo(mean(longer.map(({ is }) => is)));
      }
      const begun = items.filter(
        ([days, outcome]) => days.length === 0 && (outcome === 'right' || outcome === 'unsure'),
      );
      expect(gains.begun.count).toBe(begun.length);
      expect(gains.tomorrow).toBe(pairs.filter(({ is }) => is === 1).length);
    }),
  );
});
