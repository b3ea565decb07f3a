/** Recall cards for free: every term of an outline with something to say about it, in its topic and facet. */

import { cardItem, type ItemId } from '../model/event.ts';
import type { Block, Entry } from '../model/topic.ts';
import type { Readable } from './parts.ts';

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
  const walk = (blocks: readonly Block[], facet: string, anchor: string | null) => {
    for (const block of blocks) {
      if (block.kind === 'notice') walk(block.blocks, facet, anchor);
      else if (block.kind === 'outline') for (const entry of block.entries) visit(entry, facet, anchor);
    }
  };
  const visit = (entry: Entry, facet: string, anchor: string | null) => {
    const { termText: term, text, blocks, points } = entry;
    const leads = points.some((point) => point.termText !== null);
    if (term !== null && !leads && (text !== null || points.length > 0 || blocks.some(isSaying))) {
      const item = cardItem(page.titleText, facet, term);
      if (!cards.has(item)) cards.set(item, { item, facet, term, anchor, entry });
    }
    const inner = term ?? facet;
    walk(blocks, inner, anchor);
    for (const point of points) visit(point, inner, anchor);
  };
  walk(page.blocks, '', null);
  for (const { titleText, anchor, blocks } of page.sections) walk(blocks, titleText, anchor);
  return [...cards.values()];
}

const isSaying = (block: Block): boolean => block.kind === 'prose' || block.kind === 'code';
