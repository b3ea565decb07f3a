// biome-ignore-all lint/a11y/noRedundantRoles: the phone layout changes `display`, which takes the roles away
/** The table itself: real rows and headers, each row rendered again only when something about it changed. */

import { memo } from 'react';
import type { ComparisonBlock, ComparisonRow, Html as SafeHtml } from '../../core/model/topic.ts';
import { Html } from '../topic/html.tsx';
import type { CellProps, Dress, TableProps } from './view.ts';

const MOST_COUNTED = 9;
const FEWEST_SCROLLED = 3;
/** From here on rows off the screen are left out of layout. */
export const LONG_CELLS = 200;

export function Table({ block, columns, caption, mode, order, dress, sort, ...handlers }: TableProps) {
  const rows = order ?? block.rows.map((_, at) => at);
  const isLong = rows.length * block.columns.length >= LONG_CELLS;
  return (
    <div
      className="cmp-scroll"
      data-columns={Math.min(columns.length, MOST_COUNTED)}
      data-long={isLong ? '' : undefined}
      {...(columns.length > FEWEST_SCROLLED && { tabIndex: 0, role: 'group', 'aria-label': '표' })}
    >
      <table className="cmp" role="table" data-mode={mode} {...handlers}>
        <caption className="vh">{caption}</caption>
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
          {rows.map((at) => {
            const row = block.rows[at];
            return (
              row && (
                <Row
                  key={`${at}${row.name}`}
                  block={block}
                  row={row}
                  rowIndex={at}
                  columns={columns}
                  {...dress?.[at]}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const sortOf = (sort: TableProps['sort'], column: number) =>
  sort?.column === column ? (sort.isDescending ? 'descending' : 'ascending') : undefined;

interface RowProps extends Dress {
  block: ComparisonBlock;
  row: ComparisonRow;
  rowIndex: number;
}

const Row = memo(function Row({
  block,
  row,
  rowIndex,
  columns,
  mode,
  Cell = ReadCell,
  data,
  flag,
}: RowProps) {
  return (
    <tr role="row" data-mode={mode}>
      <th scope="row" role="rowheader">
        {row.name}
        {flag && <span className="rowflag">{flag}</span>}
      </th>
      {columns.map((columnIndex, at) => {
        const [cell, column] = [row.cells[columnIndex], block.columns[columnIndex]];
        const place = { block, row, rowIndex, columnIndex, at, data };
        return cell && column && <Cell key={column.text} cell={cell} column={column} {...place} />;
      })}
    </tr>
  );
});

function ReadCell({ cell, column }: CellProps) {
  return (
    <td role="cell" data-col={column.text}>
      <Said cell={cell} />
    </td>
  );
}

/** What a cell says and where it comes from; `html` in place of its own when words in it are marked. */
export function Said({ cell, html = cell.html }: Pick<CellProps, 'cell'> & { html?: SafeHtml | undefined }) {
  if (cell.origin === 'none') return <span className="none">–</span>;
  if (cell.origin === 'blank') return <span className="none">비어 있음</span>;
  return (
    <div className="said-in">
      <Html as="div" html={html} />
      {cell.source && (
        <a className="cell-src" href={cell.source.href}>
          <span className="vh">출처 </span>
          {cell.source.label}
        </a>
      )}
    </div>
  );
}
