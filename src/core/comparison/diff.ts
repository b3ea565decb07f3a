/**
 * Which cells of a row say the same, and which words of a cell no other cell has. Compared is what is said: particles, light verbs and the
 * order of a list are no difference, so that `Linux, Windows에서 작동` and `Windows, Linux` are one.
 */

import { type Html, trusted } from '../model/html.ts';
import type { ComparisonCell } from '../model/topic.ts';

/** A cell as it is compared; cells without words agree with no other. */
type Comparable = Pick<ComparisonCell, 'html' | 'origin'>;

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

// The words of a cell as its meaning has them. `macOS에서 작동` says macOS: particles (조사) and endings are taken off, and words that only carry
// a sentence weigh less. All lists of words stand here.

interface Word {
  /** Lower case, without particle and ending: `격리된`, `격리를` → `격리`. */
  stem: string;
  /** What it says: 2 most words, 1 a light verb as in `IPC 사용`, 0 what only holds a sentence together, `IPC 및`. */
  weight: 0 | 1 | 2;
  /** First of an item of a list: `Linux, Windows와 macOS` has three. */
  startsItem: boolean;
  /** Where it stands in the text, `to` excluded. */
  from: number;
  to: number;
}

/** `Pipfile.lock에`, `3-way`, `C++은` and `26.5부터` are one word; `TCP/IP` and `정답(label)` are two. */
const WORD = /[\p{L}\p{N}]+(?:(?:[-._](?=[a-z0-9])|(?<=[a-z0-9])[+#%]+)[\p{L}\p{N}]*)*/giu;
const PARTICLE =
  /(?:에서|으로|에게|까지|부터|처럼|보다|마다|이나|은|는|이|가|을|를|의|에|로|와|과|도|만|나|들|별)$/;
/** Taken off a noun of one syllable too, where the others may be part of it: `물에`, but `결과`, `정의`, `나이`. */
const SURE_PARTICLE = /(?:에서|으로|까지|부터|을|를|에|은|는)$/;
const VERB =
  /(?:하|되)(?:고|며|여|어|는|기|지|면|므로|도록|거나|게|어서|여서)$|(?:한|된)다?$|(?:할|함|해|해서|될|됨|돼|합니다|됩니다|시킴)$/;
/** `독립적인`, `안정적`. */
const ADJECTIVAL = /적인?$/;
/** Predicates that tables use in several forms, `높음` beside `높은`; those of two syllables end alike: `빠름`, `빠른`. */
const PREDICATE =
  /^(높|낮|많|적|작|넓|좁|짧|좋|없|같|얻|잃|녹|붙|않)(?:음|은|는|을|다|고|게|지|아|어|으며|으면|을수록|습니다)$/;
const ALIKE: [RegExp, string][] = [
  [/(?:른|름|르게|르고|르다|르며)$/, '르'],
  [/(?:린|림|리게|리고|리다|리며)$/, '리'],
  [/(?:운|움)$/, '우'],
  [/^(?:큰|큼|크게|크고|크다)$/, '크'],
];
/** 있다, 되다 and 하다 as words of their own; `한 호스트`, `하나` and `해` are not. */
const AUXILIARY =
  /^(?:있(?:음|는|다|어|고|을|으며|으면|습니다)|되(?:는|어|며|고|다|지|면|도록)|된다?|될|됨|하(?:는|여|며|고|다|지|면|도록)|한다|할|함|합니다|됩니다)$/;
/** Syllables that remain at least. */
const LEAST = 2;
const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const LIGHT = stems(
  '작동 동작 사용 이용 활용 제공 관리 지원 필요 수행 실시 시행 진행 존재 가질 가진 가짐 방식 형태 경우 시스템 도구',
);
const FILLERS = stems(
  '가능 및 등 수 것 더 그 각 각각 또는 혹은 그리고 데 약 서로 모두 함께 위한 위해 대한 대해 통해 따라 의한 의해 같은 상대적 비교적',
);

const SEPARATOR = /[,、·;|+\n/]/;
/** A word before the next item: `군집화와 차원 축소`, `Linux 및 macOS`. */
const CONNECTED = /(?:[와과]|^(?:및|또는|혹은|그리고))$/;

/** The stem of one word: `독립적으로`, `독립된` → `독립`. Words of one syllable keep what may be a part of them. */
export function stemOf(word: string): string {
  let stem = word.normalize('NFC').toLowerCase();
  for (let before = ''; before !== stem; ) {
    before = stem;
    if (PREDICATE.test(stem)) return stem.slice(0, 1);
    stem = without(stem, VERB) ?? without(stem, PARTICLE) ?? without(stem, SURE_PARTICLE, 1) ?? stem;
    stem = without(stem, ADJECTIVAL) ?? stem;
  }
  for (const [ending, root] of ALIKE) if (ending.test(stem)) return stem.replace(ending, root);
  return stem;
}

/** Null where the ending does not fit or too little would remain; letters and digits may stand alone: `N이`. */
function without(word: string, ending: RegExp, least = LEAST): string | null {
  const stem = word.replace(ending, '');
  return stem !== word && stem.length >= (/[가-힣]$/.test(stem) ? least : 1) ? stem : null;
}

/** The words of a text in their order. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index: from } of text.matchAll(WORD)) {
    const last = words.at(-1);
    const gap = text.slice(last?.to ?? 0, from);
    // `"필드"와`: the particle of what stands in quotation marks or brackets
    const isParticle =
      last !== undefined && gap !== '' && !/\s$/.test(gap) && word.replace(PARTICLE, '') === '';
    const stem = stemOf(word);
    const isEachOther = last?.stem === '서로' && word === '다른';
    words.push({
      stem,
      weight:
        isParticle || isEachOther || AUXILIARY.test(word) || FILLERS.has(stem) ? 0 : LIGHT.has(stem) ? 1 : 2,
      startsItem: !last || SEPARATOR.test(gap) || CONNECTED.test(text.slice(last.from, last.to)),
      from,
      to: from + word.length,
    });
  }
  return words;
}
