/**
 * The browser's entry: lets the prerendered page paint, then brings React piece by piece. Module evaluation, not
 * hydration, is what blocks; so each piece is imported in a task of its own.
 */

import { recoverWhenGone } from './store/reload.ts';
import { startsAtReview } from './store/study/due-day.ts';
import { afterPaint } from './ui/after-paint.ts';

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

async function main() {
  await new Promise<void>((resolve) => afterPaint(resolve));
  await import('./react.ts');
  await nextTask();
  await import('./router.ts');
  await nextTask();
  const { start } = await import('./start.tsx');
  await nextTask();
  await start();
}

recoverWhenGone();
// The app on the home screen opens where there is something to do.
if (startsAtReview(import.meta.env.BASE_URL)) location.replace(`${import.meta.env.BASE_URL}review/`);
else void main();
