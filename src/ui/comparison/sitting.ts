/** From a view of a table to a sitting: which cells it covers, in which order, and what they are called. */

import { differenceOf, type RowDifference } from '../../core/comparison/diff.ts';
import { type Place, placesOf, shownInTurn, startRecall, turnsOf } from '../../core/comparison/recall.ts';
import { type SortBy, sortRows } from '../../core/comparison/sort.ts';
import type { ComparisonBlock, ComparisonRow } from '../../core/model/topic.ts';
import { beginRecall, latestGrade } from '../../store/recall.ts';
import type { Sitting, View } from './view.ts';

const SIDE_BY_SIDE = 2;

/** The name under which a table's answers are kept. */
export const recordKey = (block: ComparisonBlock): string => block.id ?? `${location.pathname}:${block.line}`;

/** Only cells that say something can be recalled. */
const isAskable = (block: ComparisonBlock, { row, column }: Place): boolean => {
  const origin = block.rows[row]?.cells[column]?.origin;
  return origin === 'typed' || origin === 'filled';
};

/** Covers what a scope names: `all`, `missed`, `column:2`, `row:0`. */
export function startSitting(block: ComparisonBlock, view: View, scope: string): Sitting {
  const [kind, index] = scope.split(':');
  const isWeak = weaknessIn(block);
  const isIn = (place: Place) =>
    isAskable(block, place) &&
    (kind !== 'column' || place.column === Number(index)) &&
    (kind !== 'row' || place.row === Number(index)) &&
    (kind !== 'missed' || isWeak(place));
  const atOnce = view.isPhone ? SIDE_BY_SIDE : view.columns.length;
  const rows = orderOf(block, view.sort);
  beginRecall();
  const turns = turnsOf(view.columns, atOnce).map((columns) => placesOf(rows, columns, isIn));
  return { scope, atOnce, recall: startRecall(turns) };
}

/** Tells of each cell whether it was not simply known the last time. */
function weaknessIn(block: ComparisonBlock): (place: Place) => boolean {
  const key = recordKey(block);
  return ({ row, column }) => {
    const grade = latestGrade(key, block.rows[row]?.name ?? '', block.columns[column]?.text ?? '');
    return grade === 'missed' || grade === 'vague';
  };
}

export const countWeak = (block: ComparisonBlock): number =>
  placesOf([...block.rows.keys()], [...block.columns.keys()], weaknessIn(block)).length;

/** The columns on the screen, the same array again while they are the same: rows compare it by identity. */
export function columnsShown(block: ComparisonBlock, { columns, isPhone, sitting }: View): readonly number[] {
  const shown = sitting
    ? shownInTurn(columns, sitting.atOnce, sitting.recall.current ?? sitting.recall.all.at(-1) ?? null)
    : isPhone
      ? columns.slice(0, SIDE_BY_SIDE)
      : columns;
  const known = shapes.get(block) ?? new Map<string, readonly number[]>();
  shapes.set(block, known);
  const key = shown.join();
  const same = known.get(key) ?? shown;
  known.set(key, same);
  return same;
}
const shapes = new WeakMap<ComparisonBlock, Map<string, readonly number[]>>();

/** The rows in the order shown. */
export function orderOf(block: ComparisonBlock, sort: SortBy | null): readonly number[] {
  const known = orders.get(block);
  if (known && known.sort === sort) return known.order;
  const order = sortRows(block.rows, sort);
  orders.set(block, { sort, order });
  return order;
}
const orders = new WeakMap<ComparisonBlock, { sort: SortBy | null; order: readonly number[] }>();

/** How a row's cells differ among the columns shown. */
export function differenceIn(row: ComparisonRow, columns: readonly number[]): RowDifference {
  const known = differences.get(row);
  if (known?.columns === columns) return known.difference;
  const difference = differenceOf(columns.flatMap((column) => row.cells[column] ?? []));
  differences.set(row, { columns, difference });
  return difference;
}
const differences = new WeakMap<ComparisonRow, { columns: readonly number[]; difference: RowDifference }>();
