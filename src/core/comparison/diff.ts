/**
 * Which cells of a row say the same, and which words of a cell no other cell has. Compared is what is said: particles,
 * light verbs and the order of a list are no difference, so that `Linux, Windows에서 작동` and `Windows, Linux` are one.
 */

import { type Html, trusted } from '../model/html.ts';
import type { ComparisonCell } from '../model/topic.ts';
import { type Word, wordsIn } from './words.ts';

/** A cell as it is compared; cells without words agree with no other. */
export type Comparable = Pick<ComparisonCell, 'html' | 'origin'>;

export interface RowDifference {
  /** All cells say the same. */
  isSame: boolean;
  /** The largest number of cells that agree, and of cells that say anything. */
  agreeing: number;
  said: number;
  /** Each cell's markup with `<mark>` around what the author set in bold, or else around words of its own. */
  marked: Html[];
  isMarked: boolean;
}

/** A cell of which more than this is its own is not marked, since nearly all of it would be. */
const MOST_OWN = 0.6;
/** Words that are read as one at most. */
const LONGEST_COMPOUND = 3;

/** Compares the cells of a row as they stand side by side. Where the author set a word of the row in bold, bold alone counts. */
export function differenceOf(cells: readonly Comparable[]): RowDifference {
  const words = cells.map(({ html }) => wordsIn(readText(html).text));
  const compounds = words.map(compoundsOf);
  const meanings = words.map(meaningOf);
  const counts = new Map<string, number>();
  for (const each of meanings) if (each !== '') counts.set(each, (counts.get(each) ?? 0) + 1);
  const said = meanings.filter((each) => each !== '').length;
  const agreeing = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  const isSame = said > 1 && agreeing === cells.length;
  if (isSame) return { isSame, agreeing, said, marked: cells.map(({ html }) => html), isMarked: false };
  const isJudged = cells.some(isBold);
  const marked = cells.map((cell, at) => {
    if (isJudged) return isBold(cell) ? markBold(cell.html) : cell.html;
    const ofOthers = (stems: readonly { stem: string }[][]) =>
      new Set(stems.flatMap((each, other) => (other === at ? [] : each.map(({ stem }) => stem))));
    return markAt(
      cell.html,
      ownWords(words[at] ?? [], compounds[at] ?? [], ofOthers(words), ofOthers(compounds)),
    );
  });
  const isMarked = marked.some((html, at) => html !== cells[at]?.html);
  return { isSame, agreeing, said, marked, isMarked };
}

/** What an author set in bold in a cell typed into the table; in a filled one it belongs to the notes it comes from. */
export const isBold = ({ html, origin }: Comparable): boolean =>
  origin === 'typed' && html.includes('<strong>');
const markBold = (html: Html): Html =>
  trusted(html.replaceAll('<strong>', '<mark><strong>').replaceAll('</strong>', '</strong></mark>'));

/** The words that count: those of most weight, so that `지원` and `미지원` are told apart where a cell says no more. */
function weightyOf(words: readonly Word[]): readonly Word[] {
  const most = words.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 0);
  return words.filter(({ weight }) => weight === most);
}

/** The same for cells that say the same: its items in an order of their own, each as its stems. */
function meaningOf(words: readonly Word[]): string {
  const weighty = new Set(weightyOf(words));
  const items: string[] = [];
  for (const word of words) {
    if (word.startsItem || items.length === 0) items.push('');
    if (weighty.has(word)) items.push((items.pop() ?? '') + word.stem);
  }
  return items
    .filter((item) => item !== '')
    .sort()
    .join('');
}

/** Neighbours read as one word: `가상 환경` is `가상환경`. */
interface Compound {
  stem: string;
  parts: readonly Word[];
}

function compoundsOf(words: readonly Word[]): Compound[] {
  const compounds: Compound[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 2; to <= Math.min(from + LONGEST_COMPOUND, words.length); to += 1) {
      const parts = words.slice(from, to);
      compounds.push({ stem: parts.map(({ stem }) => stem).join(''), parts });
    }
  }
  return compounds;
}

/** The words that no other cell has, by the stems of the others; none where nearly the whole cell is its own. */
function ownWords(
  words: readonly Word[],
  compounds: readonly Compound[],
  single: ReadonlySet<string>,
  joined: ReadonlySet<string>,
): Word[] {
  const shared = new Set(words.filter(({ stem }) => single.has(stem) || joined.has(stem)));
  for (const { stem, parts } of compounds) if (single.has(stem)) for (const part of parts) shared.add(part);
  const weighty = weightyOf(words);
  const own = weighty.filter((word) => !shared.has(word));
  return own.length > weighty.length * MOST_OWN ? [] : own;
}

const PIECES = /<[^>]*>|&(?:amp|lt|gt|quot);|[^<&]/gu;
const BREAKS = /^<(?:br|\/?(?:li|ul|ol|p))\b/;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * The text of markup, with the piece that each of its code units comes from. A word may run through tags
 * (`<b>도커</b>는`); a break is a line feed.
 */
function readText(html: Html): { text: string; pieces: string[]; pieceAt: number[] } {
  const pieces: string[] = html.match(PIECES) ?? [];
  const pieceAt: number[] = [];
  let text = '';
  pieces.forEach((piece, at) => {
    const isTag = piece.length > 1 && piece.startsWith('<');
    const seen = isTag ? (BREAKS.test(piece) ? '\n' : '') : (ENTITIES[piece] ?? piece);
    text += seen;
    for (let unit = 0; unit < seen.length; unit += 1) pieceAt.push(at);
  });
  return { text, pieces, pieceAt };
}

/** Puts `<mark>` around words of a cell; neighbours share a mark, and tags stay nested. */
export function markAt(html: Html, words: readonly Pick<Word, 'from' | 'to'>[]): Html {
  const { text, pieces, pieceAt } = readText(html);
  const marked = new Set<number>();
  words.forEach(({ from, to }, at) => {
    const before = words[at - 1]?.to ?? from;
    const start = /^[^\S\n]+$/.test(text.slice(before, from)) ? before : from;
    for (const piece of pieceAt.slice(start, to)) marked.add(piece);
  });
  let result = '';
  let isOpen = false;
  pieces.forEach((piece, at) => {
    if (isOpen && !marked.has(at)) result += '</mark>';
    if (!isOpen && marked.has(at)) result += '<mark>';
    isOpen = marked.has(at);
    result += piece;
  });
  return trusted(isOpen ? `${result}</mark>` : result);
}
