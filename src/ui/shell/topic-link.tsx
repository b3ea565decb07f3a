/** Links to pages of the course: their address, following them without loading a document, and prefetching the page. */

import {
  type AnchorHTMLAttributes,
  type MouseEvent,
  type Ref,
  type SyntheticEvent,
  useEffect,
  useRef,
} from 'react';
import { useNavigate } from 'react-router';
import { cleanAddress } from '../../core/offline/files.ts';
import { leaveForUpdate, prefetchPage, toPath } from '../../store/pages.ts';
import { basePath } from '../../store/site.ts';

interface TopicLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path under the base, with its closing slash: `/environment-tools/conda/`. */
  path: string;
  anchor?: string | null;
  ref?: Ref<HTMLAnchorElement>;
}

export function TopicLink({ path, anchor, ...rest }: TopicLinkProps) {
  return <a href={basePath() + path + (anchor ? `#${encodeURIComponent(anchor)}` : '')} {...rest} />;
}

/** A link likely to be followed: its page is fetched as soon as the link is on the screen. */
export function TopicLinkFetchedInView(props: TopicLinkProps) {
  const { path } = props;
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!link.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      prefetchPage(path);
    });
    observer.observe(link.current);
    return () => observer.disconnect();
  }, [path]);

  return <TopicLink ref={link} {...props} />;
}

/** Handlers for an element around links: all links below it to a page of the course, those in notes too, are followed here. */
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

/** A click that the browser would follow in this tab: first button, no modifier key, not handled before. */
function isPlainClick(event: MouseEvent): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, button, defaultPrevented } = event;
  return !(altKey || ctrlKey || metaKey || shiftKey || button !== 0 || defaultPrevented);
}

/** The address behind a click if it is a page of this course, as it is spelled here: same origin, under the base, a folder. */
function pageUrl(target: EventTarget, base: string): URL | null {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self')) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !/\/(?:index\.html)?$/.test(url.pathname)) return null;
  const address = cleanAddress(url, `${base}/`);
  return address === null ? null : new URL(location.origin + address);
}
