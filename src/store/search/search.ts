/** Sends queries to the search worker, of which in a row only the last one is answered, and keeps the last searches of this browser. */

import * as v from 'valibot';
import type { SearchResults } from '../../core/search/find.ts';
import { IMPORT_FAILED } from '../reload.ts';
import { basePath } from '../site.ts';
import { storedValue } from '../stored-value.ts';
import { trustedScript } from '../trusted-types.ts';
import type { SearchRequest, SearchResponse } from './search-worker.ts';
import WORKER from './search-worker.ts?worker&url';

const PATIENCE_MILLIS = 30_000;

let worker: Worker | null = null;
let count = 0;
let waiting: { id: number; resolve: (results: SearchResults | null) => void } | null = null;

/** Null when the index could not be fetched. Never settles when another query follows before the answer. */
export function search(query: string): Promise<SearchResults | null> {
  count += 1;
  const id = count;
  return new Promise((resolve) => {
    waiting = { id, resolve };
    const address = new URL(`${basePath()}/course/search.json`, location.href).href;
    start().postMessage({ id, query, address } satisfies SearchRequest);
    // The worker says itself when the index does not come; here its own script may hang.
    setTimeout(() => answer(id, null), PATIENCE_MILLIS);
  });
}

function answer(id: number, results: SearchResults | null): void {
  if (waiting?.id !== id) return;
  waiting.resolve(results);
  waiting = null;
}

function start(): Worker {
  if (worker) return worker;
  const started = new Worker(trustedScript(WORKER), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<SearchResponse>) => answer(data.id, data.results);
  started.onerror = () => {
    // The worker itself did not come; the next query starts another.
    worker = null;
    dispatchEvent(new Event(IMPORT_FAILED));
    if (waiting) answer(waiting.id, null);
  };
  worker = started;
  return started;
}

import.meta.hot?.on('course:update', () => {
  // The notes were edited: the next query loads them anew.
  worker?.terminate();
  worker = null;
});

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
