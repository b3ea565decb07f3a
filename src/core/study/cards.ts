/**
 * What is recalled, made from the notes: a card of every term of an outline that says something, with its topic and facet, and the
 * cells of comparisons, typed or filled ones in a table with an id.
 */

import { comparisonsIn, walkBlocks } from '../model/blocks.ts';
import { cardItem, cellItem, type ItemId } from '../model/event.ts';
import { escapeHtml } from '../model/html.ts';
import type { StudyCell } from '../model/study.ts';
import type { Block, ComparisonBlock, Entry } from '../model/topic.ts';
import type { Readable } from './reading-order.ts';

export interface PlacedCard {
  item: ItemId;
  facet: string;
  term: string;
  anchor: string | null;
  /** What the card asks for: the entry's text, blocks and points. */
  entry: Entry;
}

/**
 * The cards of a page in order of reading. A term whose points are terms themselves is the facet of those and no card;
 * the steps of a case and the questions are none either. Of two with one name the first counts.
 */
export function cardsOf(page: Readable & { titleText: string }): PlacedCard[] {
  const cards = new Map<ItemId, PlacedCard>();
  const collect = (blocks: readonly Block[], title: string, anchor: string | null) =>
    walkBlocks(blocks, title, {
      without: ['case', 'quiz'],
      entry: (entry, facet) => {
        const { termText: term } = entry;
        if (term === null) return facet;
        const item = cardItem(page.titleText, facet, term);
        if (isExplained(entry) && !cards.has(item)) cards.set(item, { item, facet, term, anchor, entry });
        return term;
      },
    });
  collect(page.blocks, '', null);
  for (const { titleText, anchor, blocks } of page.sections) collect(blocks, titleText, anchor);
  return [...cards.values()];
}

const isExplained = ({ text, blocks, points }: Entry): boolean =>
  points.every((point) => point.termText === null) &&
  (text !== null || points.length > 0 || blocks.some(isSaying));

const isSaying = (block: Block): boolean => block.kind === 'prose' || block.kind === 'code';

/** The cells of a page's comparisons that can be recalled, in order of reading, row by row. */
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
