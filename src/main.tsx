/** The browser's entry. It is small, so that the prerendered page is painted first; then it loads React, which hydrates the page. */

import { afterPaint } from './ui/after-paint.ts';

/** When scripts that did not come are asked for again. */
const CHANCES = ['online', 'focusin', 'click'];

// The app on the home screen is on its way to 복습.
if (!document.documentElement.hidden) afterPaint(load);

async function load(): Promise<void> {
  let start: () => void;
  try {
    const { recoverWhenGone } = await import('./store/reload.ts');
    recoverWhenGone();
    // Reading a script in is what blocks, so React is read in a task of its own.
    await import('react-dom/client');
    await new Promise((resolve) => setTimeout(resolve));
    ({ start } = await import('./start.tsx'));
  } catch {
    // The page reads without them: again when the network is back, or the reader turns to something.
    const again = () => {
      for (const type of CHANCES) removeEventListener(type, again, true);
      void load();
    };
    for (const type of CHANCES) addEventListener(type, again, true);
    return;
  }
  start();
}
