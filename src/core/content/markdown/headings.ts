/** Reads headings (text and slug) and splits a file at them. */

import { slug } from 'github-slugger';
import type { Token } from 'markdown-it';
import { blocksOf, walkBlocks } from '../../model/blocks.ts';
import type { Topic } from '../../model/topic.ts';
import { type Context, report } from '../source/context.ts';
import { withEmoji } from './entities.ts';
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

// The address of a section as other generators have it: `## 설치 {#install}`, `{: #install }`, `{/*install*/}`.
const ID = /\s*\{(?:#|:\s*#|\/\*\s*)([\p{L}\p{N}_.-]+)\s*(?:\*\/)?\}\s*$/u;

/** Takes the ids off the headings before their words are read. */
export function takeHeadingIds(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'inline' || !token.content.endsWith('}') || tokens[index - 1]?.type !== 'heading_open')
      return;
    const match = ID.exec(token.content);
    if (!match) return;
    token.content = token.content.slice(0, match.index);
    token.meta = { ...token.meta, id: match[1] };
  });
}

function readHeading(node: Node, slugCounts: Map<string, number>): Heading {
  const inline = inlineOf(node);
  const written = plainText(inline?.children ?? []).replace(/\s+/g, ' ');
  // On GitHub `## :bulb: 팁` is `#bulb-팁`, and `## 💡 팁` is `#-팁`.
  const slug = (inline?.meta?.id as string | undefined) ?? slugOf(written);
  const text = withEmoji(written);
  const base = slug || 'section';
  const level = Number(node.token.tag.slice(1));
  const line = node.token.map?.[0] ?? 0;
  return {
    node,
    level,
    inline,
    text,
    line,
    // `## !!!` has no letters for an address: another such heading is no repetition.
    isRepeated: slug !== '' && slugCounts.has(base),
    anchor: uniqueSlug(base, slugCounts),
  };
}

/** A line of dashes under a text makes it a heading, which is seldom meant; whether it is, only the author knows. */
export function checkUnderline({ node, text, line }: Heading, context: Context): void {
  if (node.token.markup !== '-') return;
  // A tag of which nothing is left to read is named as it is written: `</Note>`.
  const shown = text || (context.source.lines[line]?.trim() ?? '');
  const short = shown.length > 30 ? `${shown.slice(0, 30)}…` : shown;
  report(context, 'heading-by-underline', { line, params: { text: short } });
}

// Anchors: GitHub's slugs of headings (`Virtual Machine과의 차이` → `virtual-machine과의-차이`; a repeated one gets a number), and the same for
// every entry with a term, so that sources and search can lead to it.

/** What Korean headings are made of; of these only the marks are left out, which spares the long way. */
const PLAIN = /^[ -~가-힣]*$/;
const MARKS = /[!-,./:-@[-^`{-~]/g;

/** GitHub's slug of a heading's words, not yet unique. */
export function slugOf(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase().replace(MARKS, '').replaceAll(' ', '-') : slug(text);
}

/** Makes a slug unique as GitHub does: `a`, `a-1`, `a-2`, past those that are headings of their own. */
function uniqueSlug(base: string, counts: Map<string, number>): string {
  let anchor = base;
  for (let count = counts.get(base); counts.has(anchor) && count !== undefined; anchor = `${base}-${count}`) {
    counts.set(base, ++count);
  }
  counts.set(anchor, 0);
  return anchor;
}

/** Ids that the page around the notes uses. */
export const TAKEN = ['root', 'main', 'view-settings', 'toc'];

/**
 * Sets `anchor` on the entries of a topic just parsed, in place; headings keep theirs, and every one is unique. What
 * stands in notices and quizzes is nothing that a source points to.
 */
export function assignEntryAnchors(topic: Topic): void {
  const anchors = [...TAKEN, topic.anchor, ...topic.anchors, ...topic.sections.map(({ anchor }) => anchor)];
  const slugCounts = new Map(anchors.map((anchor) => [anchor, 0]));
  walkBlocks(blocksOf(topic), null, {
    without: ['notice', 'quiz'],
    entry: (entry) => {
      const isNameable = entry.termText !== null && /[\p{L}\p{N}]/u.test(entry.termText);
      if (isNameable) entry.anchor = uniqueSlug(slugOf(entry.termText ?? ''), slugCounts);
      return undefined;
    },
  });
}
