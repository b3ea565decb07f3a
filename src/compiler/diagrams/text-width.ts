/**
 * How wide text is drawn, by a table instead of a font, so that server, test and browser agree. Rather too wide than too narrow: which
 * face a reader's system has is not known.
 */

import { greatest } from '../../core/lists.ts';

export interface Face {
  /** Pixels. */
  size: number;
  isBold?: boolean;
  isMono?: boolean;
}

/** Of the size of the type; a proportional face. */
const NARROW = 0.32;
const SMALL = 0.45;
const LOWER = 0.58;
const UPPER = 0.7;
const WIDE = 0.92;
const FULL = 0.96;
const MONO = 0.61;
const BOLD = 1.05;

const isFull = (point: number): boolean =>
  (point >= 0x1100 && point <= 0x11ff) || (point >= 0x2e80 && point <= 0xd7ff) || point >= 0xf900;

function shareOf(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  if (point >= 0x1f000) return 1.3;
  if (isFull(point)) return FULL;
  if (/[ijl|!.,:;'`·]/.test(char)) return NARROW;
  if (/[ ft()[\]{}"/\\r\-I1*]/.test(char)) return SMALL;
  if (/[mwMW@%—→←↔]/.test(char)) return WIDE;
  return /[A-Z&#+=<>~$?]/.test(char) ? UPPER : LOWER;
}

export function widthOf(text: string, { size, isBold = false, isMono = false }: Face): number {
  let share = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    // Accents and what joins emoji take no room of their own.
    if (/\p{M}|\u200d|\ufe0f/u.test(char)) continue;
    share += isMono && point < 0x1100 ? MONO : shareOf(char);
  }
  return Math.ceil(share * size * (isBold && !isMono ? BOLD : 1));
}

export const widest = (lines: readonly string[], face: Face): number =>
  greatest(
    lines.map((each) => widthOf(each, face)),
    0,
  );

/**
 * The lines of a label, broken at blanks where they are wider than `most`, and then about equally long; a word that is wider is
 * broken within.
 */
export function linesOf(label: string, face: Face, most: number): string[] {
  return label.split('\n').flatMap((line) => {
    const words = line.split(' ').flatMap((each) => piecesOf(each, face, most));
    const lines = broken(words, face, most);
    if (lines.length < 2) return lines;
    for (let narrow = widthOf(line, face) / lines.length; narrow < most; narrow += face.size / 2) {
      const even = broken(words, face, narrow);
      if (even.length === lines.length) return even;
    }
    return lines;
  });
}

function broken(words: readonly string[], face: Face, most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const open = lines.at(-1);
    const longer = open === undefined ? word : `${open} ${word}`;
    if (open === undefined || widthOf(longer, face) > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** A word that is too wide, behind its hyphens and slashes if it has any: `kube-controller-` `manager`. */
function piecesOf(word: string, face: Face, most: number): string[] {
  if (widthOf(word, face) <= most) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[-/_.])/)) {
    for (const char of widthOf(part, face) <= most ? [part] : part) {
      if (piece !== '' && widthOf(piece + char, face) > most) {
        pieces.push(piece);
        piece = '';
      }
      piece += char;
    }
  }
  return [...pieces, piece];
}
