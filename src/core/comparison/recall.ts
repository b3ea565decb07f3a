/** 가리고 떠올리기 as a state machine without a page: which cells are covered, which one is open, which come again. */

import type { RecallVerdict } from '../model/event.ts';

/** A cell by indices into the table's own rows and columns. */
export interface CellPosition {
  row: number;
  column: number;
}

export interface Recall {
  /** Turns still to come after this one: on a phone each pair of columns has its own. */
  turns: readonly (readonly CellPosition[])[];
  /** All cells of the sitting, by key. */
  all: readonly CellPosition[];
  /** Still covered in this round, in the order they are asked. */
  covered: readonly CellPosition[];
  /** Missed in this round; covered again when the round is over. */
  again: readonly CellPosition[];
  /** The cell to be asked next; null when all is done. */
  current: CellPosition | null;
  /** Uncovered and waiting for its grade; it is the current one. */
  isOpen: boolean;
  /** First and latest grade of each cell, by key. */
  first: ReadonlyMap<string, RecallVerdict>;
  latest: ReadonlyMap<string, RecallVerdict>;
  /** 1 for the first asking of a turn, 2 and on for what was missed. */
  round: number;
}

export const cellKey = ({ row, column }: CellPosition): string => `${row}/${column}`;

const isSame = (a: CellPosition | null, b: CellPosition): boolean =>
  a?.row === b.row && a.column === b.column;

/** Covers the cells of the first turn; empty turns are passed over. */
export function startRecall(turns: readonly (readonly CellPosition[])[]): Recall {
  const [now, ...later] = turns.filter((turn) => turn.length > 0);
  const covered = now ?? [];
  return {
    turns: later,
    all: [...covered, ...later.flat()],
    covered,
    again: [],
    current: covered[0] ?? null,
    isOpen: false,
    first: new Map(),
    latest: new Map(),
    round: 1,
  };
}

export const isCovered = (recall: Recall, cell: CellPosition): boolean =>
  recall.covered.some((each) => isSame(each, cell)) && !(recall.isOpen && isSame(recall.current, cell));

/** Uncovers a covered cell. One that was open without a grade is covered again, so that none is passed over. */
export function reveal(recall: Recall, cell: CellPosition): Recall {
  if (!isCovered(recall, cell)) return recall;
  return { ...recall, current: cell, isOpen: true };
}

/** Grades the open cell and goes on to the next covered one after it, a new round, a new turn, or the end. */
export function gradeCell(recall: Recall, given: RecallVerdict): Recall {
  const { current } = recall;
  if (!current || !recall.isOpen) return recall;
  const key = cellKey(current);
  const at = recall.covered.findIndex((each) => isSame(each, current));
  const covered = recall.covered.filter((each) => !isSame(each, current));
  const again = given === 'missed' ? [...recall.again, current] : recall.again;
  const first = recall.first.has(key) ? recall.first : new Map(recall.first).set(key, given);
  const next: Recall = {
    ...recall,
    covered,
    again,
    first,
    latest: new Map(recall.latest).set(key, given),
    current: covered[at] ?? covered[0] ?? null,
    isOpen: false,
  };
  if (covered.length > 0) return next;
  if (again.length > 0) {
    return { ...next, covered: again, again: [], current: again[0] ?? null, round: recall.round + 1 };
  }
  const [turn, ...turns] = recall.turns;
  return turn ? { ...next, turns, covered: turn, current: turn[0] ?? null, round: 1 } : next;
}

export const isDone = (recall: Recall): boolean => recall.current === null;

export interface RecallCounts {
  total: number;
  /** Cells graded at least once. */
  graded: number;
  known: number;
  vague: number;
  missed: number;
}

/** Counts by first grade: what one knew before it came again. */
export function countsOf({ all, first }: Recall): RecallCounts {
  const grades = [...first.values()];
  const count = (verdict: RecallVerdict) => grades.filter((each) => each === verdict).length;
  const [known, vague, missed] = [count('known'), count('vague'), count('missed')];
  return { total: all.length, graded: grades.length, known, vague, missed };
}

/** The cells that can be asked, row by row. `rows`, `columns`: indices in the order shown. */
export function recallCells(
  rows: readonly number[],
  columns: readonly number[],
  isAskable: (cell: CellPosition) => boolean,
): CellPosition[] {
  return rows.flatMap((row) => columns.map((column) => ({ row, column }))).filter(isAskable);
}

/** Columns by turns: all at once, or so many at a time that they fit side by side. */
export function turnsOf(columns: readonly number[], atOnce: number): number[][] {
  const turns: number[][] = [];
  for (let at = 0; at < columns.length; at += atOnce) turns.push(columns.slice(at, at + atOnce));
  return turns;
}

/** The columns to show in a turn: its own, and the one before when it would stand alone. */
export function shownInTurn(columns: readonly number[], atOnce: number, cell: CellPosition | null): number[] {
  const turn =
    turnsOf(columns, atOnce).find((each) => each.includes(cell?.column ?? -1)) ?? columns.slice(0, atOnce);
  if (turn.length === atOnce || columns.length <= turn.length) return [...turn];
  const before = columns.indexOf(turn[0] ?? -1);
  return columns.slice(Math.max(0, before - (atOnce - turn.length)), before + turn.length);
}
