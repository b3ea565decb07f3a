/** The state of a comparison on the page: its mode, columns, order of rows, and recall. */

import {
  type CellPosition,
  type Recall,
  recallCells,
  shownInTurn,
  startRecall,
  turnsOf,
} from '../../core/comparison/recall.ts';
import { type SortBy, sortRows } from '../../core/comparison/sort.ts';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { beginRecall, latestGrade } from '../../store/recall.ts';

export type Mode = 'read' | 'diff' | 'recall';

/** A sitting: what it covers, and how far it has come. */
export interface TableRecall {
  /** `all`, `missed`, `column:2`, `row:0`. */
  scope: string;
  /** Columns that fit side by side. */
  atOnce: number;
  recall: Recall;
}

export interface View {
  mode: Mode;
  /** Picked columns in the order shown. */
  columns: readonly number[];
  isPicking: boolean;
  /** Two columns stand side by side; not asked before the first change. */
  isPhone: boolean;
  sort: SortBy | null;
  sitting: TableRecall | null;
}

export type Change = (changes: Partial<View>) => void;

export interface ViewProps {
  block: ComparisonBlock;
  view: View;
  change: Change;
}

const SIDE_BY_SIDE = 2;

/** Not on paper, where a table stands whole however narrow the page is. */
export const PHONE = 'screen and (max-width: 639px)';

export const firstView = (block: ComparisonBlock): View => ({
  mode: 'read',
  columns: [...block.columns.keys()],
  isPicking: false,
  isPhone: false,
  sort: null,
  sitting: null,
});

/** The view after a change: other columns or rows make another sitting. */
export function changeView(block: ComparisonBlock, view: View, changes: Partial<View>): View {
  const after: View = { ...view, isPhone: matchMedia(PHONE).matches, ...changes };
  const isOther = after.mode !== view.mode;
  if (isOther) after.isPicking = false;
  if (after.mode !== 'recall') after.sitting = null;
  else if (isOther || after.columns !== view.columns || after.sort !== view.sort) {
    after.sitting = startSitting(block, after, changes.sitting?.scope ?? 'all');
  }
  return after;
}

/** The name under which a table's grades are stored. */
export const recordKey = (block: ComparisonBlock): string => block.id ?? `${location.pathname}:${block.line}`;

/** Only cells that say something can be recalled. */
const isAskable = (block: ComparisonBlock, { row, column }: CellPosition): boolean => {
  const origin = block.rows[row]?.cells[column]?.origin;
  return origin === 'typed' || origin === 'filled';
};

/** Covers what a scope names: `all`, `missed`, `column:2`, `row:0`. */
export function startSitting(block: ComparisonBlock, view: View, scope: string): TableRecall {
  const [kind, index] = scope.split(':');
  const isWeak = weaknessIn(block);
  const isIn = (place: CellPosition) =>
    isAskable(block, place) &&
    (kind !== 'column' || place.column === Number(index)) &&
    (kind !== 'row' || place.row === Number(index)) &&
    (kind !== 'missed' || isWeak(place));
  const atOnce = view.isPhone ? SIDE_BY_SIDE : view.columns.length;
  const rows = sortRows(block.rows, view.sort);
  beginRecall();
  const turns = turnsOf(view.columns, atOnce).map((columns) => recallCells(rows, columns, isIn));
  return { scope, atOnce, recall: startRecall(turns) };
}

/** Whether a cell was graded less than 떠올림 the last time. */
function weaknessIn(block: ComparisonBlock): (place: CellPosition) => boolean {
  const key = recordKey(block);
  return ({ row, column }) => {
    const grade = latestGrade(key, block.rows[row]?.name ?? '', block.columns[column]?.text ?? '');
    return grade === 'missed' || grade === 'vague';
  };
}

export const countWeak = (block: ComparisonBlock): number =>
  recallCells([...block.rows.keys()], [...block.columns.keys()], weaknessIn(block)).length;

/** The columns on the screen: of a sitting those of its turn, on a phone the first two. */
export function columnsShown({ columns, isPhone, sitting }: View): readonly number[] {
  if (!sitting) return isPhone ? columns.slice(0, SIDE_BY_SIDE) : columns;
  return shownInTurn(columns, sitting.atOnce, sitting.recall.current ?? sitting.recall.all.at(-1) ?? null);
}

/** Columns picked in the address: `?cols-tools=conda&cols-tools=Pipenv`, by name, so that moving a column breaks no link. A table by its id; one without an id by its line, which lasts as long as its author leaves it there. */
export const columnsKey = (id: string | null, line: number): string => `cols-${id ?? line}`;

/** The picked columns in their order; null when the address picks none, or fewer than two that still exist. */
export function readColumns(search: string, key: string, names: readonly string[]): number[] | null {
  const picked = new URLSearchParams(search).getAll(key).map((name) => names.indexOf(name.normalize('NFC')));
  const columns = [...new Set(picked.filter((index) => index >= 0))];
  return columns.length >= 2 ? columns : null;
}

/** The query with the columns of one table set; all columns in their own order are left out of it. */
export function writeColumns(
  search: string,
  key: string,
  names: readonly string[],
  columns: readonly number[],
): string {
  const query = new URLSearchParams(search);
  query.delete(key);
  const isPlain = columns.length === names.length && columns.every((column, at) => column === at);
  if (!isPlain) for (const column of columns) query.append(key, names[column] ?? '');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
