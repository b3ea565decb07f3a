/** The frame around every page: top bar, rail or drawer with the topic tree, main, and what happens on navigation. */

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { currentCourse } from '../../store/course.ts';
import { startPreferences } from '../../store/preferences.ts';
import { useSourceVisit } from '../../store/source-visit.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { Foot } from './foot.tsx';
import { useLinkHandlers } from './links.ts';
import { placesOf } from './main-menu.ts';
import { Rail } from './rail.tsx';
import { RecordPartsContext, useRecordParts } from './record-parts.ts';
import { Navigation } from './route-change.tsx';
import { TabBar, TopBar } from './top-bar.tsx';
import { useTree } from './use-tree.ts';
import { useVersionParts, VersionPartsContext } from './version-parts.ts';

export function Shell({ page, children }: { page: PageData | null; children: ReactNode }) {
  const around = useAround(page);
  const course = useLast(around?.course) ?? currentCourse();
  const known = useTree(around);
  const links = useLinkHandlers();
  const parts = useRecordParts(around);
  const version = useVersionParts();
  useEffect(startPreferences, []);

  const treePage = around?.area ? around : null;
  const path = around?.path ?? null;
  return (
    <VersionPartsContext value={version}>
      <RecordPartsContext value={parts}>
        <div className={placesOf(course).length < 2 ? 'shell' : 'shell has-tabs'} {...links}>
          <TopBar course={course} path={path} treePage={treePage} known={known} />
          {parts && <parts.StorageNotice page={page} />}
          <div className={treePage ? 'frame' : 'frame frame-plain'}>
            {treePage && <Rail page={treePage} known={known} />}
            <main id="main" tabIndex={-1}>
              {children}
            </main>
          </div>
          <Foot page={around} />
          <TabBar course={course} path={path} />
          {version && <version.UpdateNotice />}
          <Navigation page={page} />
          <Source />
        </div>
      </RecordPartsContext>
    </VersionPartsContext>
  );
}

const SourceBar = lazy(async () => ({ default: (await import('../quiz/source-bar.tsx')).SourceBar }));

/** Where a source of a question was followed to. */
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

/** What was last known; a page that does not exist knows nothing. */
function useLast<T>(value: T | undefined): T | null {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last ?? null;
}
