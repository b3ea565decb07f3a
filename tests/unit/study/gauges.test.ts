/** What a row of the tree tells: its own section, page, topics below or area, summed up; and what is due over all. */

import { expect, test } from 'vitest';
import { dayOf } from '../../../src/core/memory/day-number.ts';
import { fold } from '../../../src/core/memory/record-state.ts';
import { summarise } from '../../../src/core/memory/summary.ts';
import type { TreeNode } from '../../../src/core/model/course.ts';
import { cellItem, questionItem } from '../../../src/core/model/event.ts';
import type { StudyIndex, StudyTopic } from '../../../src/core/model/study.ts';
import { gaugeStateOf, gaugesOf, hasRecord } from '../../../src/core/study/gauges.ts';
import { answer, FIRST_DAY } from '../memory/events.ts';

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
    { ...topic('/a/x/', '1', [['x1', null]]), cells: [] },
    { ...topic('/b/', '2', []), cells: [], cards: [] },
  ],
};

const node = (more: Partial<TreeNode>): TreeNode => ({
  number: '',
  title: '',
  path: null,
  anchor: null,
  draft: false,
  children: [],
  ...more,
});

const today = dayOf(FIRST_DAY + 40);
const q = (id: string, day: number, more = {}) =>
  answer(`e-${id}-${day}`, day, { item: questionItem(id), ...more });
const known = fold([q('a1', 0), q('x1', 40)]);

test('a section counts its own, an area everything in it though its topics are not known yet', () => {
  const { of } = gaugesOf(index, known, today);
  expect(of(node({ number: '1.1', path: '/a/', anchor: '정의' }))).toMatchObject({
    count: 1,
    fresh: 0,
    due: 1,
  });
  expect(of(node({ number: '1.2', path: '/a/', anchor: '기능' }))).toMatchObject({
    count: 1,
    fresh: 1,
    recall: null,
  });
  expect(of(node({ number: '1', path: '/a/' }))).toMatchObject({ count: 4, fresh: 2, due: 1 });
});

test('a heading without a page sums up the topics below it, and a row with nothing to learn has no gauge', () => {
  const { of } = gaugesOf(index, known, today);
  const below = [node({ number: '1.9.1', path: '/a/x/' })];
  expect(of(node({ number: '1.9', title: '모음', children: below }))).toMatchObject({ count: 1, due: 0 });
  expect(of(node({ number: '2', path: '/b/' }))).toBeNull();
});

test('cards count where switched on, cells once they were answered', () => {
  const cell = { kind: 'cell', verdict: 'known', item: cellItem('c', '정의', 'A') };
  const settings = { ...known.settings, cardTopics: ['/a/x/'] };
  const state = fold([q('a1', 0), answer('c', 40, cell)]);
  const { of, all } = gaugesOf(index, { ...state, settings }, today);
  expect(of(node({ number: '1', path: '/a/' }))?.count).toBe(6);
  expect(all.count).toBe(6);
});

test('new, due and ok', () => {
  const items = index.topics[0]?.questions.map(({ id }) => questionItem(id)) ?? [];
  expect(gaugeStateOf(summarise(known, items.slice(1), today))).toBe('new');
  expect(gaugeStateOf(summarise(known, items, today))).toBe('due');
  expect(gaugeStateOf(summarise(known, [questionItem('x1')], today))).toBe('ok');
  expect(hasRecord(known)).toBe(true);
  expect(hasRecord(fold([]))).toBe(false);
});
