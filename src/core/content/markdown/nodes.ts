/** Markdown-it's flat token list seen as a tree: a node is a slice of the list, its children are found on demand. */

import type { Token } from 'markdown-it';

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
