// biome-ignore-all lint/a11y/noRedundantRoles: the phone layout changes `display`, which takes the roles away
/** A comparison, read-only: a real table with its rows' names in the label column; on phones a row is a small stack. */

import { useId } from 'react';
import type { ComparisonBlock, ComparisonCell } from '../../core/model/topic.ts';
import { Html } from '../topic/html.tsx';

export function ComparisonTable({ block }: { block: ComparisonBlock }) {
  const id = useId();
  const names = block.columns.map((column) => column.text).join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region that scrolls; <section> would need a heading
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <div className="hang" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="cmp" role="table" data-columns={Math.min(block.columns.length, 5)}>
        <caption className="vh" id={id}>
          {names} 비교
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              관점
            </th>
            {block.columns.map((column) => (
              <Html key={column.text} as="th" scope="col" role="columnheader" html={column.head} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {block.rows.map((row) => (
            <tr key={row.name} role="row">
              <th scope="row" role="rowheader">
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={block.columns[index]?.text ?? index}
                  role="cell"
                  data-col={block.columns[index]?.text}
                >
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: ComparisonCell }) {
  if (cell.origin === 'blank') return <span className="none">노트에 없음</span>;
  if (cell.origin === 'none') return <span className="none">–</span>;
  return (
    <>
      <Html html={cell.html} />
      {cell.source && (
        <a className="cell-src" href={cell.source.href}>
          {cell.source.label}
        </a>
      )}
    </>
  );
}
