/** The app below the router: the frame, and in it the page of the current address. */

import { Suspense, startTransition, useEffect, useState } from 'react';
import { type Location, useLocation, useNavigationType } from 'react-router';
import type { TreeNode } from '../core/model/course.ts';
import { forgetFailure, isAtHand, loadTree, retryPage, toPath, usePage } from '../store/pages.ts';
import { NotFound } from './pages/not-found.tsx';
import { PageRoutes } from './routes.tsx';
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
