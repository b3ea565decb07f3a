/** The part of a comparison that comes on first use: differences, picking and sorting, covering and recalling. */

import './study.css';
import { useEffect } from 'react';
import { isDone } from '../../core/comparison/recall.ts';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { columnsKey, writeColumns } from './address.ts';
import { DiffCell, flagOf } from './diff-cell.tsx';
import { PickPanel } from './pick-panel.tsx';
import { onTableClick, onTableKey } from './recall-keys.ts';
import { RecallFoot, RecallHead } from './recall-panel.tsx';
import { columnsShown, differenceIn, orderOf, startSitting } from './sitting.ts';
import { StudyCell, statesOf } from './study-cell.tsx';
import type { Change, Dress, LiveProps, TableProps, View } from './view.ts';

/** Cells that one task dresses; more would hold up a slow machine. */
const CELLS_AT_ONCE = 96;

const batchOf = (view: View): number => Math.max(4, Math.ceil(CELLS_AT_ONCE / view.columns.length));

/** The view after a change: another mode starts anew, and other columns or rows make another sitting. */
export function next(block: ComparisonBlock, view: View, wanted: Partial<View>): View {
  const isPhone = wanted.isPhone ?? matchMedia('(max-width: 639px)').matches;
  const after: View = { ...view, isPhone, ...wanted };
  const isOther = after.mode !== view.mode;
  if (isOther) Object.assign(after, { dressed: batchOf(after), isPicking: false });
  if (after.mode !== 'recall') after.sitting = null;
  else if (isOther || after.columns !== view.columns || after.sort !== view.sort) {
    after.sitting = startSitting(block, after, wanted.sitting?.scope ?? 'all');
  }
  return after;
}

/** What the table is given in the view's mode. */
export function tableOf(block: ComparisonBlock, view: View, change: Change): Partial<TableProps> {
  const columns = columnsShown(view);
  const order = orderOf(block, view.sort);
  const plain = { columns, order, sort: view.sort };
  if (view.mode === 'read') return plain;
  const dress: (Dress | undefined)[] = [];
  const { sitting } = view;
  const states = sitting && statesOf(block, sitting.recall, columns);
  order.slice(0, view.dressed).forEach((at) => {
    const row = block.rows[at];
    if (!row) return;
    if (states) dress[at] = { Cell: StudyCell, data: states[at], flag: null };
    else {
      const data = differenceIn(row, columns);
      dress[at] = { Cell: DiffCell, data, flag: flagOf(data, columns.length) };
    }
  });
  if (!sitting) return { ...plain, mode: view.mode, dress };
  const handlers = {
    onClick: (event: React.MouseEvent) => onTableClick(event, block, view, change),
    onKeyDown: (event: React.KeyboardEvent) => onTableKey(event, block, view, change),
  };
  return { ...plain, mode: view.mode, dress, ...(!isDone(sitting.recall) && handlers) };
}

export function Head({ block, view, change }: LiveProps) {
  const { columns, mode, dressed, isPhone } = view;

  useEffect(() => {
    const names = block.columns.map((column) => column.text);
    const search = writeColumns(location.search, columnsKey(block.id, block.line), names, columns);
    if (search !== location.search) {
      history.replaceState(history.state, '', location.pathname + search + location.hash);
    }
  }, [block, columns]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one batch after another, each when the last is on screen
  useEffect(() => {
    if (mode === 'read' || dressed >= block.rows.length) return;
    const timer = setTimeout(() => change({ dressed: dressed + batchOf(view) }));
    return () => clearTimeout(timer);
  }, [mode, dressed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the window, not the view
  useEffect(() => {
    const phone = matchMedia('(max-width: 639px)');
    const follow = () => change({ isPhone: phone.matches });
    phone.addEventListener('change', follow);
    return () => phone.removeEventListener('change', follow);
  }, []);

  return (
    <>
      {view.isPicking && <PickPanel block={block} view={view} change={change} />}
      {mode === 'diff' && (
        <p className="cmp-note note">
          형광펜은 다른 칸에 없는 낱말입니다.
          {isPhone && block.columns.length > 2 && ' 보이는 두 열을 견줍니다.'}
        </p>
      )}
      {view.sitting && <RecallHead block={block} view={view} sitting={view.sitting} change={change} />}
    </>
  );
}

export function Foot({ block, view, change }: LiveProps) {
  return view.sitting && <RecallFoot block={block} view={view} sitting={view.sitting} change={change} />;
}
