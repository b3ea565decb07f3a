/** Where questions stand, and that every place that tells a number of them tells the same one. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/memory/day-number.ts';
import { dueDayNumber, forecast } from '../../../src/core/memory/due-day.ts';
import { fold, type RecordState } from '../../../src/core/memory/record-state.ts';
import type { TreeNode } from '../../../src/core/model/course.ts';
import { cellItem, type ItemId, questionItem } from '../../../src/core/model/event.ts';
import {
  STANDINGS,
  type StudyIndex,
  type StudyTopic,
  type Tally,
  tallyWords,
} from '../../../src/core/model/study.ts';
import { countKinds, dayPlan, dueExercises, sumOf } from '../../../src/core/study/due-exercises.ts';
import { exercisesOf, questionItems } from '../../../src/core/study/exercises.ts';
import { missedExercises, practiceExercises } from '../../../src/core/study/practice-set.ts';
import { courseTally, hasRecord, standingOf } from '../../../src/core/study/standing.ts';
import { answer, event, FIRST_DAY } from '../memory/events.ts';

const node = (more: Partial<TreeNode>): TreeNode => ({
  number: '',
  title: '',
  path: null,
  anchor: null,
  draft: false,
  children: [],
  ...more,
});

const item = questionItem('q');
const wrong = { verdict: 'incorrect', score: 0 };
const of = (events: Parameters<typeof fold>[0], day: number) =>
  standingOf(fold(events), item, FIRST_DAY + day);
const at = (id: string, day: number, more = {}) => answer(id, day, { item, ...more });

describe('a question stands', () => {
  test('안 풂 until an answer counts, and again once it is erased', () => {
    expect(of([], 0)).toBe('new');
    expect(of([event('s', 0, { type: 'star', item })], 0)).toBe('new');
    const erase = event('x', 1, { type: 'erase', scope: { by: 'all' }, before: Number.MAX_SAFE_INTEGER });
    expect(of([at('a', 0), erase], 1)).toBe('new');
  });

  test('오답 from an answer that is not right until one that is, on the same day too', () => {
    for (const verdict of ['incorrect', 'partial', 'unanswered'])
      expect(of([at('a', 0, { verdict, score: 0 })], 0)).toBe('wrong');
    expect(of([at('a', 0, wrong), at('b', 0, { minute: 5 })], 0)).toBe('remembered');
    expect(of([at('a', 0), at('b', 0, { minute: 5, ...wrong })], 0)).toBe('wrong');
    const right = event('o', 0, { type: 'overrule', item, answer: 'a', verdict: 'correct' });
    expect(of([at('a', 0, wrong), right], 0)).toBe('remembered');
  });

  test('기억 when right, sure or not, with or without a hint', () => {
    expect(of([at('a', 0, { confidence: 'unsure', hints: 1 })], 0)).toBe('remembered');
  });

  test('복습 when due, whatever the last answer was; also when only a clock ahead knows of it', () => {
    expect(of([at('a', 0)], 40)).toBe('due');
    expect(of([at('a', 0, wrong)], 1)).toBe('due');
    expect(of([at('a', 900)], 0)).toBe('due');
  });
});

test('an area holds all in it, a row its own page or section, and a heading without a page nothing', () => {
  const topic = (path: string, area: string, ids: [id: string, anchor: string | null][]): StudyTopic => ({
    path,
    number: null,
    title: path,
    file: `${path}.md`,
    area,
    questions: ids.map(([id, anchor]) => ({ id, type: 'single', anchor, hash: 'h1' as never })),
    cards: [{ facet: '', term: '용어', anchor: null }],
    cells: [{ compare: 'c', row: '정의', column: 'A', anchor: null }],
  });
  const index: StudyIndex = {
    format: 1,
    topics: [
      topic('/a/', '1', [
        ['a1', '정의'],
        ['a2', '기능'],
        ['a3', null],
      ]),
      topic('/a/x/', '1', [['x1', null]]),
      topic('/b/', '2', []),
    ],
  };
  const q = (id: string, day: number) => answer(`e-${id}`, day, { item: questionItem(id) });
  const state = fold([
    q('a1', 0),
    q('x1', 40),
    answer('c', 0, { kind: 'cell', verdict: 'known', item: cellItem('c', '정의', 'A') }),
  ]);
  const tally = courseTally(index, state, dayOf(FIRST_DAY + 40));
  const below = [node({ number: '1.9.1', path: '/a/x/' })];
  expect(tally.of(node({ number: '1.1', path: '/a/', anchor: '정의' }))).toMatchObject({ all: 1, due: 1 });
  expect(tally.of(node({ number: '1.2', path: '/a/', anchor: '기능' }))).toMatchObject({ all: 1, new: 1 });
  expect(tally.of(node({ number: '1', path: '/a/', children: below }))).toEqual(tally.all);
  expect(tally.of(node({ number: '1.9', path: '/a/x/' }))).toMatchObject({ all: 1, remembered: 1 });
  expect(tally.of(node({ number: '1.9', children: below }))).toBeNull();
  expect(tally.of(node({ number: '2', path: '/b/' }))).toBeNull();
  expect(tally.all).toEqual({ all: 4, remembered: 1, due: 1, wrong: 0, new: 2 });
  expect(tallyWords(tally.all)).toBe('4문제 중 기억 1, 복습 1, 오답 0, 안 풂 2');
  expect([hasRecord(state), hasRecord(fold([]))]).toEqual([true, false]);
});

/** Up to four areas of topics with questions in sections or not, a term and a cell each. */
const courses: fc.Arbitrary<StudyIndex> = fc
  .array(
    fc.record({
      area: fc.constantFrom('1', '2', '3', '4'),
      questions: fc.array(fc.constantFrom('정의', '기능', null), { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((topics) => ({
    format: 1,
    topics: topics.map(({ area, questions }, at) => ({
      path: `/${area}/${at}/`,
      number: null,
      title: `토픽 ${at}`,
      file: `${at}.md`,
      area,
      questions: questions.map((anchor, nth) => ({
        id: `${at}-${nth}`,
        type: 'single',
        anchor,
        hash: 'h1' as never,
      })),
      cards: [{ facet: '정의', term: '용어', anchor: null }],
      cells: [{ compare: 'c', row: `${at}`, column: 'A', anchor: null }],
    })),
  }));

/** Answers of a clock that is right, behind, and far ahead, some overruled or erased; an exam, a limit, cards. */
const records = (index: StudyIndex) => {
  const all = exercisesOf(
    index.topics,
    index.topics.map(({ title }) => title),
  );
  const answers = fc.record({
    nth: fc.nat({ max: all.length - 1 }),
    day: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) },
      fc.constantFrom(-400, 41, 45, 3_000),
    ),
    verdict: fc.constantFrom('correct', 'correct', 'partial', 'incorrect', 'unanswered'),
    confidence: fc.constantFrom('sure', 'unsure', null),
    hints: fc.nat({ max: 1 }),
    overrule: fc.option(fc.constantFrom('correct', 'incorrect'), { freq: 8 }),
  });
  return fc
    .record({
      answers: fc.array(answers, { maxLength: 50 }),
      exam: fc.option(fc.integer({ min: -1, max: 12 })),
      limit: fc.option(fc.integer({ min: 1, max: 9 })),
      cards: fc.subarray(index.topics.map(({ title }) => title)),
      erased: fc.option(fc.nat({ max: all.length - 1 }), { freq: 8 }),
    })
    .map(({ answers: given, exam, limit, cards, erased }) => {
      const events = given.flatMap(({ nth, day, overrule, verdict, ...rest }, at) => {
        const { item: asked, kind } = all[nth] as (typeof all)[number];
        const recalled = { correct: 'known', partial: 'vague' }[verdict as string] ?? 'missed';
        const said = kind === 'question' ? { verdict, ...rest } : { verdict: recalled, confidence: null };
        const one = answer(`a${at}`, day, {
          minute: at,
          item: asked,
          kind,
          score: verdict === 'correct' ? 1 : 0,
          ...said,
        });
        return overrule && kind === 'question'
          ? [
              one,
              event(`o${at}`, day, {
                type: 'overrule',
                item: asked,
                answer: `a${at}`,
                verdict: overrule,
                at: one.at + 1,
              }),
            ]
          : [one];
      });
      const setting = (name: string, value: unknown) => event(name, 0, { type: 'setting', name, value });
      return fold([
        ...events,
        setting('cards', cards),
        ...(exam === null ? [] : [setting('exam-day', dayOf(FIRST_DAY + 40 + exam))]),
        ...(limit === null ? [] : [setting('daily-limit', limit)]),
        ...(erased === null
          ? []
          : [
              event('x', 20, {
                type: 'erase',
                scope: { by: 'items', items: [all[erased]?.item] },
                before: answer('b', 20).at,
              }),
            ]),
      ]);
    });
};

/** Counted apart, from the answers and the day each comes back. */
function counted(state: RecordState, items: readonly ItemId[], now: number): Tally {
  const tally: Tally = { all: items.length, remembered: 0, due: 0, wrong: 0, new: 0 };
  for (const each of items) {
    const last = state.items.get(each)?.history.at(-1);
    const due = dueDayNumber(state, each, now);
    if (last === undefined || due === null) tally.new += 1;
    else if (due <= now) tally.due += 1;
    else if (last.verdict !== 'correct') tally.wrong += 1;
    else tally.remembered += 1;
  }
  return tally;
}

const plus = (tallies: readonly (Tally | null)[]): Tally => {
  const sum: Tally = { all: 0, remembered: 0, due: 0, wrong: 0, new: 0 };
  for (const tally of tallies)
    for (const each of [...STANDINGS, 'all'] as const) sum[each] += tally?.[each] ?? 0;
  return sum;
};

test('every place tells the same number', () => {
  const today = dayOf(FIRST_DAY + 40);
  const now = FIRST_DAY + 40;
  const everywhere = { by: 'all' } as const;
  fc.assert(
    fc.property(
      courses.chain((index) => records(index).map((state) => ({ index, state }))),
      ({ index, state }) => {
        const questions = index.topics.flatMap(questionItems);
        const tally = courseTally(index, state, today);
        const plan = dayPlan(state, index, today);
        const { all } = tally;

        // The four add up, and are what the answers say; so are those of areas and pages.
        expect(all).toEqual(counted(state, questions, now));
        expect(STANDINGS.reduce((sum, each) => sum + all[each], 0)).toBe(questions.length);
        expect(plus(['1', '2', '3', '4'].map((number) => tally.of(node({ number }))))).toEqual(all);
        expect(plus(index.topics.map(({ path }) => tally.page(path)))).toEqual(all);
        for (const topic of index.topics) {
          const { path } = topic;
          expect(tally.of(node({ number: '1.1', path }))).toEqual(tally.page(path));
          expect(plus([tally.page(path)])).toEqual(counted(state, questionItems(topic), now));
          const parts = ['정의', '기능'].map((anchor) => tally.of(node({ number: '1.1', path, anchor })));
          const ofPage = topic.questions
            .filter(({ anchor }) => anchor === null)
            .map(({ id }) => questionItem(id));
          expect(plus([...parts, counted(state, ofPage, now)])).toEqual(plus([tally.page(path)]));
        }

        // What is due: badge and rows, the review's list, the forecast. New ones and other kinds are counted apart.
        expect(plan.due.question).toBe(all.due);
        expect(forecast(state, questions, today, 1)[0]).toMatchObject({
          due: all.due,
          fresh: plan.fresh.question,
        });
        const settings = { ...state.settings, dailyLimit: null };
        const asked = dueExercises({ ...state, settings }, index, today);
        const isFresh = (each: { item: ItemId }) => standingOf(state, each.item, now) === 'new';
        expect(countKinds(asked.filter((each) => !isFresh(each)))).toEqual(plan.due);
        expect(countKinds(asked.filter(isFresh))).toEqual(plan.fresh);
        expect(dueExercises(state, index, today)).toHaveLength(
          Math.min(plan.left, sumOf(plan.due) + sumOf(plan.fresh)),
        );
        if (plan.next) expect(sumOf(plan.next.due)).toBeGreaterThan(0);

        // The sets to practise, and 오답 with what of it is due.
        const set = (name: 'all' | 'new' | 'wrong') =>
          countKinds(practiceExercises(state, index, today, { set: name, scope: everywhere }, '')).question;
        expect([set('all'), set('new'), set('wrong')]).toEqual([all.all, all.new, all.wrong]);
        const missed = missedExercises(state, index, everywhere).filter(({ kind }) => kind === 'question');
        expect(missed.filter((each) => standingOf(state, each.item, now) !== 'due')).toHaveLength(all.wrong);

        // What is read out.
        expect(tallyWords(all).match(/\d+/g)?.map(Number)).toEqual([
          all.all,
          ...STANDINGS.map((each) => all[each]),
        ]);
      },
    ),
    { numRuns: 300 },
  );
});

test('nothing else counts by itself', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const decides = files.filter((file) => /\.isWrong\b|\bisDue\(/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(decides.map((file) => file.replaceAll('\\', '/')).sort()).toEqual([
    'core/memory/item.ts',
    'core/study/due-exercises.ts',
    'core/study/practice-set.ts',
    'core/study/standing.ts',
  ]);
});

test('what is known is asked by itemState or ownItemState, so that no place forgets of pools', () => {
  const asking = (readdirSync('src', { recursive: true, encoding: 'utf8' }) as string[]).filter(
    (file) =>
      /^(?:ui|store|core[\\/](?:study|comparison))[\\/].*\.tsx?$/.test(file) &&
      /\bitems\.get\(/.test(readFileSync(`src/${file}`, 'utf8')),
  );
  // Cells are in no pool, and comparisons load nothing of the scheduler.
  expect(asking.map((file) => file.replaceAll('\\', '/'))).toEqual(['store/recall.ts']);
});
