/** Whether a newer version is there to be taken; it is with the next page that is opened, by a full load of it. */

import { create } from 'zustand';
import { useSourceVisit } from './source-visit.ts';

export const useUpdate = create<{ isReady: boolean }>(() => ({ isReady: false }));

/** Leaves for a page by loading it, if that takes a new version and interrupts nothing; false where it does not. */
export function leaveForUpdate(href: string): boolean {
  const isUnderWay =
    'sitting' in document.documentElement.dataset || useSourceVisit.getState().visit !== null;
  if (!useUpdate.getState().isReady || isUnderWay) return false;
  location.assign(href);
  return true;
}
