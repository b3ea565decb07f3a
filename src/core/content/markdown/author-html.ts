/**
 * Raw HTML in the notes: `<br> <kbd> <sub> <sup>` work, comments are never shown, everything else is shown as text. A few comments
 * carry an identity: `<!-- course: id -->`, `compare`, `q`.
 */

import type { Token } from 'markdown-it';
import { escapeHtml } from '../../model/html.ts';
import { type Context, indentOf, report } from '../source/context.ts';
import { type InlineRun, placedTokens } from './inline.ts';

const HARMLESS = /^<(\/?)(br|kbd|sub|sup)\s*\/?>$/i;
const LONE_TAG = /^<\/?(?:br|kbd|sub|sup)\s*\/?>/i;
const TAG = /<\/?([a-z][a-z0-9-]*)\b[^>]*>?/i;

/** Settles the tags of an inline run; its comments are kept in the token's meta. */
export function settleHtml({ token, children, line }: InlineRun, context: Context): Token[] {
  const comments: string[] = [];
  const tokens = children.filter((child) => {
    const isComment = child.type === 'html_inline' && child.content.startsWith('<!--');
    if (isComment) comments.push(child.content);
    return !isComment;
  });
  if (comments.length > 0) keepComments(token, comments, context);
  const live = liveTags(tokens);
  for (const { token: child, line: at } of placedTokens({ children: tokens, line })) {
    if (child.type !== 'html_inline') continue;
    const tag = live.get(child);
    if (tag !== undefined) child.content = tag;
    else {
      child.type = 'text';
      reportTag(context, at, child.content);
    }
  }
  return tokens;
}

/** The harmless tags that stand alone (`br`) or in pairs within the same parent, in their plain form. */
function liveTags(tokens: Token[]): Map<Token, string> {
  const live = new Map<Token, string>();
  const frames: { token: Token; name: string }[][] = [[]];
  for (const token of tokens) {
    if (token.nesting === 1) frames.push([]);
    else if (token.nesting === -1 && frames.length > 1) frames.pop();
    const match = token.type === 'html_inline' ? HARMLESS.exec(token.content) : null;
    if (!match) continue;
    const name = (match[2] ?? '').toLowerCase();
    const open = frames.at(-1);
    if (name === 'br') {
      if (match[1] === '') live.set(token, '<br>');
    } else if (match[1] === '') {
      if (!token.content.endsWith('/>')) open?.push({ token, name });
    } else if (open?.at(-1)?.name === name) {
      const opening = open.pop();
      if (opening) live.set(opening.token, `<${name}>`).set(token, `</${name}>`);
    }
  }
  return live;
}

/**
 * Settles a block of raw HTML. Comments leave it empty, other tags make it a paragraph of its own words.
 * Returns words that are to be read as markdown after all: what follows a comment, or a harmless tag.
 */
export function settleHtmlBlock(token: Token, context: Context): string | null {
  const line = token.map?.[0] ?? 0;
  const { comments, text } = splitComments(token.content);
  let rest = text.trim();
  if (rest.startsWith('<!--')) {
    report(context, 'comment-unclosed', { line });
    rest = '';
  }
  if (comments.length > 0) keepComments(token, comments, context);
  token.content = '';
  if (rest === '') return null;
  if (token.meta?.comments || LONE_TAG.test(rest)) return rest;
  reportTag(context, line, rest);
  token.content = `<p>${escapeHtml(rest)}</p>\n`;
  return null;
}

/** The comments in raw HTML and what is left without them; an unclosed one is left as it is. */
function splitComments(html: string): { comments: string[]; text: string } {
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

function reportTag(context: Context, line: number, html: string): void {
  if (html.startsWith('</')) return;
  const tag = TAG.exec(html)?.[0] ?? html.split('\n')[0] ?? '';
  const column = (context.source.lines[line] ?? '').indexOf(tag);
  report(context, 'html-shown-as-text', {
    line,
    column: column < 0 ? indentOf(context, line) : column,
    params: {
      tag: tag.length > 40 ? `${tag.slice(0, 40)}…` : tag,
    },
  });
}

const DIRECTIVE = /^<!--\s*(course|compare|q)\s*:\s*([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})\s*-->$/u;

type DirectiveKind = 'course' | 'compare' | 'q';

/** What a comment says to the tool, or null. */
function directiveOf(comment: string): { kind: DirectiveKind; id: string } | null {
  const match = DIRECTIVE.exec(comment.trim());
  return match ? { kind: match[1] as DirectiveKind, id: match[2] ?? '' } : null;
}

/** The id that a token's comments give for a kind. */
export function idIn(token: Token | null | undefined, kind: DirectiveKind): string | null {
  for (const comment of (token?.meta?.comments as string[] | undefined) ?? []) {
    const directive = directiveOf(comment);
    if (directive?.kind === kind) return directive.id;
  }
  return null;
}

/** Keeps the comments of a token, and the course's id if one of them gives it. */
function keepComments(token: Token, comments: string[], context: Context): void {
  token.meta = { ...token.meta, comments };
  if (comments.some((comment) => comment.includes('course'))) context.courseId ??= idIn(token, 'course');
}
