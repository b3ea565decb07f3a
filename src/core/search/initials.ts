/** 초성 search: initial consonants stand for the words that sound like them, `ㅋㅌㅇㄴ` for 컨테이너. */

import { getChoseong } from 'es-hangul';
import type { Meanings, Vocabulary } from './words.ts';

const HANGUL = /[\uAC00-\uD7A3]/;
const WEIGHT_AT_START = 0.7;
const WEIGHT_INSIDE = 0.5;
const LONGEST_REST = 8;

/** Whether a typed word is nothing but two consonants or more. */
export const isInitials = (typed: string): boolean => /^[ㄱ-ㅎ]{2,}$/.test(typed);

/** `컨테이너` → `ㅋㅌㅇㄴ`; empty for words without Hangul. */
export const initialsOf = (word: string): string => (HANGUL.test(word) ? getChoseong(word) : '');

/** The words of a vocabulary with these consonants in a row. Of several, a shorter one is more likely meant. */
export function meaningsByInitials(typed: string, { words, initials }: Vocabulary): Meanings {
  const meanings: Meanings = new Map();
  words.forEach((word, index) => {
    const start = initials[index]?.indexOf(typed) ?? -1;
    if (start < 0) return;
    const rest = Math.min(word.length - typed.length, LONGEST_REST);
    const weight = (start === 0 ? WEIGHT_AT_START : WEIGHT_INSIDE) - rest * 0.01;
    meanings.set(word, { weight, start, end: start + typed.length });
  });
  return meanings;
}
