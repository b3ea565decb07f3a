/** Fetches the course's font once the page is idle; it is shown from the next visit on, so that nothing ever moves. */

import { savesData } from './saves-data.ts';

/** Where the address of the font in the browser's cache is kept. */
export const FONT_KEY = 'study.font';

/** Remembers the font's address when the browser has it; the script before the paint reads it. */
export function fetchCourseFontWhenIdle(): void {
  const address = document.querySelector<HTMLMetaElement>('meta[name="course-font"]')?.content;
  const isShown = document.documentElement.dataset.font !== undefined;
  if (!address || isShown || savesData()) return;
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000));
  idle(() => {
    fetch(address, { priority: 'low' })
      .then((response) => (response.ok ? response.arrayBuffer() : null))
      .then((font) => font && localStorage.setItem(FONT_KEY, address))
      // Without the font, or without storage to note it, the system's face stays: nothing is lost.
      .catch(() => undefined);
  });
}
