/** Exact positions of things for which markdown-it only gives the line: a link's bracket, a character of a paragraph. */

import { type Context, indentOf } from './context.ts';

/**
 * The column of the next `mark` on a line that is followed by the first words of `label`.
 * Searches from where the last mark of its kind was found; the line's indent when there is none.
 */
export function findMark(context: Context, line: number, mark: string, label: string): number {
  const text = context.source.lines[line] ?? '';
  const key = `${line}${mark[0]}`;
  const from = context.cursors.get(key) ?? 0;
  const head = /^[\p{L}\p{N} ]*/u.exec(label)?.[0] ?? '';
  let column = head === '' ? -1 : text.indexOf(mark + head, from);
  if (column < 0) column = text.indexOf(mark, from);
  while (column > 0 && mark === '[' && text[column - 1] === '!') column = text.indexOf(mark, column + 1);
  if (column < 0) return indentOf(context, line);
  context.cursors.set(key, column + mark.length);
  return column;
}

/** The 0-based place in the file of an offset in a run's content that starts on a line. */
export function placeInRun(
  context: Context,
  firstLine: number,
  content: string,
  offset: number,
): { line: number; column: number } {
  const before = content.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = firstLine;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  const end = content.indexOf('\n', lineStart);
  const words = content.slice(lineStart, end < 0 ? content.length : end).trimEnd();
  const start = (context.source.lines[line] ?? '').indexOf(words);
  if (start < 0) return { line, column: indentOf(context, line) };
  return { line, column: start + offset - lineStart };
}
