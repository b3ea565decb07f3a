/**
 * The topic tree as the author wrote it: the lists of links to notes in the course's README. Where that has none, the list that
 * another tool reads is taken: `_sidebar.md` of docsify, `SUMMARY.md` of mdBook and GitBook.
 */

import type { Token } from 'markdown-it';
import { pushAll } from '../lists.ts';
import { type Html, trusted } from '../model/html.ts';
import { plainText } from './markdown/inline.ts';
import type { Destination } from './markdown/links.ts';
import { markdown, renderInline } from './markdown/markdown.ts';
import { type Context, envOf, newContext, type ParseOptions } from './source/context.ts';
import { fileType } from './source/file-types.ts';
import { readFrontMatter } from './source/front-matter.ts';
import { isMarkdown } from './source/paths.ts';
import { placeAt } from './source/source.ts';

/** A line of a list, or a heading above one. `file` is null for what only has a name: a heading, or a link to another place. */
export interface TreeItem {
  title: string;
  file: string | null;
  line: number;
  column: number;
  children: TreeItem[];
  /** Further links of its line, each by itself: `[힙](heap.md) · [정렬](sort.md)`. */
  links?: TreeItem[];
}

export interface WrittenTree {
  file: string;
  /** What stands above all of it, the name of a course whose folder has no README. */
  title: string | null;
  items: TreeItem[];
  /** The lists, each by the line of its first item, with what it holds besides notes: links to other sites, words. */
  lists: { line: number; rest: Html | null }[];
}

const MAX_DEPTH = 12;

/** The files that may hold the tree and are the page of the course, too. */
export const isCoursePage = (file: string): boolean => /^(?:readme|_?index)\.(?:md|markdown)$/i.test(file);

/** In the order in which they are asked. */
export const TREE_FILES = ['_sidebar.md', 'SUMMARY.md'];

export const mayHoldTree = (file: string): boolean => isCoursePage(file) || TREE_FILES.includes(file);

/** What docsify shows around every page. */
export const isFrame = (file: string): boolean =>
  /(?:^|\/)_(?:sidebar|navbar|coverpage|footer)\.md$/.test(file);

interface Heading {
  title: string;
  level: number;
  line: number;
}

/** A list, or a paragraph of links, and the headings above it. */
interface Part {
  path: Heading[];
  line: number;
  items: TreeItem[];
  rest: Html[];
}

/** Finds the tree in the source of a file that may hold it; null when nothing there links to a note. */
export function parseTree(source: string, options: ParseOptions): WrittenTree | null {
  const context = newContext(source, options);
  const { file } = options;
  const tokens = markdown.parse(readFrontMatter(context.source).text, envOf(context));
  const all = readAll(tokens, context).filter(({ items }) => items.some(linksSomewhere));
  const parts = isCoursePage(file) ? withoutRepeats(all) : all;
  if (parts.length === 0) return null;
  const lists = parts.map(({ line, rest }) => ({ line, rest: listOf(rest) }));
  return { file, title: titleIn(tokens), lists, items: withFurtherLinks(joined(parts)) };
}

/** A link back to the course page makes no tree. */
const linksSomewhere = ({ file, children }: TreeItem): boolean =>
  (file !== null && !isCourse(file)) || children.some(linksSomewhere);

const isCourse = (file: string): boolean => file === '' || isCoursePage(file);

const listOf = (items: readonly Html[]): Html | null =>
  items.length === 0 ? null : trusted(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);

/** `# Summary` names no course. */
function titleIn(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1');
  const title = at < 0 ? '' : plainText(tokens[at + 1]?.children ?? []);
  return title === '' || /^(?:summary|(?:table of )?contents|목차|차례)$/i.test(title) ? null : title;
}

/** All lists at the margin, each below its headings; in a list of another tool also the links that stand in paragraphs. */
function readAll(tokens: Token[], context: Context): Part[] {
  const parts: Part[] = [];
  let path: Heading[] = [];
  tokens.forEach((token, at) => {
    if (token.level !== 0 || !token.map) return;
    const line = token.map[0] + 1;
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      const title = plainText(tokens[at + 1]?.children ?? []);
      path = [...path.filter((above) => above.level < level), { title, level, line }];
    } else if (LIST.test(token.type)) {
      const part: Part = { path, line, items: [], rest: [] };
      readList(tokens, at, context, part);
      parts.push(part);
    } else if (token.type === 'paragraph_open' && !isCoursePage(context.options.file)) {
      parts.push({ path, line, items: linksIn(tokens[at + 1], line), rest: [] });
    }
  });
  return parts;
}

const LIST = /^(?:bullet|ordered)_list_open$/;

/** Reads the list that opens at `at`; returns the index of its closing token. What leads to no note is the part's `rest`. */
function readList(tokens: Token[], at: number, context: Context, part: Part, depth = 0): number {
  const { items, rest } = part;
  const level = tokens[at]?.level ?? 0;
  let item: TreeItem | null = null;
  let html: Html | null = null;
  let index = at + 1;
  const close = () => {
    if (html !== null && html !== '' && item?.file === null && item.children.length === 0) rest.push(html);
    html = null;
  };
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || (token.level === level && token.nesting === -1)) break;
    if (token.type === 'list_item_open') {
      close();
      const line = (token.map?.[0] ?? 0) + 1;
      item = { title: '', file: null, line, column: 1, children: [] };
      items.push(item);
    } else if (token.type === 'inline' && item && token.level === level + 3 && item.title === '') {
      readItem(item, token, context);
      html = renderInline(token.children ?? [], envOf(context));
    } else if (LIST.test(token.type) && item) {
      const inner: TreeItem[] = depth < MAX_DEPTH ? item.children : [];
      index = readList(tokens, index, context, { ...part, items: inner }, depth + 1);
    }
  }
  close();
  return index;
}

function readItem(item: TreeItem, inline: Token, { source }: Context): void {
  const children = inline.children ?? [];
  const links = linksIn(inline, item.line);
  item.title = plainText(children).trim();
  item.file = links[0]?.file ?? null;
  if (links.length > 1) item.links = links;
  const line = item.line - 1;
  item.column = placeAt(source, line, Math.max(0, source.lines[line]?.indexOf('[') ?? 0)).column;
}

/** The note or folder that a link leads to; null for one to another site, to a heading of this page, or to a picture or slides. */
function noteOf(link: Token | undefined): string | null {
  const to = link?.meta?.to as Destination | undefined;
  if (to?.kind !== 'local' || to.file === null) return null;
  return isMarkdown(to.file) || fileType(to.file) === null ? to.file : null;
}

/** `[머리말](preface.md)` on lines of its own, as mdBook has chapters without a number. */
function linksIn(inline: Token | undefined, line: number): TreeItem[] {
  const children = inline?.children ?? [];
  return children.flatMap((token, at) => {
    if (token.type !== 'link_open') return [];
    const end = children.findIndex((each, index) => index > at && each.type === 'link_close');
    const title = plainText(children.slice(at + 1, end)).trim();
    return [{ title, file: noteOf(token), line, column: 1, children: [] }];
  });
}

/** A note that only a further link of a line names is an item of its own behind it; both then have the words of their links. */
function withFurtherLinks(items: readonly TreeItem[]): TreeItem[] {
  const listed = new Set<string | null>();
  const collect = (all: readonly TreeItem[]): void => {
    for (const { file, children } of all) {
      listed.add(file);
      collect(children);
    }
  };
  collect(items);
  const spread = (all: readonly TreeItem[]): TreeItem[] =>
    all.flatMap(({ links = [], ...item }) => {
      const [first, ...others] = links;
      const more = others.filter(({ file }) => file !== null && !listed.has(file));
      for (const { file } of more) listed.add(file);
      const title = first && item.file !== null && more.length > 0 ? first.title : item.title;
      return [{ ...item, title, children: spread(item.children) }, ...more];
    });
  return spread(items);
}

/** A README names its notes again below the tree: of later lists only what is new belongs to it. */
function withoutRepeats(parts: readonly Part[]): Part[] {
  const seen = new Set<string>();
  const isNew = (file: string) => !seen.has(file) && seen.add(file);
  const kept = (items: readonly TreeItem[]): TreeItem[] =>
    items.flatMap((item) => {
      const file = item.file !== null && isNew(item.file) ? item.file : null;
      const children = kept(item.children);
      return file !== null || children.length > 0 || item.file === null ? [{ ...item, file, children }] : [];
    });
  const [first, ...others] = parts;
  if (!first) return [];
  const collect = (items: readonly TreeItem[]): void => {
    for (const { file, children } of items) {
      if (file !== null) seen.add(file);
      collect(children);
    }
  };
  collect(first.items);
  const more = others.map((part) => ({ ...part, items: kept(part.items) }));
  return [first, ...more.filter(({ items }) => items.some(linksSomewhere))];
}

/** One list is the tree by itself. Several stand below their headings, without those that stand above all of them. */
function joined(parts: readonly Part[]): TreeItem[] {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first?.items ?? [];
  const common = first.path.findIndex((heading, at) => others.some(({ path }) => path[at] !== heading));
  const depth = common < 0 ? first.path.length : common;
  const root: TreeItem[] = [];
  const opened = new Map<Heading, TreeItem>();
  for (const { path, items } of parts) {
    let among = root;
    for (const heading of path.slice(depth)) {
      const item = opened.get(heading) ?? { ...heading, file: null, column: 1, children: [] };
      if (!opened.has(heading)) among.push(item);
      opened.set(heading, item);
      among = item.children;
    }
    pushAll(among, items);
  }
  return root;
}
