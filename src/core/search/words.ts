/** Text to words, the same for notes and for what is typed: NFC, lower case, cut where the script changes. */

export interface Word {
  /** Folded: NFC, full width made narrow, lower case. */
  word: string;
  /** UTF-16 offset in the text given. */
  start: number;
  length: number;
}

const HANGUL = '\\uAC00-\\uD7A3\\u3131-\\u318E\\u1100-\\u11FF';
/** Hangul (syllables and single jamo), numbers with their dots (`1.24`), and words of other letters (`k8s`, `v1`). */
const WORD = new RegExp(
  `[${HANGUL}]+|\\d+(?:\\.\\d+)*|(?:(?![${HANGUL}\\d])[\\p{L}\\p{M}])(?:(?![${HANGUL}])[\\p{L}\\p{M}\\d])*`,
  'gu',
);
const WIDE = /[\uFF01-\uFFEE]+/g;

/** Not NFKC: it would break single jamo, which are 초성. */
export const foldText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .normalize('NFC');

/** The words of a text that has been through `foldText`, in order. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({
    word: found[0].toLowerCase(),
    start: found.index,
    length: found[0].length,
  }));
}
