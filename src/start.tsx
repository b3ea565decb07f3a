/** Hydrates the prerendered page, with the same data and markup, so that nothing visible changes. */

import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import type { PageData } from './core/model/course.ts';
import { cleanAddress } from './core/offline/files.ts';
import { fetchCourseFontWhenIdle } from './store/course-font.ts';
import { openPage, toPath } from './store/pages.ts';
import { sayTrouble } from './store/reload.ts';
import { basePath, setCourse } from './store/site.ts';
import { App } from './ui/app.tsx';
import { nextChance } from './ui/lazy.tsx';
import { Quiz } from './ui/quiz/quiz-view.tsx';
import { keepEnteredOverReload } from './ui/take-over.ts';
import { Comparison } from './ui/topic/blocks.tsx';

const UNFINISHED = '페이지의 일부를 불러오지 못했습니다. 네트워크 연결을 확인해 주세요.';

export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  keepEnteredOverReload();
  const base = basePath();
  const own = pathOfDocument(base);
  if (!cleanLocation(base, own)) return;
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
  const page = await openForHydration(path, path === own);
  const courseData = document.querySelector<HTMLMetaElement>('meta[name=course]')?.content;
  if (courseData) setCourse(JSON.parse(courseData));
  // A page published since this HTML was made does not fit it: then it is rendered anew.
  if (root.dataset.revision === (page?.revision ?? '')) startTransition(() => void hydrateRoot(root, app));
  else createRoot(root).render(app);
  // Pages one goes on to are then drawn with all that is on them.
  const parts = [page?.course.hasStudy && Quiz.load(), page?.course.hasComparisons && Comparison.load()];
  // For the next visit: it takes nothing from what this one waits for.
  void Promise.all(parts).then(fetchCourseFontWhenIdle);
  if (import.meta.env.DEV) {
    const { startDevelopment } = await import('./ui/dev/follow-server.tsx');
    startDevelopment();
  }
}

/**
 * The data of the page; null for one that is none or did not come. A prerendered page is there whatever the network says: it
 * stays, to be read, until its data comes.
 */
async function openForHydration(path: string, isPrerendered: boolean): Promise<PageData | null> {
  for (;;) {
    const page = await openPage(path);
    const hasCome = page !== null && !(page instanceof Error);
    if (hasCome || !isPrerendered) return hasCome ? page : null;
    const takeBack = sayTrouble(UNFINISHED, '다시 시도');
    await nextChance();
    takeBack();
  }
}

/** The path that the document says it has; null for one that stands for any address, as the 404 page. */
function pathOfDocument(base: string): string | null {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return canonical === undefined ? null : toPath(new URL(canonical).pathname.slice(base.length));
}

/**
 * Gives the page its one address, before anything reads it: hosts answer `/docker/index.html` or `//docker` too. False for an
 * address that is none of this site, where the prerendered page stays as it is.
 */
function cleanLocation(base: string, own: string | null): boolean {
  const clean = cleanAddress(location, `${base}/`, own);
  if (clean === null) return false;
  const { pathname, search, hash } = location;
  if (clean === pathname + search + hash) return true;
  history.replaceState(history.state, '', location.origin + clean);
  // The browser has looked for the hash as it was spelled.
  const anchor = new URL(location.href).hash;
  if (anchor !== hash) location.replace(anchor);
  return true;
}
