/** Fetches the course's font when the page is idle. It is shown from the next visit on, so that no text ever moves. */

import * as v from 'valibot';
import { savesData } from './network.ts';
import { storedValue } from './stored-value.ts';

/** `wOF2`, with which a file of a font begins. */
const WOFF2 = 0x774f4632;

/** The storage key under which the addresses of the font files in the browser's cache are noted. */
export const FONT_KEY = 'study.font';

/** Remembers the addresses when the browser has all of them; the script before the paint reads them. */
export function fetchCourseFontWhenIdle(): void {
  const addresses = document.querySelector<HTMLMetaElement>('meta[name="course-font"]')?.content;
  const isShown = document.documentElement.dataset.font !== undefined;
  if (!addresses || isShown || savesData()) return;
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000));
  idle(() => {
    Promise.all(addresses.split(' ').map(fetchWhole))
      .then(() => storedValue(FONT_KEY, v.string(), { isText: true }).write(addresses))
      // Without the font, or without storage to note it, the system's font stays.
      .catch(() => undefined);
  });
}

async function fetchWhole(address: string): Promise<void> {
  const response = await fetch(address, { priority: 'low' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A login page of a public network is answered, too.
  if (new DataView(await response.arrayBuffer()).getUint32(0) !== WOFF2)
    throw new Error(`${address}: no font`);
}
