/** What is asked and when: due ones by forgetting and apart from their neighbours, sets by the record, sittings to their end. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../src/core/memory/day-number.ts';
import { fold, stateBefore } from '../../../src/core/memory/record-state.ts';
import type { AnswerEvent, Day, StudyEvent } from '../../../src/core/model/event.ts';
import { questionItem } from '../../../src/core/model/event.ts';
import type { StudyIndex, StudyTopic } from '../../../src/core/model/study.ts';
import { countWithin, dueExercises, interleave } from '../../../src/core/study/due-exercises.ts';
import { type Exercise, exercisesOf, itemsOf } from '../../../src/core/study/exercises.ts';
import { missedExercises, practiceExercises } from '../../../src/core/study/practice-set.ts';
import {
  answerTurn,
  elapsedIn,
  isOver,
  nextTurn,
  type Outcome,
  resumeSitting,
  startSitting,
} from '../../../src/core/study/sitting.ts';
import { courseTally, standingOf } from '../../../src/core/study/standing.ts';

const topic = (path: string, area: string, ids: string[], comparedWith?: string[]): StudyTopic => ({
  path,
  number: area,
  title: path,
  file: `${path}.md`,
  area,
  questions: ids.map((id) => ({ id, type: 'single', anchor: id.slice(0, 1), hash: 'h' as never })),
  cards: [],
  cells: [],
  ...(comparedWith && { comparedWith }),
});
const index: StudyIndex = {
  format: 1,
  topics: [
    topic('/a/', '1', ['a1', 'a2', 'a3', 'a4'], ['/b/']),
    topic('/b/', '1', ['b1', 'b2', 'b3', 'b4'], ['/a/']),
    topic('/c/', '2', ['c1', 'c2', 'c3', 'c4']),
  ],
};
const DAY = '2026-11-24' as Day;
let count = 0;

const answer = (
  id: string,
  day: string,
  verdict: 'correct' | 'incorrect',
  rest: Partial<AnswerEvent> = {},
) => {
  count += 1;
  return {
    schema: 1,
    id: `e${count}`,
    course: 'c',
    device: 'd',
    at: Date.parse(`${day}T09:00:00Z`) + count,
    day,
    type: 'answer',
    kind: 'question',
    item: questionItem(id),
    contentHash: 'h',
    answer: null,
    verdict,
    score: verdict === 'correct' ? 1 : 0,
    confidence: 'sure',
    hints: 0,
    elapsedMillis: 20_000,
    ...rest,
  } as unknown as StudyEvent;
};
const setting = (name: string, value: unknown) =>
  ({
    schema: 1,
    id: `s${++count}`,
    course: 'c',
    device: 'd',
    at: 1,
    day: DAY,
    type: 'setting',
    name,
    value,
  }) as unknown as StudyEvent;
const ids = (exercises: readonly Exercise[]) => exercises.map(({ item }) => item.replace('question:', ''));

describe('what is due', () => {
  test('the most forgotten first, nothing that is not due, nothing new without an exam', () => {
    const state = fold([
      answer('a1', '2026-11-23', 'incorrect'),
      answer('b1', '2026-11-01', 'correct'),
      answer('c1', '2026-11-23', 'correct'),
    ]);
    expect(ids(dueExercises(state, index, DAY))).toEqual(['b1', 'a1']);
  });

  test('a question that was removed is not asked and not counted, and its answers stay in the record', () => {
    const state = fold([answer('gone', '2026-11-01', 'incorrect'), answer('a1', '2026-11-01', 'incorrect')]);
    expect(ids(dueExercises(state, index, DAY))).toEqual(['a1']);
    expect(ids(missedExercises(state, index, { by: 'all' }))).toEqual(['a1']);
    expect(courseTally(index, state, DAY).all).toMatchObject({ all: 12, new: 11, due: 1 });
    expect(state.items.get(questionItem('gone'))?.history).toHaveLength(1);
  });

  test('the daily limit counts what was answered today', () => {
    const due = ['a1', 'b1', 'c1'].map((id) => answer(id, '2026-11-01', 'correct'));
    const limited = fold([...due, setting('daily-limit', 2)]);
    expect(dueExercises(limited, index, DAY)).toHaveLength(2);
    const after = fold([...due, setting('daily-limit', 2), answer('a1', DAY, 'correct')]);
    expect(dueExercises(after, index, DAY)).toHaveLength(1);
  });

  test('an exam ahead brings its share of new ones once a day, and not again when they are answered', () => {
    const exam = setting('exam-day', '2026-12-01');
    const first = dueExercises(fold([exam]), index, DAY);
    expect(ids(first)).toEqual(['a1', 'a2']);
    const begun = first.map(({ item }) => answer(item.replace('question:', ''), DAY, 'correct'));
    expect(dueExercises(fold([exam, ...begun]), index, DAY)).toEqual([]);
  });

  test('easily confused topics stand beside each other, until what is left would be of one section', () => {
    const exercises = exercisesOf(index.topics, []);
    const order = interleave(exercises);
    expect([...ids(order)].sort()).toEqual([...ids(exercises)].sort());
    expect(
      ids(order)
        .map((id) => id[0])
        .join(''),
    ).toBe('ababacacbcbc');
  });

  test('interleaving loses and doubles nothing, whatever the order', () => {
    const exercises = exercisesOf(index.topics, []);
    fc.assert(
      fc.property(fc.shuffledSubarray(exercises), (some) => {
        expect(new Set(interleave(some))).toEqual(new Set(some));
        expect(interleave(some)).toHaveLength(some.length);
      }),
    );
  });

  test('two of one section follow each other only as often as no order could avoid', () => {
    const sections = fc.array(fc.constantFrom('/a/#1', '/a/#2', '/b/#1', '/c/#1'), { maxLength: 30 });
    fc.assert(
      fc.property(sections, (named) => {
        const exercises = named.map((name, at): Exercise => {
          const [path = '', anchor = ''] = name.split('#');
          const comparedWith = path === '/a/' ? ['/b/'] : path === '/b/' ? ['/a/'] : [];
          return { item: questionItem(String(at)), kind: 'question', path, anchor, area: '1', comparedWith };
        });
        const order = interleave(exercises).map(({ path, anchor }) => `${path}#${anchor}`);
        const doubled = order.filter((name, at) => at > 0 && name === order[at - 1]).length;
        const most = Math.max(0, ...named.map((name) => named.filter((each) => each === name).length));
        expect(doubled).toBe(Math.max(0, most - (named.length - most) - 1));
      }),
    );
  });

  test('ten minutes hold as many as the learner is quick', () => {
    expect(countWithin(fold([]), 600_000)).toBe(20);
    const slow = ['a1', 'a2', 'a3', 'b1', 'b2'].map((id) =>
      answer(id, DAY, 'correct', { elapsedMillis: 60_000 }),
    );
    expect(countWithin(fold(slow), 600_000)).toBe(10);
  });
});

describe('sets to practise', () => {
  const state = fold([
    answer('a1', DAY, 'incorrect', { confidence: 'unsure' }),
    answer('c1', DAY, 'incorrect'),
    answer('b1', '2026-11-20', 'correct'),
    { ...answer('b2', DAY, 'correct'), type: 'star' } as unknown as StudyEvent,
  ]);
  const everywhere = { by: 'all' } as const;

  test('wrong ones begin with those that were sure; new ones were never answered; stars count without an answer', () => {
    expect(ids(practiceExercises(state, index, DAY, { set: 'wrong', scope: everywhere }, ''))).toEqual([
      'c1',
      'a1',
    ]);
    expect(practiceExercises(state, index, DAY, { set: 'new', scope: everywhere }, '')).toHaveLength(9);
    expect(ids(practiceExercises(state, index, DAY, { set: 'starred', scope: everywhere }, ''))).toEqual([
      'b2',
    ]);
  });

  test('wrong ones are as many as the sums say, cards and cells among them; recall is never surely wrong', () => {
    const mixed: StudyIndex = {
      format: 1,
      topics: index.topics.map((each) => ({
        ...each,
        cards: [{ facet: '정의', term: each.path, anchor: null }],
        cells: [{ compare: 'vs', row: each.path, column: '정의', anchor: null }],
      })),
    };
    const everyAsk = exercisesOf(
      mixed.topics,
      mixed.topics.map(({ title }) => title),
    );
    const missed = fc.subarray(everyAsk);
    const titles = fc.subarray(mixed.topics.map(({ title }) => title));
    fc.assert(
      fc.property(missed, titles, (exercises, cardTopics) => {
        const events = exercises.map(({ item, kind }) =>
          answer('x', DAY, 'incorrect', {
            item,
            kind,
            ...(kind !== 'question' && { verdict: 'missed' }),
          } as Partial<AnswerEvent>),
        );
        const known = fold([...events, setting('cards', cardTopics)]);
        const items = itemsOf(mixed.topics, cardTopics, (item) => known.items.has(item));
        const wrong = practiceExercises(known, mixed, DAY, { set: 'wrong', scope: everywhere }, '');
        expect(wrong).toHaveLength(
          items.filter((item) => standingOf(known, item, dayNumber(DAY)) === 'wrong').length,
        );
        const sure = wrong.filter(({ item }) => known.items.get(item)?.isSurelyWrong);
        expect(sure).toEqual(wrong.filter(({ kind }) => kind === 'question'));
      }),
    );
  });

  test('a part of the course holds its own', () => {
    expect(
      ids(practiceExercises(state, index, DAY, { set: 'all', scope: { by: 'area', area: '2' } }, '')),
    ).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(ids(practiceExercises(state, index, DAY, { set: 'one', item: questionItem('b3') }, ''))).toEqual([
      'b3',
    ]);
  });
});

describe('a sitting', () => {
  test('what is missed comes again at the end until right once; then it is over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Outcome>('right', 'partial', 'wrong'), { maxLength: 40 }),
        (outcomes) => {
          let sitting = startSitting(exercisesOf(index.topics.slice(0, 1), []));
          for (const outcome of outcomes) {
            if (isOver(sitting)) break;
            sitting = nextTurn(answerTurn(sitting, outcome));
          }
          while (!isOver(sitting)) sitting = nextTurn(answerTurn(sitting, 'right'));
          const items = new Set(sitting.turns.map(({ exercise }) => exercise.item));
          for (const item of items) {
            const own = sitting.turns.filter(({ exercise }) => exercise.item === item);
            expect(own.filter(({ outcome }) => outcome === 'right')).toHaveLength(1);
            expect(own.at(-1)?.outcome).toBe('right');
            expect(own.map(({ round }) => round)).toEqual(own.map((_, at) => at));
          }
        },
      ),
    );
  });

  test('taken up again it has lost nothing, and does not put what was graded already', () => {
    const [first, second, third] = exercisesOf(index.topics.slice(0, 1), []);
    if (!first || !second || !third) throw new Error('too few');
    const turn = (exercise: Exercise, outcome: Outcome | null) => ({ exercise, round: 0, outcome });
    const turns = [turn(first, 'right'), null, turn(second, 'wrong'), turn(third, null)];
    const graded = resumeSitting(turns, 2, true);
    expect(graded.at).toBe(2);
    expect(graded.turns.map(({ exercise, round }) => [exercise, round])).toEqual([
      [first, 0],
      [second, 0],
      [third, 0],
      [second, 1],
    ]);
    expect(resumeSitting(turns, 3, true)).toMatchObject({ at: 2, turns: [{}, {}, { exercise: third }] });
    expect(isOver(resumeSitting(turns, 9, true))).toBe(true);
  });

  test('what it changed and how long it took are told from the record since it began', () => {
    const before = answer('a1', '2026-11-20', 'incorrect');
    const after = answer('a1', DAY, 'correct', { elapsedMillis: 7_000 });
    const state = fold([before, after, answer('b1', DAY, 'correct')]);
    const item = questionItem('a1');
    const since = { startedAt: after.at, day: DAY };
    expect(stateBefore(state, [item], since).items).toEqual(fold([before]).items);
    const sitting = startSitting(exercisesOf(index.topics, []).filter((exercise) => exercise.item === item));
    expect(elapsedIn(sitting, state, since)).toBe(7_000);
    // An earlier answer that a clock ahead has dated later is none of it.
    const ahead = { ...answer('a1', '2035-01-01' as Day, 'incorrect'), at: after.at + 9 };
    const told = fold([before, ahead, { ...after, at: after.at + 10 }]);
    expect(elapsedIn(sitting, told, since)).toBe(7_000);
  });

  test('nothing goes on without an answer', () => {
    const sitting = startSitting(exercisesOf(index.topics, []));
    expect(nextTurn(sitting)).toEqual(sitting);
  });
});
