/** Every kind of query that students type (half syllables, initials, the wrong keyboard …) finds its place in the small course. */

import { expect, test } from 'vitest';
import { readGolden, searchOf } from '../../support/golden.ts';
import { COURSE_DIR } from '../../support/sites.mjs';

const search = await searchOf(COURSE_DIR);
const golden = readGolden('tests/fixtures/search/golden.tsv');

test('every place that is named exists', () => {
  expect(golden.flatMap(({ places }) => places).filter((place) => !search.places.has(place))).toEqual([]);
});

test.each([...new Set(golden.map(({ kind }) => kind))])('%s', (kind) => {
  const own = golden.filter((each) => each.kind === kind);
  expect(own.length).toBeGreaterThanOrEqual(2);
  expect(search.misses(own)).toEqual([]);
});
