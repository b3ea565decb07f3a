/** A file's text made even (LF, NFC, no BOM or NUL), and the way back from it to places in the original. */

/** Text with 0-based lines. Line numbers are those of the original file. */
export interface Source {
  original: string;
  /** Even text: LF, NFC, no BOM, no NUL, no lone surrogates, front matter blanked. */
  text: string;
  lines: string[];
  /** Offset in the original of the line's first unit (after a BOM). */
  offsetOfLine: number[];
}

/** Reads any string. Never throws, and keeps the number of lines. */
export function readSource(original: string): Source {
  const offsetOfLine = [original.startsWith('\uFEFF') ? 1 : 0];
  for (const match of original.matchAll(/\r\n?|\n/g)) offsetOfLine.push(match.index + match[0].length);
  let text = original.startsWith('\uFEFF') ? original.slice(1) : original;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) text = text.replaceAll('\0', '\uFFFD');
  text = text.replace(/\p{Cs}/gu, '\uFFFD').normalize('NFC');
  return { original, text, lines: text.split('\n'), offsetOfLine };
}

/** The offset in the original of a place in the even text, both counted from 0. */
export function offsetAt(source: Source, line: number, column: number): number {
  const start = source.offsetOfLine[line] ?? source.original.length;
  const even = source.lines[line] ?? '';
  const end = endOfLine(source, line);
  if (column >= even.length) return end;
  const raw = source.original.slice(start, end);
  if (raw.length === even.length) return start + Math.max(0, column);
  return start + rawColumn(raw, even.slice(0, column));
}

/** The place in the original, counted from 1, of a place in the even text, counted from 0. */
export function placeAt(source: Source, line: number, column: number): { line: number; column: number } {
  const last = Math.max(0, source.lines.length - 1);
  const at = Math.min(Math.max(0, line), last);
  return { line: at + 1, column: offsetAt(source, at, column) - (source.offsetOfLine[at] ?? 0) + 1 };
}

/** Offset in the original of the end of a line, before its line break. */
export function endOfLine(source: Source, line: number): number {
  let end = source.offsetOfLine[line + 1] ?? source.original.length;
  if (line + 1 >= source.offsetOfLine.length) return end;
  if (source.original[end - 1] === '\n') end--;
  if (source.original[end - 1] === '\r') end--;
  return end;
}

/** How many units of a line that is not NFC make up a prefix of its NFC form. */
function rawColumn(raw: string, prefix: string): number {
  let low = 0;
  let high = raw.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (raw.slice(0, middle).normalize('NFC').length < prefix.length) low = middle + 1;
    else high = middle;
  }
  while (low < raw.length && raw.slice(0, low + 1).normalize('NFC').length <= prefix.length) low++;
  return low;
}
