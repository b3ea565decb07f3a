/** Clicks and keys in a covered table: open a cell, grade it with 1 to 3, move between cells. One listener serves all cells. */

import type { KeyboardEvent, MouseEvent } from 'react';
import { cellKey, gradeCell, type Recall, reveal } from '../../core/comparison/recall.ts';
import type { RecallVerdict } from '../../core/model/event.ts';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { recordRecall } from '../../store/recall.ts';
import { GRADES } from './grade-mark.tsx';
import { type Change, recordKey, type View } from './view.ts';

/** Grades the open cell and hands the answer to the record. */
export function giveGrade(given: RecallVerdict, block: ComparisonBlock, view: View, change: Change): void {
  const { sitting } = view;
  const place = sitting?.recall.current;
  if (!sitting || !place || !sitting.recall.isOpen) return;
  recordRecall({
    compareId: recordKey(block),
    row: block.rows[place.row]?.name ?? '',
    column: block.columns[place.column]?.text ?? '',
    grade: given,
    isKept: block.id !== null,
    isFirst: !sitting.recall.first.has(cellKey(place)),
  });
  setRecall(gradeCell(sitting.recall, given), view, change);
}

export function setRecall(recall: Recall, view: View, change: Change): void {
  if (view.sitting && recall !== view.sitting.recall) change({ sitting: { ...view.sitting, recall } });
}

export function onTableClick(event: MouseEvent, block: ComparisonBlock, view: View, change: Change): void {
  const target = event.target as Element;
  const given = target.closest<HTMLElement>('[data-grade]')?.dataset.grade as RecallVerdict | undefined;
  if (given && target.closest('button')) giveGrade(given, block, view, change);
  const at = target.closest('.film')?.closest('td')?.dataset.at;
  if (at === undefined || !view.sitting) return;
  const [row = 0, column = 0] = at.split('/').map(Number);
  setRecall(reveal(view.sitting.recall, { row, column }), view, change);
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function onTableKey(event: KeyboardEvent, block: ComparisonBlock, view: View, change: Change): void {
  const { altKey, ctrlKey, metaKey, nativeEvent, key } = event;
  if (altKey || ctrlKey || metaKey || nativeEvent.isComposing) return;
  const given = /^[1-3]$/.test(key) ? GRADES[Number(key) - 1] : undefined;
  if (given && view.sitting?.recall.isOpen) {
    event.preventDefault();
    giveGrade(given.grade, block, view, change);
  }
  const step = STEPS[key];
  const cell = step && (event.target as Element).closest('td');
  if (!cell) return;
  event.preventDefault();
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = [...(row.parentElement?.children ?? [])] as HTMLTableRowElement[];
  const to = rows[rows.indexOf(row) + step[0]]?.children[[...row.children].indexOf(cell) + step[1]];
  if (to?.matches('td')) focusCell(to);
}

/** The film of a covered cell, or the cell itself. */
export function focusCell(cell: Element | null | undefined): void {
  (cell?.querySelector<HTMLElement>('.film') ?? (cell as HTMLElement | null | undefined))?.focus();
}
