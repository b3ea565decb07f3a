/** Queries as students type them, over the real course: the section they mean is among the first three rows shown. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Workspace } from '../../../src/compiler/workspace.ts';
import { find, loadSearch } from '../../../src/core/search/find.ts';
import { fewByTopic } from '../../../src/ui/search/groups.ts';

interface Golden {
  kind: string;
  query: string;
  places: string[];
}

const read = (name: string): Golden[] =>
  readFileSync(`tests/fixtures/search/${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', query = '', places = ''] = line.split('\t');
      return { kind, query: kind === 'nfd' ? query.normalize('NFD') : query, places: places.split('|') };
    });

const workspace = new Workspace({ dir: path.resolve('content'), base: '/', drafts: false });
await workspace.load();
const data = workspace.search();
const loaded = loadSearch(data);
const known = new Set(data.places.map(({ path: page, anchor }) => `${page}#${anchor ?? ''}`));

const firstThree = (query: string) =>
  fewByTopic(find(loaded, query).hits)
    .flatMap(({ hits }) => hits)
    .slice(0, 3)
    .map(({ place }) => `${place.path}#${place.anchor ?? ''}`);
const isHit = ({ query, places }: Golden) => firstThree(query).some((place) => places.includes(place));
const told = (each: Golden) => `${each.kind} ${each.query}: ${firstThree(each.query).join('  ')}`;

const SETS = ['golden', 'held-out'];
const every = SETS.flatMap(read);

describe.each(SETS)('the %s set', (name) => {
  const golden = read(name);

  test('has at least 80 queries, and every place in it exists', () => {
    expect(golden.length).toBeGreaterThanOrEqual(80);
    expect(golden.flatMap(({ places }) => places).filter((place) => !known.has(place))).toEqual([]);
  });

  test('is found to 97 % or more', () => {
    const missed = golden.filter((each) => !isHit(each));
    expect(missed.length / golden.length, missed.map(told).join('\n')).toBeLessThanOrEqual(0.03);
  });
});

test.each([...new Set(every.map(({ kind }) => kind))])('90 %% or more of both is found: %s', (kind) => {
  const own = every.filter((each) => each.kind === kind);
  const missed = own.filter((each) => !isHit(each));
  expect(missed.length / own.length, missed.map(told).join('\n')).toBeLessThanOrEqual(0.1);
});
