/** Renders one page to HTML, for the build and for the dev server. */

import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import type { PageData } from './core/model/course.ts';
import { encodePath } from './core/model/site.ts';
import { putOnlyPage } from './store/pages.ts';
import { setCourse, setDevelopedBase } from './store/site.ts';
import { App } from './ui/app.tsx';
import { loadAllParts } from './ui/lazy.tsx';
import readingCss from './ui/styles/reading.css?inline';
import diagramCss from './ui/topic/diagram.css?inline';
import rareCss from './ui/topic/rare.css?inline';

export { readingCss };

/** By the names of compiler/build/bundling.ts. */
export const pageCss = { diagram: diagramCss, rare: rareCss };

// Rendering waits for nothing.
await loadAllParts();

type Course = PageData['course'];

/** The inside of #root for a page; null renders what an unknown address of the course shows. */
export function render(page: PageData | null, base: string, course: Course | null = null): string {
  setCourse(course);
  const path = page?.path ?? MISSING;
  putOnlyPage(path, page);
  return renderAt(path, base);
}

/** The inside of #root for a page that cannot be loaded without a network. */
export function renderUnreachable(base: string, course: Course | null): string {
  setCourse(course);
  putOnlyPage(UNREACHABLE, new Error('no network'));
  return renderAt(UNREACHABLE, base);
}

const MISSING = '/404/';
const UNREACHABLE = '/offline/';

function renderAt(path: string, base: string): string {
  if (import.meta.env.DEV) setDevelopedBase(base);
  const location = base.slice(0, -1) + encodePath(path);
  return renderToString(
    <StrictMode>
      <StaticRouter basename={base.slice(0, -1)} location={location}>
        <App />
      </StaticRouter>
    </StrictMode>,
  );
}
