// biome-ignore-all lint/a11y/noRedundantRoles: the phone layout changes `display`, which takes the roles away
/** The table itself in each mode: real rows and headers, each row rendered again only when something about it changed. */

import { type HTMLAttributes, memo, useMemo } from 'react';
import { differenceOf, type RowDifference } from '../../core/comparison/diff.ts';
import { cellKey, isDone, type Recall } from '../../core/comparison/recall.ts';
import { sortRows } from '../../core/comparison/sort.ts';
import type { RecallVerdict } from '../../core/model/event.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import type { ComparisonBlock, ComparisonCell, ComparisonRow } from '../../core/model/topic.ts';
import { Eye, GRADES, GradeButtons, GradeMark } from '../marks.tsx';
import { Html } from '../topic/html.tsx';
import { onTableClick, onTableKey } from './recall-panel.tsx';
import { columnsShown, type Mode, type View, type ViewProps } from './view.ts';

const MOST_COUNTED = 9;
const FEWEST_SCROLLED = 3;
/** From here on rows off the screen are left out of layout. */
const LONG_CELLS = 200;

export function Table({ block, view, change }: ViewProps) {
  const { mode, sort, sitting } = view;
  // The same array while they are the same: rows compare it.
  const columnsKey = columnsShown(view).join();
  const columns = useMemo(() => columnsKey.split(',').map(Number), [columnsKey]);
  const order = useMemo(() => sortRows(block.rows, sort), [block.rows, sort]);
  const states = sitting && statesOf(block, sitting.recall, columns);
  const isAsking = sitting && !isDone(sitting.recall);
  const handlers: HTMLAttributes<HTMLTableElement> = isAsking
    ? {
        onClick: (event) => onTableClick(event, block, view, change),
        onKeyDown: (event) => onTableKey(event, block, view, change),
      }
    : {};
  return (
    <div
      className="comparison-scroll"
      data-columns={Math.min(columns.length, MOST_COUNTED)}
      data-long={block.rows.length * block.columns.length >= LONG_CELLS ? '' : undefined}
      {...(columns.length > FEWEST_SCROLLED && { tabIndex: 0, role: 'group', 'aria-label': '표' })}
    >
      <table className="comparison" role="table" data-mode={mode === 'read' ? undefined : mode} {...handlers}>
        <caption className="visually-hidden">{captionOf(block)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" aria-sort={sortOf(sort, -1)}>
              관점
            </th>
            {columns.map((at) => {
              const { head = '' as never, text } = block.columns[at] ?? {};
              return (
                <Html
                  key={`${at}${text}`}
                  as="th"
                  scope="col"
                  role="columnheader"
                  aria-sort={sortOf(sort, at)}
                  html={head}
                />
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {order.map((at) => {
            const row = block.rows[at];
            const props = { block, rowIndex: at, columns, mode, states: states?.[at] };
            return row && <Row key={`${at}${row.name}`} row={row} {...props} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

/** 「conda, Virtualenv 비교」. */
export const captionOf = ({ columns }: ComparisonBlock): string =>
  `${columns.map(({ text }) => text).join(', ')} 비교`;

const sortOf = (sort: View['sort'], column: number) =>
  sort?.column === column ? (sort.isDescending ? 'descending' : 'ascending') : undefined;

interface RowProps {
  block: ComparisonBlock;
  row: ComparisonRow;
  rowIndex: number;
  columns: readonly number[];
  mode: Mode;
  /** In a sitting a letter a column shown; a row whose letters are the same is not rendered again. */
  states: string | undefined;
}

const Row = memo(function Row({ block, row, rowIndex, columns, mode, states }: RowProps) {
  const difference =
    mode === 'diff' ? differenceOf(columns.flatMap((column) => row.cells[column] ?? [])) : null;
  const flag = difference && flagOf(difference, columns.length);
  return (
    <tr role="row" data-mode={mode === 'read' ? undefined : mode}>
      <th scope="row" role="rowheader">
        {row.name}
        {flag && <span className="row-flag">{flag}</span>}
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[column];
        const name = block.columns[column]?.text ?? '';
        if (!cell) return null;
        if (states !== undefined) {
          const place = { at: `${rowIndex}/${column}`, row: row.name, column: name };
          return <StudyCell key={name} cell={cell} state={states[at] ?? '-'} {...place} />;
        }
        return (
          <td key={name} role="cell" data-col={name} data-same={difference?.isSame ? '' : undefined}>
            <Said cell={cell} html={difference?.marked[at]} />
          </td>
        );
      })}
    </tr>
  );
});

/** 「모두 같음」, 「3개 중 2개 같음」, 「다름」, 「서로 다른 내용」; null where there is nothing to compare. */
function flagOf({ isSame, agreeing, said, isMarked }: RowDifference, count: number): string | null {
  if (said < 2) return null;
  if (isSame) return '모두 같음';
  if (agreeing > 1) return `${count}개 중 ${agreeing}개 같음`;
  return isMarked ? '다름' : '서로 다른 내용';
}

/** What a cell says and where it comes from; `html` in place of its own when words in it are marked. */
function Said({ cell, html = cell.html }: { cell: ComparisonCell; html?: SafeHtml | undefined }) {
  if (cell.origin === 'none') return <span className="none">–</span>;
  if (cell.origin === 'blank') return <span className="none">비어 있음</span>;
  return (
    <div className="cell-content">
      <Html as="div" html={html} />
      {cell.source && (
        <a className="cell-source" href={cell.source.href}>
          <span className="visually-hidden">출처 </span>
          {cell.source.label}
        </a>
      )}
    </div>
  );
}

/** `c` covered, `n` covered and next, `o` open, `k` `v` `m` graded, `-` not asked. */
type CellState = 'c' | 'n' | 'o' | 'k' | 'v' | 'm' | '-';

const GRADE_OF: Partial<Record<string, RecallVerdict>> = { k: 'known', v: 'vague', m: 'missed' };
const STATE_OF: Record<RecallVerdict, CellState> = { known: 'k', vague: 'v', missed: 'm' };

/** One string a row, a letter a column shown. */
function statesOf(block: ComparisonBlock, recall: Recall, columns: readonly number[]): string[] {
  const covered = new Set([...recall.covered, ...recall.turns.flat()].map(cellKey));
  const current = recall.current && cellKey(recall.current);
  return block.rows.map((_, row) =>
    columns
      .map((column): CellState => {
        const key = cellKey({ row, column });
        if (key === current) return recall.isOpen ? 'o' : 'n';
        if (covered.has(key)) return 'c';
        const grade = recall.latest.get(key);
        return grade ? STATE_OF[grade] : '-';
      })
      .join(''),
  );
}

interface StudyCellProps {
  cell: ComparisonCell;
  state: string;
  /** `3/1`: indices of row and column. */
  at: string;
  row: string;
  column: string;
}

/** Covered by film, open and to be graded, or graded. What the cell says never leaves its place. */
function StudyCell({ cell, state, at, row, column }: StudyCellProps) {
  const isCovered = state === 'c' || state === 'n';
  const grade = GRADE_OF[state];
  return (
    <td role="cell" data-col={column} data-at={at} data-state={state} tabIndex={isCovered ? undefined : -1}>
      <Said cell={cell} />
      {isCovered && (
        <button
          className="film"
          type="button"
          tabIndex={state === 'n' ? 0 : -1}
          aria-label={`${row}, ${column}, 가려짐${state === 'n' ? ', 떠올린 뒤 열기' : ''}`}
        >
          {state === 'n' && (
            <span className="film-open with-icon screen-only">
              <Eye />
              떠올린 뒤 열기
            </span>
          )}
        </button>
      )}
      {state === 'o' && (
        <fieldset className="grades row screen-only">
          <legend className="visually-hidden">{`${row}, ${column}: 스스로 채점`}</legend>
          <GradeButtons />
        </fieldset>
      )}
      {grade && <GradeMark grade={grade} label={GRADES.find((each) => each.grade === grade)?.label ?? ''} />}
    </td>
  );
}
