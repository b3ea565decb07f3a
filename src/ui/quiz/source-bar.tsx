/**
 * The bar on a page that a source or a search hit led to. The sentence is found in the page and marked with the CSS Custom
 * Highlight API, without changing React's elements; the bar leads back.
 */

import './source.css';
import { josa } from 'es-hangul';
import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { findQuote } from '../../core/quiz/quote.ts';
import { toPath } from '../../store/pages.ts';
import { basePath } from '../../store/site.ts';
import { type SourceVisit, visitSource } from '../../store/source-visit.ts';
import { afterPaint } from '../after-paint.ts';
import { Icon } from '../icon.tsx';
import { keepInView } from '../keep-in-view.ts';

/** How many frames a page may take to be there. */
const PATIENCE_FRAMES = 120;

export function SourceBar({ visit }: { visit: SourceVisit }) {
  const navigate = useNavigate();
  const back = useRef<HTMLAnchorElement>(null);
  const isMarked = useMarkedWords(visit, back);
  if (isMarked === null) return null;
  const goBack = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const to = new URL(visit.back.href, location.href);
    visitSource(null);
    if (to.pathname !== location.pathname) navigate(to.href.slice(to.origin.length + basePath().length));
    whenThere(
      () => document.getElementById(visit.back.id),
      (card) =>
        afterPaint(() => {
          const goal =
            card.querySelector<HTMLElement>('.verdict') ?? card.querySelector<HTMLElement>('.stem') ?? card;
          goal.focus({ preventScroll: true });
          keepInView(goal, 'center');
        }),
    );
  };
  return (
    <aside className="source-bar line over-page screen-only" aria-label={`${visit.name} 표시`}>
      <p role="status">
        {isMarked
          ? visit.quote === null
            ? `${josa(visit.name, '이/가')} 있는 곳입니다.`
            : `${josa(visit.name, '을/를')} 표시했습니다.`
          : `노트가 바뀌어 ${josa(visit.name, '을/를')} 찾지 못했습니다.`}
      </p>
      <a className="button button-main" href={visit.back.href} ref={back} onClick={goBack}>
        <Icon name="left" isSmall />
        {visit.back.label}
      </a>
      <button
        className="button button-icon"
        type="button"
        aria-label="표시 지우기"
        onClick={() => visitSource(null)}
      >
        <Icon name="close" />
      </button>
    </aside>
  );
}

/** Marks the words once their page is there; whether they are still in it, null until that is known. */
function useMarkedWords(visit: SourceVisit, back: RefObject<HTMLAnchorElement | null>): boolean | null {
  const path = toPath(useLocation().pathname);
  const hasArrived = useRef(false);
  const block = useRef<HTMLElement>(null);
  const [isMarked, setMarked] = useState<boolean | null>(null);

  useEffect(() => {
    if (path !== visit.path) {
      // Gone on to elsewhere: the way back is that of the browser.
      if (hasArrived.current) visitSource(null);
      return;
    }
    hasArrived.current = true;
    setMarked(null);
    return whenThere(
      () => document.querySelector<HTMLElement>(`article.read[data-path="${CSS.escape(visit.path)}"]`),
      (article) => {
        // After the heading has taken the focus, as every link to it does.
        afterPaint(() => {
          block.current = visit.quote === null ? null : markQuote(article, visit.anchor, visit.quote);
          setMarked(visit.quote === null || block.current !== null);
        });
      },
    );
  }, [path, visit]);

  useEffect(() => () => unmark(block.current), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') visitSource(null);
      // From the sentence the way back is one step.
      if (event.key === 'Tab' && !event.shiftKey && event.target === block.current) {
        event.preventDefault();
        back.current?.focus();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [back]);
  return isMarked;
}

/** Calls back once an element is there, unless it does not come. Returns how to stop waiting. */
function whenThere(find: () => HTMLElement | null, then: (element: HTMLElement) => void): () => void {
  let frames = 0;
  let request = 0;
  const look = () => {
    const element = find();
    if (element) then(element);
    else if (frames++ < PATIENCE_FRAMES) request = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(request);
}

/** Of the highlight, as the style sheet calls it. */
const NAME = 'source';
/** Not what the notes say: questions, controls, what only a screen reader hears. */
const SKIPPED =
  '.quiz, .opening, .turn, button, .permalink, .copied, .comparison-bar, .visually-hidden, .fn, .fn-back';

/** Marks the words, brings them into view and gives their paragraph the focus; null when they are not there. */
function markQuote(article: Element, anchor: string | null, quote: string): HTMLElement | null {
  const nodes = textNodesOf(article);
  const heading = anchor === null ? null : document.getElementById(anchor);
  const isAfter = (node: Node) =>
    heading !== null && (heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const range = findIn(nodes.filter(isAfter), quote) ?? findIn(nodes, quote);
  if (!range) return null;
  const block = blockOf(range);
  block.closest('details')?.setAttribute('open', '');
  if (typeof Highlight === 'function' && CSS.highlights) CSS.highlights.set(NAME, new Highlight(range));
  block.setAttribute('data-source', '');
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  keepInView(block, 'center');
  return block;
}

function unmark(block: HTMLElement | null): void {
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
