/** Near misses: one wrong, missing, extra or swapped jamo in a word of six jamo or more; and how far words are apart. */

import { disassemble } from 'es-hangul';

const MIN_JAMO = 6;

/** Whether a variant, as the author wrote it, has a spelling where one letter is another thing: YAML, CI/CD, 1.10. */
const isExacting = (variant: string): boolean => /\d|\p{Lu}{2,}/u.test(variant.normalize('NFC'));

/** Whether folded words are one jamo (or one swap of neighbours) from a folded variant. */
export function isNearMiss(typed: string, folded: string, variant: string): boolean {
  if (isExacting(variant) || /\d/.test(typed)) return false;
  // A long text is no slip, and would take long to compare.
  if (Math.abs(typed.length - folded.length) > 3 || folded.length > 200) return false;
  const [a, b] = [disassemble(typed), disassemble(folded)];
  return b.length >= MIN_JAMO && isOneApart(a, b);
}

/** Whether one insertion, removal, replacement or swap of neighbours makes one of the other. */
export function isOneApart(a: ArrayLike<string>, b: ArrayLike<string>): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [lengthA, lengthB] = [endA - start, endB - start];
  if (lengthA <= 1 && lengthB <= 1) return lengthA + lengthB > 0;
  return lengthA === 2 && lengthB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** The word that another one was probably meant to be; null when none is at most two letters away. */
export function nearestTo(word: string, words: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = 3;
  for (const each of words) {
    const apart = editDistance(word.toLowerCase(), each.toLowerCase(), least);
    if (apart < least) [nearest, least] = [each, apart];
  }
  return nearest;
}

/** Levenshtein's: how many insertions, removals and replacements make one of the other; `limit` where it is that or more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (next.every((distance) => distance >= limit)) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
