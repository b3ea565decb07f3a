/** Pages on which the questions that are remembered are folded, for this visit: chosen at the head of the page, done in its quizzes. */

import { create } from 'zustand';

const useFoldedPages = create<{ paths: ReadonlySet<string> }>(() => ({ paths: new Set() }));

export const useIsFolded = (path: string): boolean => useFoldedPages(({ paths }) => paths.has(path));

export function foldRemembered(path: string, isFolded: boolean): void {
  const paths = new Set(useFoldedPages.getState().paths);
  if (isFolded) paths.add(path);
  else paths.delete(path);
  useFoldedPages.setState({ paths });
}
