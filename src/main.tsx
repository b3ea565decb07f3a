/**
 * The browser's entry: lets the prerendered page paint, then brings React piece by piece. Module evaluation, not
 * hydration, is what blocks; so each piece is imported in a task of its own.
 */

import { recoverWhenGone } from './store/reload.ts';
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
void main();
