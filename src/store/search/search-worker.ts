/** The worker that holds the search index, so that typing never waits for it. It is loaded with the first query. */

import type { SearchData } from '../../core/search/documents.ts';
import { find, type LoadedIndex, loadSearch, type SearchResults } from '../../core/search/find.ts';
import { fetchJson } from '../network.ts';

export interface SearchRequest {
  id: number;
  query: string;
  /** Absolute address of course/search.json. */
  address: string;
}

/** `results` is null when the index could not be loaded. */
export interface SearchResponse {
  id: number;
  results: SearchResults | null;
}

let loading: Promise<LoadedIndex> | null = null;
let newest = 0;

addEventListener('message', async ({ data: { id, query, address } }: MessageEvent<SearchRequest>) => {
  newest = id;
  loading ??= loadIndex(address).catch((cause: unknown) => {
    loading = null;
    throw cause;
  });
  let results: SearchResults | null = null;
  try {
    const loaded = await loading;
    // Of several queries typed while the index loaded, only the last is answered.
    if (id === newest) results = find(loaded, query);
  } catch {
    // No network: `results` stays null.
  }
  if (id === newest) postMessage({ id, results } satisfies SearchResponse);
});

async function loadIndex(address: string): Promise<LoadedIndex> {
  const data = await fetchJson<SearchData>(address);
  if (!data) throw new Error(`${address}: missing`);
  return loadSearch(data);
}
