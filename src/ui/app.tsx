/**
 * The app below the router: the frame, and in it the page of the current address. The pages the app makes have addresses of their own;
 * every other address is a topic or an area of the notes.
 */

import { type ComponentType, Suspense, startTransition, useEffect, useState } from 'react';
import { type Location, Route, Routes, useLocation, useNavigationType } from 'react-router';
import type { PageData, TreeNode } from '../core/model/course.ts';
import { SITE_PAGE_KINDS, SITE_PAGES, type SitePageKind } from '../core/model/site.ts';
import { forgetFailure, isAtHand, loadTree, retryPage, toPath, usePage } from '../store/pages.ts';
import { lazyPart } from './lazy.tsx';
import { NotFound } from './pages/not-found.tsx';
import { TopicPage } from './pages/topic-page.tsx';
import { Shell } from './shell/shell.tsx';
import { ErrorBoundary, LoadFailed, Waiting } from './shell/trouble.tsx';

export function App() {
  const { location, isWaiting } = useShownLocation();
  return (
    <>
      <Suspense fallback={<Shell page={null}>{null}</Shell>}>
        <PageAt location={location} />
      </Suspense>
      <Waiting isWaiting={isWaiting} />
    </>
  );
}

/**
 * The location whose page is on the screen, and whether another one is waited for. A page whose data is here is drawn within
 * the click; while another one is fetched, the page before stays.
 */
function useShownLocation(): { location: Location; isWaiting: boolean } {
  const requested = useLocation();
  const [shown, setShown] = useState(requested);
  const path = toPath(requested.pathname);
  const shownPath = toPath(shown.pathname);
  const isNow = isAtHand(path);
  if (isNow && shown !== requested) setShown(requested);
  useEffect(() => {
    if (isNow || requested === shown) return;
    if (path === shownPath) void retryPage(path);
    else forgetFailure(path);
    startTransition(() => setShown(requested));
  }, [isNow, requested, shown, path, shownPath]);
  return { location: isNow ? requested : shown, isWaiting: !isNow && requested !== shown };
}

function PageAt({ location }: { location: Location }) {
  const path = toPath(location.pathname);
  const page = usePage(path);
  const isLanding = useNavigationType() === 'POP' || location.hash !== '';
  if (page instanceof Error) {
    return (
      <Shell page={null}>
        <LoadFailed path={path} />
      </Shell>
    );
  }
  return (
    <Shell page={page}>
      <ErrorBoundary key={path}>
        {page ? <PageRoutes page={page} location={location} isWhole={isLanding} /> : <Missing path={path} />}
      </ErrorBoundary>
    </Shell>
  );
}

/** Nearest topics come when the tree is here. */
function Missing({ path }: { path: string }) {
  const [tree, setTree] = useState<TreeNode[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadTree().then((nodes) => isWanted && setTree(nodes));
    return () => {
      isWanted = false;
    };
  }, []);
  return <NotFound path={path} tree={tree} />;
}

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
