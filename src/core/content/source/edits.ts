/** Applies edits to the text of a file. Whatever they do not name stays byte for byte. */

import { firstEnding } from '../../lists.ts';
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
  /** What is taken, in order; what touches is joined. */
  const taken: Range[] = [];
  return all.filter(({ fix }) => {
    const isFree = fix.edits.every(
      ({ start, end }) => (taken[firstEnding(taken, start)]?.start ?? end + 1) > end,
    );
    if (isFree) for (const edit of fix.edits) take(edit, taken);
    return isFree;
  });
}

type Range = Pick<TextEdit, 'start' | 'end'>;

function take({ start, end }: Range, taken: Range[]): void {
  const at = firstEnding(taken, start);
  let next = at;
  for (let range = taken[next]; range && range.start <= end; range = taken[++next]) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  taken.splice(at, next - at, { start, end });
}
