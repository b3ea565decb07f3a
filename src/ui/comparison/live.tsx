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
const CELLS_AT_ONCE = 32;
/** A table of so many cells changes in one go. */
const FEW_CELLS = 120;

const batchOf = (view: View): number => Math.max(2, Math.ceil(CELLS_AT_ONCE / view.columns.length));

/** How many rows change together with the view; a long table starts with none, its head being work enough. */
const atOnce = (block: ComparisonBlock, view: View): number =>
  block.rows.length * view.columns.length <= FEW_CELLS ? block.rows.length : 0;

/** The view after a change: another mode starts anew, and other columns or rows make another sitting. */
export function next(block: ComparisonBlock, view: View, wanted: Partial<View>): View {
  const isPhone = wanted.isPhone ?? matchMedia('(max-width: 639px)').matches;
  const after: View = { ...view, isPhone, ...wanted };
  const isOther = after.mode !== view.mode;
  const hasOtherColumns = after.columns !== view.columns;
  if (isOther || hasOtherColumns) {
    Object.assign(after, { dressed: atOnce(block, after), shed: { ...view, shed: null } });
  }
  if (isOther) after.isPicking = false;
  if (after.dressed >= block.rows.length) after.shed = null;
  if (after.mode !== 'recall') after.sitting = null;
  else if (isOther || hasOtherColumns || after.sort !== view.sort) {
    after.sitting = startSitting(block, after, wanted.sitting?.scope ?? 'all');
  }
  return after;
}

/** What the table is given in the view's mode. */
export function tableOf(block: ComparisonBlock, view: View, change: Change): Partial<TableProps> {
  const { mode, sort, sitting, shed, dressed } = view;
  const order = orderOf(block, sort);
  const columns = columnsShown(block, view);
  const [now, before] = [wardrobe(block, view), shed && wardrobe(block, shed)];
  const dress: Dress[] = [];
  order.forEach((at, place) => {
    dress[at] = (before && place >= dressed ? before : now)(at);
  });
  const table = { columns, order, sort, dress, ...(mode !== 'read' && { mode }) };
  if (!sitting || isDone(sitting.recall)) return table;
  return {
    ...table,
    onClick: (event) => onTableClick(event, block, view, change),
    onKeyDown: (event) => onTableKey(event, block, view, change),
  };
}

/** What a view gives each row. */
function wardrobe(block: ComparisonBlock, view: View): (at: number) => Dress {
  const columns = columnsShown(block, view);
  const { mode, sitting } = view;
  if (sitting) {
    const states = statesOf(block, sitting.recall, columns);
    return (at) => ({ columns, mode, Cell: StudyCell, data: states[at] });
  }
  return (at) => {
    const row = block.rows[at];
    if (!row || mode === 'read') return { columns };
    const data = differenceIn(row, columns);
    return { columns, mode, Cell: DiffCell, data, flag: flagOf(data, columns.length) };
  };
}

export function Head({ block, view, change }: LiveProps) {
  const { columns, mode, dressed, shed, isPhone } = view;

  useEffect(() => {
    const names = block.columns.map((column) => column.text);
    const search = writeColumns(location.search, columnsKey(block.id, block.line), names, columns);
    if (search !== location.search) {
      history.replaceState(history.state, '', location.pathname + search + location.hash);
    }
  }, [block, columns]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one batch after another, each when the last is on screen
  useEffect(() => {
    if (!shed) return;
    const timer = setTimeout(() => change({ dressed: dressed + batchOf(view) }));
    return () => clearTimeout(timer);
  }, [shed, dressed]);

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
