/** Hydrates the prerendered page, with the same data and markup, so that nothing visible changes. */

import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { cleanAddress } from './core/offline/files.ts';
import { fetchCourseFontWhenIdle } from './store/course-font.ts';
import { loadPage, toPath } from './store/pages.ts';
import { basePath, setCourse } from './store/site.ts';
import { App } from './ui/app.tsx';
import { Quiz } from './ui/quiz/quiz-view.tsx';
import { keepEnteredOverReload } from './ui/take-over.ts';
import { Comparison } from './ui/topic/blocks.tsx';

export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  keepEnteredOverReload();
  const base = basePath();
  if (!cleanLocation(base)) return;
  const app = (
    <StrictMode>
      <BrowserRouter basename={base} useTransitions={false}>
        <App />
      </BrowserRouter>
    </StrictMode>
  );
  const path = toPath(location.pathname.slice(base.length));
  // What this page hydrates next comes while its data does.
  if (root.querySelector('.quiz')) void Quiz.load();
  if (root.querySelector('.comparison-box')) void Comparison.load();
  const page = await loadPage(path).catch(() => null);
  const courseData = document.querySelector<HTMLMetaElement>('meta[name=course]')?.content;
  if (courseData) setCourse(JSON.parse(courseData));
  // A page published since this HTML was made does not fit it: then it is rendered anew.
  if (root.dataset.revision === (page?.revision ?? '')) startTransition(() => void hydrateRoot(root, app));
  else createRoot(root).render(app);
  // Pages one goes on to are then drawn with all that is on them.
  if (page?.course.hasStudy) void Quiz.load();
  if (page?.course.hasComparisons) void Comparison.load();
  fetchCourseFontWhenIdle();
  if (import.meta.env.DEV) {
    const { startDevelopment } = await import('./ui/dev/follow-server.tsx');
    startDevelopment();
  }
}

/**
 * Gives the page its one address, before anything reads it: hosts answer `/docker/index.html` or `//docker` too. False for an
 * address that is none of this site, where the prerendered page stays as it is.
 */
function cleanLocation(base: string): boolean {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const own = canonical === undefined ? null : new URL(canonical).pathname;
  const clean = cleanAddress(location, `${base}/`, own && toPath(own.slice(base.length)));
  if (clean === null) return false;
  const { pathname, search, hash } = location;
  if (clean === pathname + search + hash) return true;
  history.replaceState(history.state, '', location.origin + clean);
  // The browser has looked for the hash as it was spelled.
  const anchor = new URL(location.href).hash;
  if (anchor !== hash) location.replace(anchor);
  return true;
}
