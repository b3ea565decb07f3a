/** A file's text in normal form (LF, NFC, plain blanks, no BOM or NUL), and the way back to positions in the original. */

/** Text with 0-based lines. Line numbers are those of the original file. */
export interface Source {
  original: string;
  /** Even text: LF, NFC, plain blanks, no BOM, no NUL, no lone surrogates, front matter blanked. */
  text: string;
  lines: string[];
  /** Offset in the original of the line's first unit (after a BOM). */
  offsetOfLine: number[];
  /** For lines that are not as long as in the original: the column in the original of each column, made when first asked for. */
  columns: Map<number, number[]>;
}

/** Reads any string. Never throws, and keeps the number of lines. */
export function readSource(original: string): Source {
  const hasReturns = original.includes('\r');
  let text = original.startsWith('\uFEFF') ? original.slice(1) : original;
  if (hasReturns) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) text = text.replaceAll('\0', '\uFFFD');
  if (/[\uD800-\uDFFF]/.test(text)) text = text.replace(/\p{Cs}/gu, '\uFFFD');
  text = text.normalize('NFC');
  if (hasOddBlanks(text)) text = withPlainBlanks(text);
  const lines = text.split('\n');
  const offsetOfLine = text === original ? offsetsOf(lines) : lineStarts(original);
  return { original, text, lines, offsetOfLine, columns: new Map() };
}

function offsetsOf(lines: readonly string[]): number[] {
  let next = 0;
  return lines.map(({ length }) => {
    const start = next;
    next += length + 1;
    return start;
  });
}

/** Where each line of a file begins in its text, after a BOM. */
export function lineStarts(original: string): number[] {
  const offsets = [original.startsWith('\uFEFF') ? 1 : 0];
  for (const { 0: end, index } of original.matchAll(/\r\n?|\n/g)) offsets.push(index + end.length);
  return offsets;
}

/** The offset in the original of a place in the even text, both counted from 0. */
export function offsetAt(source: Source, line: number, column: number): number {
  const start = source.offsetOfLine[line] ?? source.original.length;
  const even = source.lines[line] ?? '';
  const end = endOfLine(source, line);
  if (column >= even.length) return end;
  const raw = source.original.slice(start, end);
  if (raw.length === even.length) return start + Math.max(0, column);
  return start + (columnsOf(source, line, raw)[column] ?? 0);
}

/** The place in the original, counted from 1, of a place in the even text, counted from 0. */
export function placeAt(source: Source, line: number, column: number): { line: number; column: number } {
  const last = Math.max(0, source.lines.length - 1);
  const at = Math.min(Math.max(0, line), last);
  return { line: at + 1, column: offsetAt(source, at, column) - (source.offsetOfLine[at] ?? 0) + 1 };
}

/** Offset in the original of the end of a line, before its line break. */
function endOfLine(source: Source, line: number): number {
  let end = source.offsetOfLine[line + 1] ?? source.original.length;
  if (line + 1 >= source.offsetOfLine.length) return end;
  if (source.original[end - 1] === '\n') end--;
  if (source.original[end - 1] === '\r') end--;
  return end;
}

/** Characters that NFC may put together: a base with its marks, and the jamo of a syllable. */
const CLUSTER = /[\u1100-\u115F][\u1160-\u11FF]*|\P{M}\p{M}*|\p{M}+/gsu;

function columnsOf(source: Source, line: number, raw: string): number[] {
  const cached = source.columns.get(line);
  if (cached) return cached;
  const columns: number[] = [];
  const dropped = zeroWidths(raw);
  for (const { 0: cluster, index } of raw.matchAll(CLUSTER)) {
    if (dropped.has(index)) continue;
    const { length } = cluster.normalize('NFC');
    for (let at = 0; at < length; at++) columns.push(index + Math.min(at, cluster.length - 1));
  }
  source.columns.set(line, columns);
  return columns;
}

// Blanks nobody sees, from Option+Space on a Mac or a text pasted from the web: markdown takes none of them for a space, so that a heading
// or an option stayed literal text.

/** They say nothing. Before a mark or the rest of a syllable one stays, since both would be put together without it. */
const ZERO_WIDTH = /[\u200B\u2060\uFEFF](?![\p{M}\u1160-\u11FF])/gu;
const ODD =
  '\\u00A0\\u00AD\\u1680\\u2000-\\u200F\\u2028-\\u202F\\u205F\\u2066-\\u2069\\u2800\\u3000\\u3164\\uFFA0';
const HAS_ODD = new RegExp(`[${ODD}\\u2060\\uFEFF]`);
const EACH_ODD = new RegExp(`[${ODD}]`, 'g');
/** Marks at the start of a line: quotes, bullets, numbers, boxes and hashes, each with a blank behind it. */
const MARKS = new RegExp(`^(?:[\\s${ODD}>]|(?:[-*+]|\\d{1,9}[.)]|#{1,6}|\\[[ xX${ODD}]\\])(?=[\\s${ODD}]))+`);
/** A delimiter row, a fence or a rule. */
const ONLY_MARKS = new RegExp(`^[\\s${ODD}>]*[-*_=|:\`~][-*_=|:\`~\\s${ODD}]*$`);
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;

const hasOddBlanks = (text: string): boolean => HAS_ODD.test(text);

/** Where zero-width characters stand that `withPlainBlanks` leaves out; everything else keeps its length. */
const zeroWidths = (line: string): Set<number> =>
  new Set([...line.matchAll(ZERO_WIDTH)].map(({ index }) => index));

/** A text with plain blanks among its marks, and without zero-width characters. In code blanks are as the author wrote them. */
function withPlainBlanks(text: string): string {
  let fence = '';
  const lines = text.replace(ZERO_WIDTH, '').split('\n');
  return lines
    .map((line) => {
      const plain = plainMarks(line);
      const mark = FENCE.exec(plain)?.[1] ?? '';
      if (fence === '') {
        fence = mark;
        return plain;
      }
      const isClosing = mark[0] === fence[0] && mark.length >= fence.length;
      if (isClosing) fence = '';
      return isClosing ? plain : line;
    })
    .join('\n');
}

function plainMarks(line: string): string {
  if (!HAS_ODD.test(line)) return line;
  if (ONLY_MARKS.test(line)) return line.replace(EACH_ODD, ' ');
  const marks = MARKS.exec(line)?.[0] ?? '';
  return marks.replace(EACH_ODD, '').trim() !== ''
    ? marks.replace(EACH_ODD, ' ') + line.slice(marks.length)
    : line;
}
