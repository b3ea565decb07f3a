/** A table's tokens as rows of cells, and where each cell stands in its line. */

import type { Token } from 'markdown-it';
import type { Context } from '../source/context.ts';
import type { Node } from './nodes.ts';

/** `children`: the inline tokens of the cell; `column`: 0-based column of its first character. */
export interface Cell {
  children: Token[];
  column: number;
}

/** `count`: cells as typed, which may differ from the header's; `hasPipe`: false for text that became a row. */
export interface Row {
  cells: Cell[];
  line: number;
  count: number;
  hasPipe: boolean;
}

/** The header and body rows of a table node; lines are 0-based. */
export function rowsOf(table: Node, context: Context): Row[] {
  const rows: Row[] = [];
  for (let at = table.start; at < table.end; at++) {
    const token = table.tokens[at];
    if (token?.type === 'tr_open') {
      const line = token.map?.[0] ?? 0;
      const starts = cellStarts(context.source.lines[line] ?? '');
      rows.push({ cells: [], line, count: starts.columns.length, hasPipe: starts.hasPipe });
    } else if (token?.type === 'inline') {
      const row = rows.at(-1);
      row?.cells.push({ children: token.children ?? [], column: 0 });
    }
  }
  for (const row of rows) {
    const { columns, end } = cellStarts(context.source.lines[row.line] ?? '');
    row.cells.forEach((cell, at) => {
      cell.column = columns[at] ?? end;
    });
  }
  return rows;
}

/** Where the cells of a line begin, splitting at bare pipes as GFM does. */
export function cellStarts(line: string): { columns: number[]; hasPipe: boolean; end: number } {
  const indent = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?=\|))?/.exec(line)?.[0].length ?? 0;
  const text = line.trimEnd();
  const starts: number[] = [];
  let from = indent;
  let hasPipe = false;
  for (let at = indent; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      hasPipe = true;
      if (at > indent || text.slice(from, at).trim() !== '') starts.push(from);
      from = at + 1;
    }
  }
  if (text.slice(from).trim() !== '') starts.push(from);
  const columns = starts.map((start) => start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0));
  return { columns, hasPipe, end: text.length };
}
