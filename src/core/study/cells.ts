/** The cells of a page's comparisons that can be recalled: typed or filled cells in a table with an id. */

import { comparisonsIn } from '../model/blocks.ts';
import { cellItem, type ItemId } from '../model/event.ts';
import { escapeHtml } from '../model/html.ts';
import type { StudyCell } from '../model/study.ts';
import type { ComparisonBlock, Entry } from '../model/topic.ts';
import type { PlacedCard } from './cards.ts';
import type { Readable } from './reading-order.ts';

/** In order of reading, row by row. */
export const cellsOf = (page: Readable): StudyCell[] =>
  tablesOn(page).flatMap(({ table, anchor }) => cellsIn(table, anchor));

/** The comparisons of a page, each with the section it stands in. */
export function tablesOn({
  blocks,
  sections,
}: Readable): { table: ComparisonBlock; anchor: string | null }[] {
  const parts = [{ anchor: null, blocks }, ...sections];
  return parts.flatMap(({ anchor, blocks: inner }) =>
    comparisonsIn(inner).map((table) => ({ table, anchor })),
  );
}

/** A cell as a card that asks for it: 「conda · 정의」; null when the table no longer holds it. */
export function cellCard(page: Readable, item: ItemId): PlacedCard | null {
  for (const { table, anchor } of tablesOn(page)) {
    for (const { row: name, column } of cellsIn(table, anchor)) {
      if (table.id === null || cellItem(table.id, name, column) !== item) continue;
      const at = table.columns.findIndex(({ text }) => text === column);
      const row = table.rows.find((each) => each.name === name);
      const cell = row?.cells[at];
      if (!row || !cell) continue;
      const term = `${column} · ${name}`;
      const entry: Entry = {
        term: escapeHtml(term),
        termText: term,
        text: cell.html,
        blocks: [],
        points: [],
        pointList: 'bullet',
        line: cell.line,
      };
      return { item, facet: '비교', term, anchor, entry };
    }
  }
  return null;
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
