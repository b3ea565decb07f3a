/** Which topics are new or changed since the learner last saw the notes (「고쳐진 노트」). */

import type { NoteChanges, NoteRevisions } from '../model/site.ts';

/**
 * Compares the hashes of what was seen, by path, with those of today. A page that only moved (a new path with the hash of
 * one that is gone) is neither new nor changed.
 */
export function noteChanges(seen: Readonly<Record<string, string>>, { pages }: NoteRevisions): NoteChanges {
  const gone = new Set(
    Object.entries(seen).flatMap(([path, hash]) => (Object.hasOwn(pages, path) ? [] : [hash])),
  );
  const changes: NoteChanges = { added: [], changed: [] };
  for (const [path, hash] of Object.entries(pages)) {
    if (!Object.hasOwn(seen, path)) {
      if (!gone.has(hash)) changes.added.push(path);
    } else if (seen[path] !== hash) changes.changed.push(path);
  }
  return changes;
}
