/** The app below the router: the frame, and in it the page of the current address. */

import { Suspense, startTransition, use, useEffect, useState } from 'react';
import { type Location, useLocation, useNavigationType } from 'react-router';
import { isAtHand, loadTree, toPath, usePage } from '../store/pages.ts';
import { NotFound } from './pages/not-found.tsx';
import { PageRoutes } from './routes.tsx';
import { Shell } from './shell/shell.tsx';
import { ErrorBoundary, LoadFailed } from './shell/trouble.tsx';

export function App() {
  const location = useShownLocation();
  return (
    <Suspense fallback={<Shell page={null}>{null}</Shell>}>
      <PageAt location={location} />
    </Suspense>
  );
}

/**
 * The location whose page is on the screen. A page whose data is here is drawn within the click; while another one is
 * fetched, the page before stays.
 */
function useShownLocation(): Location {
  const requested = useLocation();
  const [shown, setShown] = useState(requested);
  const isNow = isAtHand(toPath(requested.pathname));
  if (isNow && shown !== requested) setShown(requested);
  useEffect(() => {
    if (!isNow) startTransition(() => setShown(requested));
  }, [isNow, requested]);
  return isNow ? requested : shown;
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
