/** What the bundle of `src/entry-server.tsx` gives to those who load it. */

import type { PageData } from '../../core/model/course.ts';

export interface ServerEntry {
  /** The inside of #root for a page; null renders what an unknown address of the course shows. */
  render(page: PageData | null, base: string, course?: PageData['course'] | null): string;
  /** The inside of #root for a page that cannot be loaded without a network. */
  renderUnreachable(base: string, course: PageData['course'] | null): string;
  /** The style that every page needs to be read. */
  readingCss: string;
}
