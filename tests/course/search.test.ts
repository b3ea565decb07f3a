/** Two sets of queries over this course, the second never looked at while the search was tuned: nearly all are found. */

import { describe, expect, test } from 'vitest';
import { readGolden, searchOf } from '../support/golden.ts';

const search = await searchOf('content');
const SETS = ['golden', 'held-out'];
const read = (name: string) => readGolden(`tests/course/${name}.tsv`);
const every = SETS.flatMap(read);

describe.each(SETS)('the %s set', (name) => {
  const golden = read(name);

  test('has at least 80 queries, and every place in it exists', () => {
    expect(golden.length).toBeGreaterThanOrEqual(80);
    expect(golden.flatMap(({ places }) => places).filter((place) => !search.places.has(place))).toEqual([]);
  });

  test('is found to 97 % or more', () => {
    const misses = search.misses(golden);
    expect(misses.length / golden.length, misses.join('\n')).toBeLessThanOrEqual(0.03);
  });
});

test.each([...new Set(every.map(({ kind }) => kind))])('90 %% or more of both is found: %s', (kind) => {
  const own = every.filter((each) => each.kind === kind);
  const misses = search.misses(own);
  expect(misses.length / own.length, misses.join('\n')).toBeLessThanOrEqual(0.1);
});
