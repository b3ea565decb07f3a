/** The browser's entry. It is small, so that the prerendered page is painted first; then it loads React, which hydrates the page. */

import { recoverWhenGone } from './store/reload.ts';
import { startsAtReview } from './store/study/due-day.ts';
import { afterPaint } from './ui/after-paint.ts';

recoverWhenGone();
// The app on the home screen opens where there is something to do.
if (startsAtReview(import.meta.env.BASE_URL)) location.replace(`${import.meta.env.BASE_URL}review/`);
else
  afterPaint(async () => {
    // Reading a script in is what blocks, so React is read in a task of its own.
    await import('react-dom/client');
    setTimeout(async () => (await import('./start.tsx')).start());
  });
