/** Reads headings (text and slug) and splits a file at them. */

import type { Token } from 'markdown-it';
import { slugOf, uniqueSlug } from '../anchors.ts';
import { type Context, report } from '../source/context.ts';
import { plainText } from './inline.ts';
import { inlineOf, type Node } from './nodes.ts';

/** A heading and the nodes up to the next one; `heading` is null before the first. */
export interface HeadedPart {
  heading: Heading | null;
  nodes: Node[];
}

export interface Heading {
  node: Node;
  level: number;
  inline: Token | null;
  text: string;
  /** 0-based. */
  line: number;
  /** GitHub's slug; every heading of the file takes one, whatever becomes of it here. */
  anchor: string;
  isRepeated: boolean;
}

/** Cuts a file's nodes at its headings. Headings in quotes and lists are not of the file. */
export function splitAtHeadings(nodes: Node[]): HeadedPart[] {
  const slugCounts = new Map<string, number>();
  const parts: HeadedPart[] = [{ heading: null, nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'heading') parts.push({ heading: readHeading(node, slugCounts), nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

function readHeading(node: Node, slugCounts: Map<string, number>): Heading {
  const inline = inlineOf(node);
  const text = plainText(inline?.children ?? []).replace(/\s+/g, ' ');
  const base = slugOf(text) || 'section';
  const level = Number(node.token.tag.slice(1));
  const line = node.token.map?.[0] ?? 0;
  return {
    node,
    level,
    inline,
    text,
    line,
    isRepeated: slugCounts.has(base),
    anchor: uniqueSlug(base, slugCounts),
  };
}

/** A line of dashes under a text makes it a heading, which is seldom meant; whether it is, only the author knows. */
export function checkUnderline({ node, text, line }: Heading, context: Context): void {
  if (node.token.markup !== '-') return;
  const short = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  report(context, 'heading-by-underline', { line, params: { text: short } });
}
