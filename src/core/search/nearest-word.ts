/** 「…을 찾으셨나요?」: the word of the course that is nearest to a typed word without a hit, by edit distance in jamo. */

import { disassemble } from 'es-hangul';
import type { Vocabulary } from './words.ts';
import { foldText, wordsIn } from './words.ts';

/** A word may differ in a third of its keys. */
const MOST_SHARE = 1 / 3;
const MOST_KEYS = 30;

export function nearestWord(typed: string, { words, jamo }: Vocabulary): string | null {
  const first = wordsIn(foldText(typed))[0]?.word ?? '';
  const keys = disassemble(first).slice(0, MOST_KEYS);
  if (keys.length < 3) return null;
  let nearest: string | null = null;
  let least = Math.floor(keys.length * MOST_SHARE) + 1;
  words.forEach((word, index) => {
    const letters = jamo[index] ?? '';
    if (Math.abs(letters.length - keys.length) >= least) return;
    const apart = distance(keys, letters, least);
    if (apart < least) [nearest, least] = [word, apart];
  });
  return nearest;
}

/** Levenshtein's, given up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
