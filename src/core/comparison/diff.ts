/**
 * Which cells of a row say the same, and which words of a cell no other cell has. Words are compared without case,
 * punctuation and Korean particles, so that `환경을` and `환경` are one word.
 */

import { type Html, trusted } from '../model/html.ts';

/** A cell as it is compared; cells without words agree with no other. */
export interface Comparable {
  html: Html;
  text: string;
}

export interface RowDifference {
  /** All cells say the same. */
  isSame: boolean;
  /** The largest number of cells that agree, and of cells that say anything. */
  agreeing: number;
  said: number;
  /** Each cell's markup with `<mark>` around words of its own. */
  marked: Html[];
}

const PARTICLES =
  /(?:에서는|으로는|에서|에게|으로|까지|부터|처럼|보다|마다|이나|은|는|이|가|을|를|의|에|로|와|과|도|만|나)$/;
/** Words that hold a sentence together; they neither mark a difference nor a likeness. */
const FILLERS = new Set(
  '및 등 수 것 더 그 각 또는 있음 있는 있어 없음 위한 위해 대한 대해 통해 따라 같은'.split(' '),
);
/** A cell that shares less of its words with the others is not marked, since nearly all of it would be. */
const LEAST_SHARED = 1 / 3;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#%]+$/gu;

/** A word without case, punctuation at its edges, and a particle after two syllables or a Latin word. */
export function stemOf(word: string): string {
  const trimmed = word.normalize('NFC').toLowerCase().replace(EDGES, '');
  const stem = trimmed.replace(PARTICLES, '');
  const isLong = /[가-힣]$/.test(stem) ? [...stem].length >= 2 : /[\p{L}\p{N}]{2,}$/u.test(stem);
  return stem !== trimmed && isLong ? stem : trimmed;
}

const stemsIn = (text: string): string[] => text.split(/\s+/).map(stemOf).filter(Boolean);

/** Compares the cells of a row as they stand side by side. */
export function differenceOf(cells: readonly Comparable[]): RowDifference {
  const folded = cells.map((cell) => stemsIn(cell.text).join(' '));
  const counts = new Map<string, number>();
  for (const each of folded) if (each !== '') counts.set(each, (counts.get(each) ?? 0) + 1);
  const said = folded.filter((each) => each !== '').length;
  const agreeing = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  const isSame = said > 1 && agreeing === cells.length;
  const marked = cells.map((cell, at) => {
    const others = cells.filter((_, other) => other !== at && folded[other] !== '');
    return isSame ? cell.html : markOwn(cell, others);
  });
  return { isSame, agreeing, said, marked };
}

/** Marks the words that no other cell has, where enough is shared for that to say something. */
function markOwn(cell: Comparable, others: readonly Comparable[]): Html {
  const othersStems = new Set(others.flatMap((other) => stemsIn(other.text)));
  const words = stemsIn(cell.text).filter((stem) => !FILLERS.has(stem));
  const shared = words.filter((stem) => othersStems.has(stem));
  if (shared.length === 0 || shared.length < words.length * LEAST_SHARED) return cell.html;
  return markWords(cell.html, (word) => {
    const stem = stemOf(word);
    return stem !== '' && !othersStems.has(stem) && !FILLERS.has(stem);
  });
}

const PIECES = /<[^>]*>|&(?:amp|lt|gt|quot);|[^<&]/gu;
const BREAKS = /^<(?:br|\/?(?:li|ul|ol|p))\b/;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Puts `<mark>` around the words that `isWanted` picks. A word may run through tags (`<b>도커</b>는`), and neighbours share
 * a mark: `<mark>두 낱말</mark>`.
 */
export function markWords(html: Html, isWanted: (word: string) => boolean): Html {
  const pieces = html.match(PIECES) ?? [];
  const marked = new Array<boolean>(pieces.length).fill(false);
  let word = '';
  let members: number[] = [];
  let gap: number[] = [];
  let isAfterMark = false;
  const close = () => {
    if (word === '') return;
    const isHit = isWanted(word);
    if (isHit) for (const at of isAfterMark ? [...gap, ...members] : members) marked[at] = true;
    isAfterMark = isHit;
    word = '';
    members = [];
    gap = [];
  };
  pieces.forEach((piece, at) => {
    if (BREAKS.test(piece)) {
      close();
      isAfterMark = false;
    } else if (piece.length > 1 && piece.startsWith('<')) return;
    else if (/\s/.test(piece)) {
      close();
      gap.push(at);
    } else {
      word += ENTITIES[piece] ?? piece;
      members.push(at);
    }
  });
  close();
  let result = '';
  let isOpen = false;
  pieces.forEach((piece, at) => {
    if (isOpen && !marked[at]) result += '</mark>';
    if (!isOpen && marked[at]) result += '<mark>';
    isOpen = marked[at] ?? false;
    result += piece;
  });
  return trusted(isOpen ? `${result}</mark>` : result);
}
