/** The frame around every page: top bar, rail or drawer with the topic tree, main, and what happens on navigation. */

import { type ReactNode, useEffect, useRef } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { startPreferences } from '../../store/preferences.ts';
import { Drawer } from './drawer.tsx';
import { useLinkHandlers } from './links.ts';
import { useNavigation } from './navigation.ts';
import { placesOf } from './places.ts';
import { Rail } from './rail.tsx';
import { useReadingPlace } from './reading-place.ts';
import { TabBar, TopBar } from './top-bar.tsx';
import { useTree } from './use-tree.ts';

export function Shell({ page, children }: { page: PageData | null; children: ReactNode }) {
  const announcement = useNavigation(page);
  const place = useReadingPlace(page);
  const known = useTree(page);
  const links = useLinkHandlers();
  const course = useRef<PageData['course']>(null);
  useEffect(startPreferences, []);

  const treePage = page?.area ? page : null;
  const path = page?.path ?? null;
  if (page) course.current = page.course;
  const places = placesOf(course.current);
  return (
    <div className={places.length < 2 ? 'shell' : 'shell has-tabs'} {...links}>
      <TopBar
        title={course.current?.title ?? '강의 노트'}
        path={path}
        places={places}
        drawer={treePage && <Drawer page={treePage} known={known} place={place} />}
      />
      <div className={treePage ? 'frame' : 'frame frame-plain'}>
        {treePage && <Rail page={treePage} known={known} place={place} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <TabBar path={path} places={places} />
      <div className="vh" role="status" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
