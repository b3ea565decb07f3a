/** Fetches the course's font once the page is idle; it is shown from the next visit on, so that nothing ever moves. */

/** Where the address of the font in the browser's cache is kept. */
export const FONT_KEY = 'study.font';

interface NetworkInformation {
  saveData?: boolean;
}

/** Remembers the font's address when the browser has it; the script before the paint reads it. */
export function fetchCourseFontWhenIdle(): void {
  const address = document.querySelector<HTMLMetaElement>('meta[name="course-font"]')?.content;
  const network = (navigator as Navigator & { connection?: NetworkInformation }).connection;
  const isShown = document.documentElement.dataset.font !== undefined;
  if (!address || isShown || network?.saveData) return;
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000));
  idle(() => {
    fetch(address, { priority: 'low' })
      .then((response) => (response.ok ? response.arrayBuffer() : null))
      .then((font) => font && localStorage.setItem(FONT_KEY, address))
      // Without the font, or without storage to note it, the system's face stays: nothing is lost.
      .catch(() => undefined);
  });
}
