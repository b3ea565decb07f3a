/** Renders what is under test inside the router, at an address. */

import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { BrowserRouter, useLocation } from 'react-router';
import { vi } from 'vitest';
import type { PageData } from '../../src/core/model/course.ts';
import { PageRoutes } from '../../src/ui/app.tsx';
import { Shell } from '../../src/ui/shell/shell.tsx';

export function renderAt(path: string, element: ReactNode, base = '') {
  vi.stubEnv('BASE_URL', `${base}/`);
  history.replaceState(null, '', base + path);
  return render(<BrowserRouter basename={base || '/'}>{element}</BrowserRouter>);
}

/** The app with a few pages, without fetching. */
export function Site({ pages }: { pages: PageData[] }) {
  const location = useLocation();
  const page = pages.find((item) => item.path === location.pathname) ?? null;
  return (
    <Shell page={page}>
      {page ? <PageRoutes page={page} location={location} isWhole /> : <h1>없는 페이지</h1>}
    </Shell>
  );
}
