/** One delegated handler for every link inside the shell, author links too: client-side navigation and prefetching. */

import type { MouseEvent, SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { basePath } from '../../store/base-path.ts';
import { prefetchPage, toPath } from '../../store/pages.ts';
import { leaveForUpdate } from '../../store/update.ts';

/** Handlers for an element around links; all links below it that lead to a page of the course are followed here. */
export function useLinkHandlers() {
  const navigate = useNavigate();
  const base = basePath();

  const prefetch = (event: SyntheticEvent) => {
    const url = pageUrl(event.target, base);
    if (url && url.pathname !== location.pathname) prefetchPage(toPath(url.pathname.slice(base.length)));
  };
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    const url = pageUrl(event.target, base);
    if (!url) return;
    event.preventDefault();
    if (url.pathname !== location.pathname && leaveForUpdate(url.href)) return;
    const to = url.pathname.slice(base.length) + url.search + url.hash;
    navigate(to, { replace: url.href === location.href });
  };
  return { onClick, onPointerOver: prefetch, onFocus: prefetch, onTouchStart: prefetch };
}

/** A click that the browser would follow in this tab: no modifier, first button, nobody took it. */
function isPlainClick(event: MouseEvent): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, button, defaultPrevented } = event;
  return !(altKey || ctrlKey || metaKey || shiftKey || button !== 0 || defaultPrevented);
}

/** The address behind a click if it is a page of this course: same origin, under the base, closing slash. */
function pageUrl(target: EventTarget, base: string): URL | null {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self')) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !`${url.pathname}`.startsWith(`${base}/`)) return null;
  return url.pathname.endsWith('/') ? url : null;
}
