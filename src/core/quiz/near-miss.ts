/**
 * What may stand between a word and how it is typed: one slip of the keys, the other keyboard layout, a Korean particle; and how far words
 * are apart.
 */

import { convertHangulToQwerty, convertQwertyToHangul, disassemble, hasBatchim } from 'es-hangul';

// Near misses: one wrong, missing, extra or swapped jamo in a word of six jamo or more.

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

// Words typed in the wrong keyboard layout: `zjsxpdlsj` ↔ 컨테이너.

const LATIN = /[A-Za-z]/;
const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;
const MAX_LENGTH = 200;

/** What the same keys give in the other layout; empty for words that mix scripts or have no letters. */
export function otherLayout(typed: string): string[] {
  const text = typed.normalize('NFC');
  const [isLatin, isHangul] = [LATIN.test(text), HANGUL.test(text)];
  if (isLatin === isHangul || text.length > MAX_LENGTH) return [];
  if (isHangul) return [convertHangulToQwerty(text)];
  // Without the lower case, Caps Lock would make every consonant a double one.
  return [...new Set([text, text.toLowerCase()])].flatMap(toHangul);
}

/** Empty where the keys make no word: es-hangul throws on a double vowel and a batchim without a consonant before (`hks`). */
function toHangul(keys: string): string[] {
  try {
    return [convertQwertyToHangul(keys)];
  } catch {
    return [];
  }
}

// Korean particles (조사) at the end of an answer: `컨테이너를` also means 컨테이너.

/** After a batchim and after a vowel; the same where it does not matter. Long ones first. */
const PARTICLES: [closed: string, open: string][] = [
  ['이라고', '라고'],
  ['으로서', '로서'],
  ['으로써', '로써'],
  ['으로는', '로는'],
  ['이에요', '예요'],
  ['입니다', '입니다'],
  ['에서는', '에서는'],
  ['에게', '에게'],
  ['에서', '에서'],
  ['에는', '에는'],
  ['까지', '까지'],
  ['부터', '부터'],
  ['처럼', '처럼'],
  ['보다', '보다'],
  ['이다', '이다'],
  ['이다', '다'],
  ['이란', '란'],
  ['으로', '로'],
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['의', '의'],
  ['에', '에'],
];
/** These are endings of nouns too (구성 and 구성도 are two things), so they are not taken off without asking. */
const DOUBTFUL = ['도', '만'];
const HANGUL_END = /[가-힣]$/;

interface Stem {
  stem: string;
  /** False when the particle does not fit the stem or may be part of a noun. */
  isSure: boolean;
}

/** The stems that a folded answer may have, of two syllables or letters and more. */
export function stemsOf(folded: string): Stem[] {
  const stems: Stem[] = [];
  const add = (particle: string, isFitting: (stem: string) => boolean) => {
    const stem = folded.slice(0, -particle.length);
    if (!folded.endsWith(particle) || [...stem].length < 2) return;
    stems.push({ stem, isSure: isFitting(stem) });
  };
  for (const [closed, open] of PARTICLES) {
    add(closed, (stem) => closed === open || fits(stem, closed, true));
    if (open !== closed) add(open, (stem) => fits(stem, open, false));
  }
  for (const particle of DOUBTFUL) add(particle, () => false);
  return stems;
}

/** How a Latin word is read aloud is not known, so both forms fit it. */
function fits(stem: string, particle: string, isClosed: boolean): boolean {
  const last = stem.slice(-1);
  if (!HANGUL_END.test(last)) return true;
  const isRieul = (last.charCodeAt(0) - 0xac00) % 28 === 8;
  if (isRieul && /^(?:으)?로/.test(particle)) return !isClosed;
  return hasBatchim(last) === isClosed;
}
