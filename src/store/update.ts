/** Whether a newer version of the site is ready. It is loaded with the next page that is opened. */

import { create } from 'zustand';
import { leaveTo } from './reload.ts';
import { useSourceVisit } from './source-visit.ts';

export const useUpdate = create<{ isReady: boolean }>(() => ({ isReady: false }));

/** Loads the page at `href` as a document if a newer version is ready and nothing is under way; returns whether it did. */
export function leaveForUpdate(href: string): boolean {
  const isUnderWay =
    'sitting' in document.documentElement.dataset || useSourceVisit.getState().visit !== null;
  if (!useUpdate.getState().isReady || isUnderWay) return false;
  leaveTo(href);
  return true;
}
