/** Which questions are folded, for this visit: known ones fold by themselves (folding.tsx), all of them from the head of their page, and one is opened in its card. */

import { create } from 'zustand';

/** By page and question; one that is not there has not been decided. */
type Folds = ReadonlyMap<string, boolean>;

const keyOf = (path: string, id: string): string => `${path} ${id}`;

export const useFolds = create<{ folds: Folds }>(() => ({ folds: new Map() }));

export const isFolded = (folds: Folds, path: string, id: string): boolean | undefined =>
  folds.get(keyOf(path, id));

export function setFolded(path: string, ids: Iterable<string>, isFoldedNow: boolean): void {
  const folds = new Map(useFolds.getState().folds);
  for (const id of ids) folds.set(keyOf(path, id), isFoldedNow);
  useFolds.setState({ folds });
}
