/** The short way to a slug gives what GitHub gives. */

import fc from 'fast-check';
import { slug } from 'github-slugger';
import { expect, test } from 'vitest';
import { slugOf } from '../../../src/core/content/markdown/headings.ts';

const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));

test.each(ASCII)('%s', (mark) => {
  const words = `가 ${mark}B${mark}${mark} 나`;
  expect(slugOf(words)).toBe(slug(words));
});

test('any words', () => {
  const word = fc.oneof(fc.constantFrom(...ASCII, '가', '힣', 'ㄱ', '·', 'é', '😀'), fc.string());
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(slugOf(words.join(''))).toBe(slug(words.join('')));
    }),
  );
});
