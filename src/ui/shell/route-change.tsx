/**
 * What the browser does when a page loads and a client-side route has to do itself: title, focus, scroll position, announcement.
 * The scroll position is set before the new page is painted; focus and announcement wait until it is seen.
 */

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import * as v from 'valibot';
import type { PageData } from '../../core/model/course.ts';
import { basePath } from '../../store/site.ts';
import { storedValue } from '../../store/stored-value.ts';
import { afterPaint } from '../after-paint.ts';
import { keepAt, keepAtTop, keepInView } from '../keep-in-view.ts';
import { readingAnchor, useReadingPlace } from './reading-place.tsx';

/**
 * A scroll position, told by the element that is read there, since what stands above it may have another height the next
 * time.
 */
const PLACE = v.object({
  /** Pixels from the top of the page, for where nothing else tells the place. */
  y: v.number(),
  /** The question or the heading that tells the place. */
  id: v.nullable(v.string()),
  /** Pixels from the window's top edge to its own. */
  top: v.number(),
});
type ScrollPlace = v.InferOutput<typeof PLACE>;

/** By history entry. */
const storedPlaces = storedValue('study.scroll', v.record(v.string(), PLACE), { area: 'session' });

/** Acts when the page of a new address is on the screen. A component of its own, so that its announcement draws nothing else. */
export function Navigation({ page }: { page: PageData | null }) {
  const { key: entry, pathname, hash } = useLocation();
  // The first entry of every document is called `default`; the path tells them apart.
  const key = entry + pathname;
  const type = useNavigationType();
  const [announcement, setAnnouncement] = useState('');
  const shown = useRef({ key, path: page?.path });
  const path = page?.path;
  const region = useRef<HTMLDivElement>(null);

  useReturn(key);
  useScrollMemory(shown);
  useReadingPlace(page);

  useEffect(() => {
    if (!page) return;
    const title = page.kind === 'home' ? page.course.title : `${page.titleText} · ${page.course.title}`;
    return afterPaint(() => {
      document.title = title;
    });
  }, [page]);

  useLayoutEffect(() => {
    const before = shown.current;
    const hasArrived = path === undefined || samePath(location.pathname, basePath() + path);
    if (!hasArrived || (before.key === key && before.path === path)) return;
    shown.current = { key, path };
    const target = targetOf(hash);
    const saved = type === 'POP' ? places()[key] : undefined;
    if (saved?.y) keepAt(() => goTo(saved));
    else if (target && !saved) keepInView(target, 'start');
    else keepAtTop();
    const isOther = before.path !== path;
    afterPaint(() => {
      // The reader may already have left this page.
      if (!region.current || shown.current.key !== key) return;
      const heading = isOther ? document.querySelector<HTMLElement>('main h1') : null;
      (target ?? heading)?.focus({ preventScroll: true });
      if (page && isOther) setAnnouncement(`${page.titleText} 페이지`);
    });
  }, [key, hash, type, path, page]);

  return (
    <div className="visually-hidden" role="status" aria-live="polite" ref={region}>
      {announcement}
    </div>
  );
}

/**
 * A page that is loaded again is put by the browser where it was in pixels, which is another place where questions above it were
 * folded: it goes to what was read.
 */
function useReturn(key: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: on the first page of a document, and only then
  useLayoutEffect(() => {
    const [load] = performance.getEntriesByType?.('navigation') ?? [];
    const isBack = load !== undefined && 'type' in load && load.type !== 'navigate';
    const saved = isBack ? places()[key] : undefined;
    const mark = saved?.id ? document.getElementById(saved.id) : null;
    if (saved && mark && Math.round(mark.getBoundingClientRect().top) !== saved.top)
      keepAt(() => goTo(saved));
  }, []);
}

/** Remembers how far each history entry was scrolled. */
function useScrollMemory(shown: { current: { key: string } }): void {
  useEffect(() => {
    const remember = () => {
      places()[shown.current.key] = placeNow();
    };
    const leave = () => {
      history.scrollRestoration = 'auto';
      // Where it cannot be stored, the way back starts at the top.
      storedPlaces.write(places());
    };
    const arrive = () => {
      history.scrollRestoration = 'manual';
    };
    arrive();
    addEventListener('scroll', remember, { passive: true });
    addEventListener('pagehide', leave);
    addEventListener('pageshow', arrive);
    return () => {
      removeEventListener('scroll', remember);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', arrive);
    };
  }, [shown]);
}

let scrollPlaces: Record<string, ScrollPlace> | null = null;

function places(): Record<string, ScrollPlace> {
  scrollPlaces ??= storedPlaces.read() ?? {};
  return scrollPlaces;
}

function targetOf(hash: string): HTMLElement | null {
  try {
    return hash ? document.getElementById(decodeURIComponent(hash.slice(1)).normalize('NFC')) : null;
  } catch {
    return null;
  }
}

function samePath(a: string, b: string): boolean {
  const withoutSlash = (path: string) => decodeURI(path).replace(/\/$/, '').normalize('NFC');
  try {
    return withoutSlash(a) === withoutSlash(b);
  } catch {
    return a === b;
  }
}

/** Lines across the window, as shares of its height. They are further apart than two questions: one of them hits one. */
const LINES = [0.35, 0.6];

function placeNow(): ScrollPlace {
  const mark = scrollY > 0 ? (questionOnScreen() ?? headingBefore()) : null;
  const top = mark?.getBoundingClientRect().top ?? 0;
  return { y: Math.round(scrollY), id: mark?.id ?? null, top: Math.round(top) };
}

function goTo({ y, id, top }: ScrollPlace): void {
  const mark = id === null ? null : document.getElementById(id);
  scrollTo(0, mark ? scrollY + mark.getBoundingClientRect().top - top : y);
}

function questionOnScreen(): Element | null {
  const read = document.querySelector('.read')?.getBoundingClientRect();
  if (!read) return null;
  for (const line of LINES) {
    const at = document.elementFromPoint(read.left + read.width / 2, innerHeight * line);
    const question = at?.closest('.questions .question[id]');
    if (question) return question;
  }
  return null;
}

function headingBefore(): Element | null {
  const anchor = readingAnchor();
  return anchor === null ? null : document.getElementById(anchor);
}
