/**
 * The routes: which component shows which address. The pages the app makes have addresses of their own; every other address is a
 * topic or an area of the notes.
 */

import type { ComponentType } from 'react';
import { type Location, Route, Routes } from 'react-router';
import type { PageData } from '../core/model/course.ts';
import { SITE_PAGE_KINDS, SITE_PAGES, type SitePageKind } from '../core/model/site-pages.ts';
import { lazyPart } from './lazy.tsx';
import { TopicPage } from './pages/topic-page.tsx';

type Page = ComponentType<{ page: PageData }>;

const page = (load: () => Promise<Page>): Page => lazyPart(load, { throwsOnFailure: true });

/** Readers mostly arrive at a topic, so only that component is part of the first load. */
const HomePage: Page = page(async () => (await import('./pages/course-map.tsx')).CourseMap);
const PAGES: Record<SitePageKind, Page> = {
  comparisons: page(async () => (await import('./pages/comparisons-page.tsx')).ComparisonsPage),
  search: page(async () => (await import('./search/search-page.tsx')).SearchPage),
  practice: page(async () => (await import('./sitting/practice/practice-page.tsx')).PracticePage),
  review: page(async () => (await import('./sitting/review-page.tsx')).ReviewPage),
  mistakes: page(async () => (await import('./sitting/mistakes-page.tsx')).MistakesPage),
  progress: page(async () => (await import('./progress/progress-page.tsx')).ProgressPage),
};

interface PageRoutesProps {
  page: PageData;
  location: Location;
  /** See TopicPage: false where the reader arrives at the top of the page. */
  isWhole: boolean;
}

export function PageRoutes({ page, location, isWhole }: PageRoutesProps) {
  return (
    <Routes location={location}>
      <Route path="/" element={<HomePage page={page} />} />
      {SITE_PAGE_KINDS.map((kind) => {
        const SitePage = PAGES[kind];
        return <Route key={kind} path={SITE_PAGES[kind].path} element={<SitePage page={page} />} />;
      })}
      <Route path="*" element={<TopicPage key={page.path} page={page} isWhole={isWhole} />} />
    </Routes>
  );
}
