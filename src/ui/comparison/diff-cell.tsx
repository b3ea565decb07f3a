// biome-ignore-all lint/a11y/noRedundantRoles: the phone layout changes `display`, which takes the roles away
/** A cell beside its neighbours: words of its own are marked, and the row says in words how much agrees. */

import type { RowDifference } from '../../core/comparison/diff.ts';
import { Said } from './table.tsx';
import type { CellProps } from './view.ts';

export function DiffCell({ cell, column, at, data }: CellProps) {
  const { marked, isSame } = data as RowDifference;
  return (
    <td role="cell" data-col={column.text} data-same={isSame ? '' : undefined}>
      <Said cell={cell} html={marked[at]} />
    </td>
  );
}

/** 「모두 같음」, 「3개 중 2개 같음」, 「다름」; null where there is nothing to compare. */
export function flagOf({ isSame, agreeing, said }: RowDifference, count: number): string | null {
  if (said < 2) return null;
  if (isSame) return '모두 같음';
  return agreeing > 1 ? `${count}개 중 ${agreeing}개 같음` : '다름';
}
