/** The app below the router: the shell, and in it the page the address asks for. */

import { Suspense, startTransition, use, useEffect, useState } from 'react';
import { type Location, Navigate, useLocation } from 'react-router';
import { isAtHand, loadTree, toPath, usePage } from '../store/pages.ts';
import { NotFound } from './pages/not-found.tsx';
import { PageView } from './pages/page-view.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { LoadFailed } from './shell/load-failed.tsx';
import { Shell } from './shell/shell.tsx';

export function App() {
  const location = useShownLocation();
  if (!location.pathname.endsWith('/')) {
    return <Navigate replace to={{ ...location, pathname: `${location.pathname}/` }} />;
  }
  return (
    <Suspense fallback={<Shell page={null}>{null}</Shell>}>
      <Page path={toPath(location.pathname)} />
    </Suspense>
  );
}

/**
 * The location whose page is on the screen. A page at hand is drawn within the click itself; while another one is
 * being fetched, the one before stays.
 */
function useShownLocation(): Location {
  const wanted = useLocation();
  const [shown, setShown] = useState(wanted);
  const isNow = isAtHand(toPath(wanted.pathname));
  if (isNow && shown !== wanted) setShown(wanted);
  useEffect(() => {
    if (!isNow) startTransition(() => setShown(wanted));
  }, [isNow, wanted]);
  return isNow ? wanted : shown;
}

function Page({ path }: { path: string }) {
  const page = usePage(path);
  if (page instanceof Error) {
    return (
      <Shell page={null}>
        <LoadFailed path={path} />
      </Shell>
    );
  }
  return (
    <Shell page={page}>
      <ErrorBoundary key={path}>{page ? <PageView page={page} /> : <Missing path={path} />}</ErrorBoundary>
    </Shell>
  );
}

function Missing({ path }: { path: string }) {
  return (
    <Suspense fallback={<NotFound path={path} tree={null} />}>
      <MissingWithTree path={path} />
    </Suspense>
  );
}

/** Nearest topics come when the tree is here; prerendering has no browser to fetch it with. */
function MissingWithTree({ path }: { path: string }) {
  const tree = import.meta.env.SSR ? null : use(loadTree());
  return <NotFound path={path} tree={tree} />;
}
