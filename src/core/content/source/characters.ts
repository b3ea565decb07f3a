/** Counts what there is to read, for the reading time. */

import type { Node } from '../markdown/nodes.ts';

const TEXTS: ReadonlySet<string> = new Set(['text', 'code_inline', 'fence', 'code_block']);

/** Visible characters of nodes: of text and code, without markup and spaces. */
export function countCharacters(nodes: readonly Node[]): number {
  let count = 0;
  for (const { tokens, start, end } of nodes) {
    for (const token of tokens.slice(start, end)) {
      for (const each of token.children ?? [token]) if (TEXTS.has(each.type)) count += visible(each.content);
    }
  }
  return count;
}

function visible(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++;
  return count;
}
