/**
 * Raw HTML within words: what GitHub shows of it becomes our own markup, with attributes from a list, and everything else is left out
 * and told once a file. Comments are never shown; a few carry an identity: `<!-- course: id -->`, `compare`, `q`.
 */

import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import { type Context, findMark, indentOf, insertion, replacement, report } from '../source/context.ts';
import { decodeEntities, encodeAddress } from './entities.ts';
import { type InlineRun, type PlacedToken, placedTokens } from './inline.ts';
import { HIDING, PAIRS, readTag, standsAlone, type Tag, UNTOLD } from './tags.ts';
import { newToken } from './tokens.ts';

/** Settles the tags of an inline run; its comments are kept in the token's meta. */
export function settleHtml({ token, children, line }: InlineRun, context: Context): Token[] {
  const comments: string[] = [];
  const tokens = children.filter((child) => {
    const isComment = child.type === 'html_inline' && child.content.startsWith('<!--');
    if (isComment) comments.push(child.content);
    return !isComment;
  });
  if (comments.length > 0) keepComments(token, comments, context);
  return settleTags(tokens, line, context);
}

/** Nobody nests more tags; machines do. */
const MOST_OPEN = 64;

/** A tag that waits for the one that closes it, and how many links were closed before it. */
interface OpenTag {
  token: Token;
  tag: Tag;
  links: number;
}

/**
 * Pairs of tags close within the same markup and become tokens like those of markdown, so that whatever cuts a run keeps them well
 * formed; a tag without its partner is left out.
 */
function settleTags(tokens: Token[], line: number, context: Context): Token[] {
  const hidden = hiddenTokens(tokens);
  const became = new Map<Token, Token[]>();
  const frames: OpenTag[][] = [[]];
  let links = 0;
  for (const placed of placedTokens({ children: tokens, line })) {
    const { token } = placed;
    if (token.type === 'link_open' || token.type === 'footnote_reference') links++;
    if (token.nesting === 1) frames.push([]);
    else if (token.nesting === -1 && frames.length > 1) frames.pop();
    if (token.type !== 'html_inline' || hidden.has(token)) continue;
    const tag = readTag(token.content);
    const open = frames.at(-1) ?? [];
    if (!tag || !isPaired(tag) || (placed.isInLink && tag.name === 'a'))
      became.set(token, settleTag(placed, tag, context));
    else if (!tag.isClosing) {
      became.set(token, anchorsOf(token, tag, context));
      if (open.length < MOST_OPEN) open.push({ token, tag, links });
    } else {
      const at = open.findLastIndex((each) => each.tag.name === tag.name);
      const opening = at < 0 ? undefined : open[at];
      if (at >= 0) open.length = at;
      const isLink = tag.name === 'a';
      const pair = opening && !(isLink && opening.links < links) ? pairOf(opening, token) : null;
      if (opening && pair) became.set(opening.token, [...(became.get(opening.token) ?? []), pair[0]]);
      became.set(token, pair ? [pair[1]] : []);
      if (isLink && pair) links++;
    }
  }
  return tokens.flatMap((token) => (hidden.has(token) ? [] : (became.get(token) ?? token)));
}

const isPaired = ({ name, isSelfClosing }: Tag): boolean =>
  (PAIRS.has(name) || name === 'a') && !isSelfClosing;

/** What stands in a script or a drawing, from its tag to the one that closes it. */
function hiddenTokens(tokens: readonly Token[]): ReadonlySet<Token> {
  const hidden = new Set<Token>();
  const tags = tokens.map((token) => (token.type === 'html_inline' ? readTag(token.content) : null));
  if (!tags.some((tag) => tag && HIDING.has(tag.name))) return hidden;
  const nextClosing = new Map<string, number>();
  const ends = new Map<number, number>();
  tags.toReversed().forEach((tag, back) => {
    const at = tags.length - 1 - back;
    if (tag?.isClosing) nextClosing.set(tag.name, at);
    else if (tag && HIDING.has(tag.name)) ends.set(at, nextClosing.get(tag.name) ?? at);
  });
  let depth = 0;
  const depths = tokens.map(({ nesting }) => (depth += nesting));
  for (let at = 0; at < tokens.length; at++) {
    const end = ends.get(at) ?? at;
    // Markup that is open there closes elsewhere.
    if (depths[end] !== depths[at]) continue;
    for (const token of tokens.slice(at + 1, end)) hidden.add(token);
    at = end;
  }
  return hidden;
}

/** The tokens of a pair; null for a pair that leaves only its words. */
function pairOf({ token: opening, tag }: OpenTag, closing: Token): [Token, Token] | null {
  const { name, attributes } = tag;
  const href = attributes.get('href');
  const become = (token: Token, type: string, element: string, nesting: 1 | -1) =>
    Object.assign(newToken(type, element, nesting), { level: token.level, info: 'html' });
  if (name === 'a') {
    if (href === undefined) return null;
    const link = become(opening, 'link_open', 'a', 1);
    link.attrs = [['href', encodeAddress(href)]];
    return [link, become(closing, 'link_close', 'a', -1)];
  }
  const element = PAIRS.get(name) ?? name;
  return [become(opening, `${element}_open`, element, 1), become(closing, `${element}_close`, element, -1)];
}

/** What a tag that stands alone becomes. */
function settleTag({ token, line }: PlacedToken, tag: Tag | null, context: Context): Token[] {
  if (tag?.isClosing) return [];
  if (tag && (tag.name === 'br' || tag.name === 'hr')) {
    token.content = '<br>';
    return [token];
  }
  if (tag?.name === 'img') return [imageOf(token, tag)];
  if (tag && isWord(tag, context)) {
    const [first = ''] = token.content.split('\n');
    context.tags.words.push({ tag: token.content, line, column: findMark(context, line, first, '') });
    return [Object.assign(newToken('text', '', 0), { content: token.content, level: token.level })];
  }
  if (!tag || !UNTOLD.has(tag.name)) dropTag(tag?.name ?? '!', token.content, line, context);
  return tag ? anchorsOf(token, tag, context) : [];
}

/** Remembers a tag that is left out. */
export function dropTag(name: string, written: string, line: number, context: Context): void {
  const { dropped } = context.tags;
  dropped.names.add(name);
  dropped.count++;
  // Blocks are read before words.
  if (dropped.count > 1 && dropped.line <= line) return;
  const column = (context.source.lines[line] ?? '').indexOf(written.split('\n', 1)[0] ?? '');
  Object.assign(dropped, { line, column: column < 0 ? indentOf(context, line) : column });
}

/** What nothing in the file closes is a word in angle brackets: `docker run <image>`, `List<String>`, `<section> 태그`. */
export const isWord = ({ name, isSelfClosing, attributes }: Tag, context: Context): boolean =>
  !isSelfClosing && attributes.size === 0 && !standsAlone(name) && lastClosing(context, name) < 0;

/** The 0-based line of the last tag that closes a name; −1 for none. */
export function lastClosing({ tags, source }: Context, name: string): number {
  tags.closings ??= new Map(
    source.lines.flatMap((text, line) =>
      [...text.matchAll(/<\/([a-z][a-z0-9-]*)/gi)].map(
        ([, each = '']) => [each.toLowerCase(), line] as const,
      ),
    ),
  );
  return tags.closings.get(name) ?? -1;
}

/** A picture like one of markdown, which images.ts settles. */
function imageOf(token: Token, { attributes }: Tag): Token {
  const alt = decodeEntities(attributes.get('alt') ?? '').trim();
  const image = newToken('image', 'img', 0);
  image.attrs = [
    ['src', encodeAddress(attributes.get('src') ?? '')],
    ['alt', ''],
  ];
  image.level = token.level;
  image.info = 'html';
  image.content = alt;
  image.children = alt === '' ? [] : [Object.assign(newToken('text', '', 0), { content: alt })];
  image.meta = { width: attributes.get('width'), height: attributes.get('height') };
  const title = attributes.get('title');
  if (title !== undefined) image.attrSet('title', decodeEntities(title));
  return image;
}

/** `<a id="x">`, `<a name="x">`: a place that links lead to. In lower case, so that no name of a script can be meant by it. */
function anchorsOf(token: Token, { name, attributes }: Tag, context: Context): Token[] {
  const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined) ?? '';
  const anchor = decodeEntities(id).toLowerCase().normalize('NFC');
  if (
    !/^[\p{Ll}\p{Lo}\p{N}_][\p{Ll}\p{Lo}\p{M}\p{N}_.:-]{0,127}$/u.test(anchor) ||
    context.anchors.has(anchor)
  )
    return [];
  context.anchors.add(anchor);
  return [Object.assign(newToken('anchor', 'a', 0), { level: token.level, meta: { id: anchor } })];
}

/** Tells once a file of the tags that were left out, and of those that were taken for words. */
export function tellTags(context: Context): void {
  const { dropped, words } = context.tags;
  if (dropped.count > 0) {
    const { line, column, names, count } = dropped;
    report(context, 'html-dropped', { line, column, params: { tags: [...names], count } });
  }
  const [first] = words;
  if (!first) return;
  const edits = words.flatMap(({ tag, line, column }) => {
    const isThere = context.source.lines[line]?.startsWith(tag, column);
    return isThere ? replacement(context, { line, from: column, to: column }, '\\', '').edits : [];
  });
  const fix = edits.length === words.length ? { label: '`<` 앞에 `\\` 붙이기', edits } : undefined;
  const { tag, line, column } = first;
  report(context, 'html-shown-as-text', { line, column, params: { tag, count: words.length }, fix });
}

/** The comments in raw HTML and what is left without them; an unclosed one is left as it is. */
export function splitComments(html: string): { comments: string[]; text: string } {
  const comments: string[] = [];
  let text = '';
  let last = 0;
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', last)) {
    const close = html.indexOf('-->', at + 2);
    if (close < 0) break;
    comments.push(html.slice(at, close + 3));
    text += html.slice(last, at);
    last = close + 3;
  }
  return { comments, text: text + html.slice(last) };
}

const ID = '[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}';
const DIRECTIVE = new RegExp(`^<!--\\s*(course|compare|q)\\s*:\\s*(${ID})\\s*-->$`, 'u');

/** `<!-- q: id pool: name -->`, and what was meant so: `<!-- q: id, 묶음 = a name -->`. */
const POOLED = new RegExp(
  `^<!--\\s*q\\s*:\\s*(${ID})[\\s,;/|·]+((?:pools?|pol|group|풀|묶음|쌍둥이)(?:[\\s:：=].*)?)-->$`,
  'isu',
);
/** `<!-- pool: name -->`, `<!-- pool: name q: id -->` */
const POOL_FIRST = /^<!--\s*pool\s*[:：=](.*)-->$/isu;
const ID_BEHIND = new RegExp(`(?:^|[\\s,;/|·])q\\s*[:：=]\\s*(${ID})$`, 'u');
const POOL = new RegExp(`^pool\\s*:\\s*(${ID})$`, 'u');
const LONGEST_POOLED = 300;

/** What a comment says of the pool of a question. */
export interface PoolComment {
  /** Null where the comment gives none. */
  id: string | null;
  /** Null where it is not written as it has to be. */
  name: string | null;
  /** The words that stand in the place of a name. */
  meant: string;
}

/** What a comment says of a pool; null for one that speaks of none. */
export function poolIn(comment: string): PoolComment | null {
  const text = comment.trim();
  if (text.length > LONGEST_POOLED) return null;
  const [, id = null, said = ''] = POOLED.exec(text) ?? [];
  if (id !== null) {
    const name = POOL.exec(said.trim())?.[1] ?? null;
    return { id, name, meant: said.replace(/^\p{L}+\s*[:：=]?/u, '').trim() };
  }
  const first = POOL_FIRST.exec(text)?.[1]?.trim();
  if (first === undefined) return null;
  const behind = ID_BEHIND.exec(first);
  return { id: behind?.[1] ?? null, name: null, meant: first.slice(0, behind?.index).trim() };
}

export type DirectiveKind = 'course' | 'compare' | 'q';

/** What a comment says to the tool, or null. */
function directiveOf(comment: string): { kind: DirectiveKind; id: string } | null {
  const match = DIRECTIVE.exec(comment.trim());
  if (match) return { kind: match[1] as DirectiveKind, id: match[2] ?? '' };
  // However the pool is written, the question stays the one that it was.
  const id = poolIn(comment)?.id ?? null;
  return id === null ? null : { kind: 'q', id };
}

/** The comments that stand in a token's place. */
export const commentsOf = (token: Token | null | undefined): readonly string[] =>
  (token?.meta?.comments as string[] | undefined) ?? [];

/** The ids that some comments give for a kind. */
export const idsOf = (comments: readonly string[], kind: DirectiveKind): string[] =>
  comments.flatMap((comment) => {
    const directive = directiveOf(comment);
    return directive?.kind === kind ? [directive.id] : [];
  });

/** The id that a token's comments give for a kind. */
export const idIn = (token: Token | null | undefined, kind: DirectiveKind): string | null =>
  idsOf(commentsOf(token), kind)[0] ?? null;

/** Keeps the comments of a token, and the course's id if one of them gives it. */
export function keepComments(token: Token, comments: string[], context: Context): void {
  token.meta = { ...token.meta, comments };
  if (comments.some((comment) => comment.includes('course'))) context.courseId ??= idIn(token, 'course');
}

const UNCLOSED =
  /<!--\s*(?:q|compare|course)\s*:\s*[\p{L}\p{N}][\p{L}\p{N}._-]*(?:\s+pool\s*:\s*[\p{L}\p{N}][\p{L}\p{N}._-]*)?\s*$/u;

/** `<!-- q: foo`: closes a comment at the end of its line, where that line holds an id and nothing else is in it. */
export function closeComment(line: number, context: Context): Fix | undefined {
  const text = context.source.lines[line] ?? '';
  if (!UNCLOSED.test(text)) return undefined;
  return insertion(context, { line, column: text.trimEnd().length }, ' -->', '`-->`로 닫기');
}
