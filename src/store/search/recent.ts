/** The last searches of this browser. */

import * as v from 'valibot';
import { storedValue } from '../stored-value.ts';

const MOST = 6;
const LENGTH = 60;

const isSearch = (item: unknown): item is string => typeof item === 'string' && item !== '';

const searches = storedValue(
  'study.searches',
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.filter(isSearch).slice(0, MOST)),
  ),
);

export const recentSearches = (): string[] => searches.read() ?? [];

/** Puts a search that led somewhere in front. */
export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, LENGTH);
  if (text === '') return;
  searches.write([text, ...recentSearches().filter((item) => item !== text)].slice(0, MOST));
}

export const forgetSearches = (): boolean => searches.write([]);
