/** A visit to a sentence of the notes, from a question or a search: set by the click, shown by the page it leads to. */

import { create } from 'zustand';

export interface SourceVisit {
  /** Where the sentence stands: a path under the base, and the anchor of its section or entry. */
  path: string;
  anchor: string | null;
  /** Words of the sentence; null marks nothing. */
  quote: string | null;
  /** What the words are: 근거 of an answer, or 찾은 말. */
  name: string;
  /** Where the learner came from: an address with its base, the id of an element there, and 「문제 2로」. */
  back: { href: string; id: string; label: string };
}

export const useSourceVisit = create<{ visit: SourceVisit | null }>(() => ({ visit: null }));

export const visitSource = (visit: SourceVisit | null): void => useSourceVisit.setState({ visit });
