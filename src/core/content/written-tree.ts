/** The topic tree as the author wrote it: the first nested list of links to notes in the course's README. */

import type { Token } from 'markdown-it';
import { pushAll } from '../lists.ts';
import type { Destination } from './markdown/link-policy.ts';
import { markdown } from './markdown/markdown.ts';
import { envOf, newContext } from './source/context.ts';
import { readFrontMatter } from './source/front-matter.ts';
import { placeAt, type Source } from './source/source.ts';

/** A line of the list. `file` is null for a plain heading item and for links to other places. */
export interface TreeItem {
  title: string;
  file: string | null;
  line: number;
  column: number;
  children: TreeItem[];
}

/** The list and where it stands; `line` is that of its first item. */
export interface WrittenTree {
  file: string;
  line: number;
  items: TreeItem[];
}

const MAX_DEPTH = 12;

/** The files that may hold the tree. */
export const isCoursePage = (file: string): boolean => /^(?:readme|index)\.md$/i.test(file);

/** Finds the tree in the source of a course page; null when no list links to a file of the folder. */
export function parseTree(source: string, file: string): WrittenTree | null {
  const context = newContext(source, { file });
  const tokens = markdown.parse(readFrontMatter(context.source).text, envOf(context));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.level !== 0 || !/^(?:bullet|ordered)_list_open$/.test(token.type)) continue;
    const items = readList(tokens, at, context.source).items;
    if (items.some(linksSomewhere)) return { file, line: (token.map?.[0] ?? 0) + 1, items };
  }
  return null;
}

const linksSomewhere = (item: TreeItem): boolean => item.file !== null || item.children.some(linksSomewhere);

/** Reads the list that opens at `at`; returns its items and the index of its closing token. */
function readList(
  tokens: Token[],
  at: number,
  source: Source,
  depth = 0,
): { items: TreeItem[]; end: number } {
  const items: TreeItem[] = [];
  const level = tokens[at]?.level ?? 0;
  let item: TreeItem | null = null;
  let index = at + 1;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || (token.level === level && token.nesting === -1)) break;
    if (token.type === 'list_item_open') {
      const line = (token.map?.[0] ?? 0) + 1;
      item = { title: '', file: null, line, column: 1, children: [] };
      items.push(item);
    } else if (token.type === 'inline' && item && token.level === level + 3 && item.title === '') {
      readItem(item, token, source);
    } else if (/_list_open$/.test(token.type) && item) {
      const nested = readList(tokens, index, source, depth + 1);
      if (depth < MAX_DEPTH) pushAll(item.children, nested.items);
      index = nested.end;
    }
  }
  return { items, end: index };
}

function readItem(item: TreeItem, inline: Token, source: Source): void {
  const children = inline.children ?? [];
  const words = children.filter((token) => token.type === 'text' || token.type === 'code_inline');
  item.title = words
    .map((token) => token.content)
    .join('')
    .trim();
  const to = children.find((token) => token.type === 'link_open')?.meta?.to as Destination | undefined;
  item.file = to?.kind === 'local' ? to.file : null;
  const line = item.line - 1;
  item.column = placeAt(source, line, Math.max(0, source.lines[line]?.indexOf('[') ?? 0)).column;
}
