/** The browser's entry. It is small, so that the prerendered page is painted first; then it loads React, which hydrates the page. */

import { afterPaint } from './ui/after-paint.ts';

afterPaint(async () => {
  const { recoverWhenGone } = await import('./store/reload.ts');
  recoverWhenGone();
  // The app on the home screen opens where there is something to do.
  const { startsAtReview } = await import('./store/study/start-at-review.ts');
  const base = import.meta.env.BASE_URL;
  if (startsAtReview(base)) return location.replace(`${base}review/`);
  // Reading a script in is what blocks, so React is read in a task of its own.
  await import('react-dom/client');
  setTimeout(async () => (await import('./start.tsx')).start());
});
