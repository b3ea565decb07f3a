/** Applies edits to the text of a file. Whatever they do not name stays byte for byte. */

import { pushAll } from '../../lists.ts';
import type { Fix, TextEdit } from '../../model/diagnostic.ts';

/** Applies edits that do not overlap, in any order. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + source.slice(from);
}

/** As many of the fixes as go together, the first ones first: no two touch the same place. */
export function compatible<T extends { fix: Fix }>(all: readonly T[]): T[] {
  const chosen: TextEdit[] = [];
  return all.filter(({ fix }) => {
    if (fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) return false;
    pushAll(chosen, fix.edits);
    return true;
  });
}

const touch = (a: TextEdit, b: TextEdit): boolean => a.start <= b.end && b.start <= a.end;
