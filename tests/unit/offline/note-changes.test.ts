/** What counts as new or changed in the notes, whatever was seen before. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteChanges } from '../../../src/store/offline/seen-notes.ts';

const pages = fc.dictionary(
  fc.string({ minLength: 1 }).filter((path) => path !== '__proto__'),
  fc.string(),
);
const revisions = (said: Record<string, string>) => ({ format: 1 as const, content: '', pages: said });

describe('changes of the notes', () => {
  test('nothing has changed since all of it was seen', () => {
    fc.assert(
      fc.property(pages, (said) => {
        expect(noteChanges(said, revisions(said))).toEqual({ added: [], changed: [] });
      }),
    );
  });

  test('every page is seen, changed, new, or has moved; none is two of these', () => {
    fc.assert(
      fc.property(pages, pages, (seen, said) => {
        const { added, changed } = noteChanges(seen, revisions(said));
        for (const [path, hash] of Object.entries(said)) {
          const isKnown = Object.hasOwn(seen, path);
          const hasMoved = Object.entries(seen).some(
            ([old, was]) => was === hash && !Object.hasOwn(said, old),
          );
          expect(changed.includes(path)).toBe(isKnown && seen[path] !== hash);
          expect(added.includes(path)).toBe(!isKnown && !hasMoved);
        }
        expect(added.length + changed.length).toBeLessThanOrEqual(Object.keys(said).length);
      }),
    );
  });

  test('a topic that moved to another area is no news', () => {
    const moved = noteChanges(
      { '/docker/': 'aa', '/docker/volume/': 'bb' },
      revisions({ '/docker/': 'aa', '/storage/volume/': 'bb' }),
    );
    expect(moved).toEqual({ added: [], changed: [] });
  });
});
