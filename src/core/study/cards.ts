/** Recall cards, made from the notes: every term of an outline that says something, with its topic and facet. */

import { walkBlocks } from '../model/blocks.ts';
import { cardItem, type ItemId } from '../model/event.ts';
import type { Block, Entry } from '../model/topic.ts';
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
