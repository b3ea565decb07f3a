/** Queries as students type them, each with the places that must be among the first three rows shown. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Workspace } from '../../src/compiler/workspace.ts';
import { find, loadSearch } from '../../src/core/search/find.ts';
import { fewByTopic } from '../../src/ui/search/hits.ts';

export interface GoldenQuery {
  kind: string;
  query: string;
  /** Equally good places, as `path#anchor`. */
  places: string[];
}

/** Reads lines of `kind`, query and places, set apart by tabs: `plain	볼륨	/docker/#|/docker/compose/#`. */
export const readGolden = (file: string): GoldenQuery[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', query = '', places = ''] = line.split('\t');
      return { kind, query: kind === 'nfd' ? query.normalize('NFD') : query, places: places.split('|') };
    });

/** The search of a folder of notes: what it has places for, and the queries that miss theirs, each with what came instead. */
export async function searchOf(dir: string) {
  const workspace = new Workspace({ dir: path.resolve(dir), base: '/', drafts: false });
  await workspace.load();
  const data = workspace.search();
  const loaded = loadSearch(data);
  const firstThree = (query: string) =>
    fewByTopic(find(loaded, query).hits)
      .flatMap(({ hits }) => hits)
      .slice(0, 3)
      .map(({ place }) => `${place.path}#${place.anchor ?? ''}`);
  return {
    places: new Set(data.places.map(({ path: page, anchor }) => `${page}#${anchor ?? ''}`)),
    misses: (queries: readonly GoldenQuery[]): string[] =>
      queries
        .map(({ kind, query, places }) => ({ kind, query, places, shown: firstThree(query) }))
        .filter(({ places, shown }) => !shown.some((place) => places.includes(place)))
        .map(({ kind, query, shown }) => `${kind} ${query}: ${shown.join('  ')}`),
  };
}
