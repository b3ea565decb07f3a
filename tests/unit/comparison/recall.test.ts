/** A sitting asks every cell, brings back what was missed until it is known, and always ends. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellKey,
  countsOf,
  gradeCell,
  isCovered,
  isDone,
  type Recall,
  recallCells,
  reveal,
  shownInTurn,
  startRecall,
  turnsOf,
} from '../../../src/core/comparison/recall.ts';
import type { RecallVerdict } from '../../../src/core/model/event.ts';

const places = (rows: number, columns: number) =>
  recallCells([...Array(rows).keys()], [...Array(columns).keys()], () => true);
const openNext = (recall: Recall) => (recall.current ? reveal(recall, recall.current) : recall);
const answer = (recall: Recall, given: RecallVerdict) => gradeCell(openNext(recall), given);

describe('a sitting', () => {
  test('asks row by row, one after the other', () => {
    let recall = startRecall([places(2, 2)]);
    const asked: string[] = [];
    while (recall.current) {
      asked.push(cellKey(recall.current));
      recall = answer(recall, 'known');
    }
    expect(asked).toEqual(['0/0', '0/1', '1/0', '1/1']);
    expect(countsOf(recall)).toEqual({ total: 4, graded: 4, known: 4, vague: 0, missed: 0 });
  });

  test('brings what was missed again, covered, after the others; the first grade counts', () => {
    let recall = startRecall([places(1, 3)]);
    recall = answer(recall, 'missed');
    expect(isCovered(recall, { row: 0, column: 0 })).toBe(false);
    recall = answer(answer(recall, 'known'), 'vague');
    expect(recall).toMatchObject({ round: 2, current: { row: 0, column: 0 }, isOpen: false });
    expect(isCovered(recall, { row: 0, column: 0 })).toBe(true);
    recall = answer(answer(recall, 'missed'), 'known');
    expect(isDone(recall)).toBe(true);
    expect(countsOf(recall)).toEqual({ total: 3, graded: 3, known: 1, vague: 1, missed: 1 });
    expect(recall.latest.get('0/0')).toBe('known');
  });

  test('any covered cell can be opened; one left open without a grade is covered again', () => {
    const start = startRecall([places(1, 3)]);
    const first = reveal(start, { row: 0, column: 2 });
    expect([0, 1, 2].map((column) => isCovered(first, { row: 0, column }))).toEqual([true, true, false]);
    const second = reveal(first, { row: 0, column: 1 });
    expect([0, 1, 2].map((column) => isCovered(second, { row: 0, column }))).toEqual([true, false, true]);
    expect(gradeCell(second, 'known').current).toEqual({ row: 0, column: 2 });
  });

  test('nothing is graded that is not open, and nothing opened twice', () => {
    const start = startRecall([places(1, 1)]);
    expect(gradeCell(start, 'known')).toBe(start);
    const open = openNext(start);
    expect(reveal(open, { row: 0, column: 0 })).toBe(open);
    expect(isDone(startRecall([[]]))).toBe(true);
  });

  test('each turn ends with its own missed cells before the next begins', () => {
    const turns = turnsOf([0, 1, 2], 2).map((columns) => recallCells([0], columns, () => true));
    let recall = startRecall(turns);
    recall = answer(answer(recall, 'missed'), 'known');
    expect(recall).toMatchObject({ round: 2, current: { column: 0 } });
    recall = answer(recall, 'known');
    expect(recall).toMatchObject({ round: 1, current: { column: 2 } });
    expect(isDone(answer(recall, 'known'))).toBe(true);
  });

  test('ends for any answers, having asked each cell once at least and missed ones again', () => {
    const grades = fc.array(fc.constantFrom<RecallVerdict>('known', 'vague', 'missed'), { maxLength: 60 });
    const size = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 3 }), grades, (rows, columns, atOnce, given) => {
        const shown = [...Array(columns).keys()];
        const turns = turnsOf(shown, atOnce).map((turn) =>
          recallCells([...Array(rows).keys()], turn, () => true),
        );
        let recall = startRecall(turns);
        let steps = 0;
        for (; recall.current; steps++) recall = answer(recall, given[steps] ?? 'known');
        expect(recall.first.size).toBe(rows * columns);
        expect([...recall.latest.values()]).not.toContain('missed');
        expect(steps).toBe(rows * columns + given.slice(0, steps).filter((each) => each === 'missed').length);
      }),
    );
  });
});

describe('columns on a phone', () => {
  test('every column has its turn, the last one beside the one before it', () => {
    expect(turnsOf([2, 0, 1], 2)).toEqual([[2, 0], [1]]);
    expect(shownInTurn([2, 0, 1], 2, { row: 0, column: 0 })).toEqual([2, 0]);
    expect(shownInTurn([2, 0, 1], 2, { row: 0, column: 1 })).toEqual([0, 1]);
    expect(shownInTurn([2, 0, 1], 2, null)).toEqual([2, 0]);
    expect(shownInTurn([0, 1, 2], 3, { row: 0, column: 1 })).toEqual([0, 1, 2]);
  });
});
