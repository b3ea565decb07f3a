/** The characters that a build collects for the course's font. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterSet } from '../../../src/compiler/font/font.ts';

test('every character is there once, however it is coded', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const set = new CharacterSet();
      for (const text of texts) set.add(text);
      expect([...set.text()].sort()).toEqual([...new Set(texts.flatMap((text) => [...text]))].sort());
    }),
  );
});
