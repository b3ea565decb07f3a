/** The cells of a page's comparisons that can be recalled: typed or filled, in a table with an id. */

import type { StudyCell } from '../model/study.ts';
import type { Block, ComparisonBlock, Entry } from '../model/topic.ts';
import type { Readable } from './questions.ts';

/** In order of reading, row by row. */
export function cellsOf({ blocks, sections }: Readable): StudyCell[] {
  const parts = [{ anchor: null, blocks }, ...sections];
  return parts.flatMap(({ anchor, blocks: inner }) =>
    inner.flatMap(tablesIn).flatMap((table) => cellsIn(table, anchor)),
  );
}

function cellsIn({ id, rows, columns }: ComparisonBlock, anchor: string | null): StudyCell[] {
  if (id === null) return [];
  return rows.flatMap((row) =>
    row.cells.flatMap(({ origin }, at) => {
      const column = columns[at]?.text;
      const isAsked = origin === 'typed' || origin === 'filled';
      return isAsked && column !== undefined ? [{ compare: id, row: row.name, column, anchor }] : [];
    }),
  );
}

function tablesIn(block: Block): ComparisonBlock[] {
  if (block.kind === 'comparison') return [block];
  if (block.kind === 'notice') return block.blocks.flatMap(tablesIn);
  return block.kind === 'outline' ? block.entries.flatMap(tablesOf) : [];
}

const tablesOf = ({ blocks, points }: Entry): ComparisonBlock[] => [
  ...blocks.flatMap(tablesIn),
  ...points.flatMap(tablesOf),
];
