/**
 * Markdown-it's flat token list seen as a tree: a node is a slice of the list, its children are found on demand; of a list also its tasks,
 * of a table its rows.
 */

import type { Token } from 'markdown-it';
import type { Context } from '../source/context.ts';
import { type InlineRun, withText } from './inline.ts';

export interface Node {
  /** The type of the opening token without `_open`: `paragraph`, `bullet_list`, `fence`, … */
  type: string;
  token: Token;
  tokens: Token[];
  start: number;
  /** Exclusive. */
  end: number;
  /** Worked out when first used. */
  children?: Node[];
}

/** The nodes between two indices that lie side by side. */
export function nodesOf(tokens: Token[], start = 0, end = tokens.length): Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end; ) {
    const token = tokens[at];
    if (!token) break;
    let type = token.type;
    let next = at + 1;
    if (token.nesting === 1) {
      for (let depth = 1; depth > 0 && next < end; next++) depth += tokens[next]?.nesting ?? 0;
      type = type.slice(0, -'_open'.length);
    }
    nodes.push({ type, token, tokens, start: at, end: next });
    at = next;
  }
  return nodes;
}

export function childrenOf(node: Node): Node[] {
  node.children ??= nodesOf(node.tokens, node.start + 1, node.end - 1);
  return node.children;
}

/** The inline token of a paragraph or heading. */
export function inlineOf(node: Node): Token | null {
  const token = node.tokens[node.start + 1];
  return token?.type === 'inline' ? token : null;
}

export const lineOf = (node: Node): number => (node.token.map?.[0] ?? 0) + 1;

export type ListNode = Node & { type: 'bullet_list' | 'ordered_list' };

export const isList = (node: Node | undefined): node is ListNode =>
  node?.type === 'bullet_list' || node?.type === 'ordered_list';

/** A paragraph like another one, with other inline tokens. */
export function withInline(node: Node, children: Token[]): Node {
  const inline = inlineOf(node);
  const [open, , close] = node.tokens.slice(node.start, node.end);
  if (!inline || !open || !close) return node;
  const copy = { ...inline, children } as Token;
  return { type: node.type, token: node.token, tokens: [open, copy, close], start: 0, end: 3 };
}

// Task lists as GFM renders them: `- [x]` is a ticked box that cannot be changed.

const TASK = /^\[([ xX])\](?=\s)/;

/** Replaces the mark at the start of an item by a box. `index` is that of the run among the tokens. */
export function markTask(run: InlineRun, tokens: Token[], index: number): void {
  const item = tokens[index - 2];
  const first = run.children[0];
  const match = TASK.exec(run.token.content);
  if (!match || item?.type !== 'list_item_open' || first?.type !== 'text' || !TASK.test(first.content))
    return;
  const isDone = match[1] !== ' ';
  const box = Object.assign(withText(first, `<input type="checkbox" disabled${isDone ? ' checked' : ''}>`), {
    type: 'html_inline',
  });
  run.children = [box, withText(first, first.content.slice(3)), ...run.children.slice(1)];
  item.attrJoin('class', 'task');
  item.meta = { ...item.meta, task: isDone ? 'done' : 'open' };
}

/** Whether an item is a task, and if so whether it is ticked. */
export const taskOf = (item: Token): 'done' | 'open' | null =>
  (item.meta?.task as 'done' | 'open' | undefined) ?? null;

// A table's tokens as rows of cells, and where each cell stands in its line.

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
