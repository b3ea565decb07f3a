/**
 * Which section of the page is being read, the note of it for 「읽던 곳」, and 「이 페이지에서」, the list of headings that marks it: below the page's
 * row in the rail, or folded under the title where there is no rail.
 */

import { useEffect } from 'react';
import { create } from 'zustand';
import type { PageData } from '../../core/model/course.ts';
import { textOf } from '../../core/model/html.ts';
import { quizPrefix, readingOrder } from '../../core/study/reading-order.ts';
import { type LastRead, setPreferences } from '../../store/preferences.ts';
import { afterPaint } from '../after-paint.ts';
import { TopicLink } from './topic-link.tsx';

const SETTLE_MILLIS = 1500;

/** A store, so that scrolling draws only the rows again that change. */
const NOWHERE = { path: null, anchor: null };
const usePlace = create<{ path: string | null; anchor: string | null }>(() => NOWHERE);

/** The anchor of the section of a page whose heading last passed the upper third of the window; null above the first. */
const useReadingPlaceIn = (path: string | null): string | null =>
  usePlace((place) => (place.path === path ? place.anchor : null));

export const readingAnchor = (): string | null => usePlace.getState().anchor;

export const useIsReadingPlace = (path: string | null, anchor: string | null): boolean =>
  usePlace((place) => anchor !== null && place.anchor === anchor && place.path === path);

/** Updates the store while the reader scrolls through a page. */
export function useReadingPlace(page: PageData | null): void {
  useEffect(() => {
    if (!page?.area || typeof IntersectionObserver === 'undefined') return;
    let headings: HTMLElement[] = [];
    const observer = new IntersectionObserver(
      () => {
        const limit = innerHeight * 0.3 + 1;
        const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= limit);
        const anchor = passed.at(-1)?.id ?? null;
        usePlace.setState({ path: page.path, anchor });
      },
      { rootMargin: '0px 0px -70% 0px' },
    );
    // The end of a long page comes after its first frame.
    const stop = afterPaint(() => {
      headings = headingsOf(page).flatMap(({ anchor }) => document.getElementById(anchor) ?? []);
      for (const heading of headings) observer.observe(heading);
    });
    return () => {
      stop();
      observer.disconnect();
      usePlace.setState(NOWHERE);
    };
  }, [page]);

  const anchor = useReadingPlaceIn(page?.path ?? null);
  useEffect(() => {
    if (!page?.area) return;
    const timer = setTimeout(
      () => setPreferences({ lastRead: lastRead(page, anchor, Date.now()) }),
      SETTLE_MILLIS,
    );
    return () => clearTimeout(timer);
  }, [page, anchor]);
}

/** The name of a place: a section of an area by its own number, a section of a topic after the topic's title. */
export function lastRead(page: PageData, anchor: string | null, at: number): LastRead {
  const heading = headingsOf(page).find((item) => item.anchor === anchor);
  if (!heading) return { path: page.path, anchor: null, title: page.titleText, number: page.number, at };
  const row = page.area?.children.find((node) => node.path === page.path && node.anchor === anchor);
  const title = row ? row.title : `${page.titleText} › ${heading.title}`;
  return { path: page.path, anchor, title, number: row?.number ?? page.number, at };
}

interface PageHeading {
  anchor: string;
  title: string;
  isDeeper: boolean;
}

const DEEPEST = 3;

/** The headings that lead through a page: its sections and quizzes, and the labels of its outline. */
export function headingsOf(page: PageData): PageHeading[] {
  const labels = page.blocks.flatMap((block) =>
    block.kind === 'outline' && block.list === 'label'
      ? block.entries.flatMap(({ anchor, termText }) =>
          anchor && termText ? [{ anchor, title: termText, isDeeper: false }] : [],
        )
      : [],
  );
  const parts = readingOrder(page).flatMap((part): PageHeading[] => {
    if (part.kind === 'section') {
      const { anchor, titleText: title, level } = part.section;
      return level <= DEEPEST ? [{ anchor, title, isDeeper: level === DEEPEST }] : [];
    }
    const title = [quizPrefix(page, part) ?? '', textOf(part.block.title)].join(' ').trim();
    return [{ anchor: part.place.anchor, title, isDeeper: part.section !== null }];
  });
  return [...labels, ...parts];
}

const FEWEST = 2;

/** `isFollowing`: marks the section being read. */
export function OnPageList({ page, isFollowing = false }: { page: PageData; isFollowing?: boolean }) {
  const place = useReadingPlaceIn(isFollowing ? page.path : null);
  const headings = headingsOf(page);
  if (headings.length < FEWEST) return null;
  return (
    <ol className="on-page-list" aria-label="이 페이지에서">
      {headings.map(({ anchor, title, isDeeper }) => (
        <li key={anchor} className={isDeeper ? 'deeper' : undefined}>
          <TopicLink
            path={page.path}
            anchor={anchor}
            aria-current={anchor === place ? 'location' : undefined}
          >
            {title}
          </TopicLink>
        </li>
      ))}
    </ol>
  );
}

export function OnPageFold({ page }: { page: PageData }) {
  if (headingsOf(page).length < FEWEST) return null;
  return (
    <details className="fold on-page">
      <summary>이 페이지에서</summary>
      <OnPageList page={page} />
    </details>
  );
}
