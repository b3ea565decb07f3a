/**
 * Cuts text into words, in the same way for the notes and for what is typed: NFC, lower case, cut where the script changes
 * (`Docker를` → `docker`, `를`).
 */

export interface Word {
  /** Folded: NFC, full width made narrow, lower case. */
  word: string;
  /** UTF-16 offset in the text given. */
  start: number;
  length: number;
}

/** How surely a word of the index is meant, 0 to 1, and which part of it was typed (UTF-16 units, end exclusive). */
export interface Meant {
  weight: number;
  start: number;
  end: number;
  /** Its last syllable is not typed to the end. */
  isHalf?: true;
  /** It is not what was typed: a slip of the keys (종송성), or another spelling of a foreign word (포드). */
  not?: 'slip' | 'spelling';
}

/** Words of the index by how surely they are meant. */
export type Meanings = Map<string, Meant>;

export interface Vocabulary {
  words: readonly string[];
  wordSet: ReadonlySet<string>;
  /** Each word taken apart into the keys that type it. */
  jamo: readonly string[];
  /** Each word's first consonants; empty for words without Hangul. */
  initials: readonly string[];
  /** How each word sounds, whatever its spelling; empty for words without Hangul. */
  sounds: readonly string[];
}

const HANGUL = '\\uAC00-\\uD7A3\\u3131-\\u318E\\u1100-\\u11FF';
/** Hangul (syllables and single jamo), numbers with their dots (`1.24`), and words of other letters (`k8s`, `v1`). */
const WORD = new RegExp(
  `[${HANGUL}]+|\\d+(?:\\.\\d+)*|(?:(?![${HANGUL}\\d])[\\p{L}\\p{M}])(?:(?![${HANGUL}])[\\p{L}\\p{M}\\d])*`,
  'gu',
);
const WIDE = /[\uFF01-\uFFEE]+/g;

/** NFC with full-width characters made narrow. Not NFKC, which would break single jamo (초성). */
export const foldText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .normalize('NFC');

/** The words of a text that has been through `foldText`, in order. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    length: match[0].length,
  }));
}
