/** The frame around every page: top bar, rail or drawer with the topic tree, main, footer. */

import { type ReactNode, Suspense, useEffect, useState } from 'react';
import type { PageData, TextRun } from '../../core/model/course.ts';
import { startPreferences } from '../../store/preferences.ts';
import { APP_VERSION, currentCourse, notesLanguage } from '../../store/site.ts';
import { type SourceVisit, useSourceVisit } from '../../store/source-visit.ts';
import { lazyPart, useAfterPaint } from '../lazy.tsx';
import { FootState, OpenRecord, StorageNotice, UpdateNotice } from './late-parts.ts';
import { Navigation } from './route-change.tsx';
import { hasTabBar, TabBar, TopBar } from './top-bar.tsx';
import { useLinkHandlers } from './topic-link.tsx';
import { Rail, useTree } from './tree.tsx';

export function Shell({ page, children }: { page: PageData | null; children: ReactNode }) {
  const around = useAround(page);
  const course = useLast(around?.course) ?? currentCourse();
  const tree = useTree(around);
  const links = useLinkHandlers();
  useEffect(startPreferences, []);

  const treePage = around?.area ? around : null;
  const path = around?.path ?? null;
  return (
    <div className={hasTabBar(course) ? 'shell has-tabs' : 'shell'} {...links}>
      <TopBar course={course} path={path} treePage={treePage} tree={tree} />
      <StorageNotice page={page} />
      <div className={treePage ? 'frame' : 'frame frame-plain'}>
        {treePage && <Rail page={treePage} tree={tree} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer className="foot note">
        {course?.license && <License runs={course.license} />}
        <p>
          {`버전 ${APP_VERSION || '개발 중'}`}
          <FootState page={around} />
        </p>
      </footer>
      <TabBar course={course} path={path} />
      <UpdateNotice />
      <Navigation page={page} />
      <Source />
      <OpenRecord path={path} />
    </div>
  );
}

/** What readers may do with the notes, in the author's words. */
function License({ runs }: { runs: TextRun[] }) {
  return (
    <p lang={notesLanguage()}>
      {runs.map(({ text, href }) =>
        href === undefined ? (
          text
        ) : (
          <a key={href} href={href} rel="license noopener noreferrer">
            {text}
          </a>
        ),
      )}
    </p>
  );
}

const SourceBar = lazyPart<{ visit: SourceVisit }>(
  async () => (await import('../quiz/source-bar.tsx')).SourceBar,
);

/** The bar that leads back from a source to its question; shown on the page the source led to. */
function Source() {
  const visit = useSourceVisit((state) => state.visit);
  return (
    visit && (
      <Suspense fallback={null}>
        <SourceBar visit={visit} />
      </Suspense>
    )
  );
}

/**
 * The page as what stands around it shows it: the text of a new page is painted first, and the tree follows. Only when
 * the tree comes or goes the two change together, since the text then moves.
 */
function useAround(page: PageData | null): PageData | null {
  const later = useAfterPaint(page);
  return Boolean(page?.area) === Boolean(later?.area) ? later : page;
}

/** The last course seen: a page that does not exist has none of its own. */
function useLast<T>(value: T | undefined): T | null {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last ?? null;
}
