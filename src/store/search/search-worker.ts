/** The worker in which the index lives: fetched with the first query, so that typing never waits for it. */

import type { SearchData } from '../../core/model/search.ts';
import { type Found, find, type Loaded, loadSearch } from '../../core/search/find.ts';

export interface SearchRequest {
  id: number;
  query: string;
  /** Absolute address of course/search.json. */
  address: string;
}

/** `found` null: the index did not come. */
export interface SearchResponse {
  id: number;
  found: Found | null;
}

let loading: Promise<Loaded> | null = null;
let newest = 0;

addEventListener('message', async ({ data: { id, query, address } }: MessageEvent<SearchRequest>) => {
  newest = id;
  loading ??= load(address).catch((cause: unknown) => {
    loading = null;
    throw cause;
  });
  let found: Found | null = null;
  try {
    const loaded = await loading;
    // Of what was typed while the index came only the last counts.
    if (id === newest) found = find(loaded, query);
  } catch {
    // No network: said by the answer.
  }
  if (id === newest) postMessage({ id, found } satisfies SearchResponse);
});

async function load(address: string): Promise<Loaded> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return loadSearch((await response.json()) as SearchData);
}
