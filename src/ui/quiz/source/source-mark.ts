/** Finds and marks a quoted sentence in the page with the CSS Custom Highlight API, without changing React's elements. */

import { findQuote } from '../../../core/quiz/quote.ts';
import { keepInView } from '../../keep-in-view.ts';

const NAME = 'source';
/** Not what the notes say: questions, controls, what only a screen reader hears. */
const SKIPPED = '.quiz, .opening, .turn, button, .permalink, .copied, .comparison-bar, .visually-hidden';

/** Marks the words, brings them into view and gives their paragraph the focus; null when they are not there. */
export function markQuote(article: Element, anchor: string | null, quote: string): HTMLElement | null {
  const nodes = textNodesOf(article);
  const heading = anchor === null ? null : document.getElementById(anchor);
  const isAfter = (node: Node) =>
    heading !== null && (heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const range = findIn(nodes.filter(isAfter), quote) ?? findIn(nodes, quote);
  if (!range) return null;
  const block = blockOf(range);
  if (typeof Highlight === 'function' && CSS.highlights) CSS.highlights.set(NAME, new Highlight(range));
  block.setAttribute('data-source', '');
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  keepInView(block, 'center');
  return block;
}

export function unmark(block: HTMLElement | null): void {
  if (typeof Highlight === 'function') CSS.highlights?.delete(NAME);
  block?.removeAttribute('data-source');
  block?.removeAttribute('tabindex');
}

function textNodesOf(article: Element): Text[] {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function findIn(nodes: readonly Text[], quote: string): Range | null {
  const match = findQuote(nodes.map((node) => node.data).join(''), quote);
  if (!match) return null;
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (match.start >= before && match.start < after) range.setStart(node, match.start - before);
    if (match.end > before && match.end <= after) {
      range.setEnd(node, match.end - before);
      return range;
    }
    before = after;
  }
  return null;
}

function blockOf({ commonAncestorContainer: node }: Range): HTMLElement {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return (
    element?.closest<HTMLElement>('p, li, dd, dt, td, th, pre, h1, h2, h3, h4, h5, h6, div') ?? document.body
  );
}
