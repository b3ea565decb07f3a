/** Inline tokens: their text, their HTML, and cutting them. */

import type { Token } from 'markdown-it';
import { newToken, offsetOf } from './tokens.ts';

/** An inline run, such as the words of a paragraph, and the 0-based line it starts on. */
export interface InlineRun {
  token: Token;
  children: Token[];
  line: number;
}

const BREAKS = new Set(['softbreak', 'hardbreak']);

export const isBreak = (token: Token | undefined): boolean => token !== undefined && BREAKS.has(token.type);

/** A token of a run, the 0-based line it stands on, and whether that is within a link. */
export interface PlacedToken {
  token: Token;
  line: number;
  isInLink: boolean;
}

/** The tokens of a run, each with its place: a line ends at every break. */
export function placedTokens({ children, line: first }: Pick<InlineRun, 'children' | 'line'>): PlacedToken[] {
  let line = first;
  let links = 0;
  return children.map((token) => {
    if (isBreak(token)) line++;
    else if (token.type === 'link_open') links++;
    else if (token.type === 'link_close') links--;
    return { token, line, isInLink: links > 0 };
  });
}

/** Tokens whose content is what is read; of a formula it is the source. */
const WORDS = new Set(['text', 'code_inline', 'math_inline']);

/** What a reader reads, without markup; breaks become spaces. */
export function plainText(tokens: Token[]): string {
  if (tokens.length === 1 && tokens[0]?.type === 'text') return tokens[0].content.trim();
  let text = '';
  for (const token of tokens) {
    if (WORDS.has(token.type)) text += token.content;
    else if (token.type === 'image') text += plainText(token.children ?? []);
    else if (isBreak(token) || token.content === '<br>') text += ' ';
  }
  return text.trim();
}

/** A token like another one, with other words. */
export function withText(token: Token, content: string): Token {
  const copy = newToken(token.type, token.tag, token.nesting);
  if (token.type === 'text') copy.level = token.level;
  else Object.assign(copy, token);
  copy.content = content;
  return copy;
}

/** Without breaks and blanks at either end. */
export function trimTokens(tokens: Token[]): Token[] {
  const isBlank = (token: Token | undefined) =>
    token !== undefined && (isBreak(token) || (token.type === 'text' && token.content.trim() === ''));
  let start = 0;
  let end = tokens.length;
  while (start < end && isBlank(tokens[start])) start++;
  while (end > start && isBlank(tokens[end - 1])) end--;
  return start === 0 && end === tokens.length ? tokens : tokens.slice(start, end);
}

/** The lines of a run, cut at its breaks (which are left out). */
export function linesOf(tokens: Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (isBreak(token)) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

/**
 * Cuts in two at characters `from` to `to` of text token `index`, which are left out.
 * Markup that is open there is closed and opened again.
 */
export function cutAt(tokens: Token[], index: number, from: number, to: number): [Token[], Token[]] {
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only)
    return [
      [withText(only, only.content.slice(0, from))],
      dropEmpty([withText(only, only.content.slice(to))]),
    ];
  const before = tokens.slice(0, index);
  const after = tokens.slice(index + 1);
  const token = tokens[index];
  const open: { open: Token; close: Token | undefined }[] = [];
  before.forEach((each, at) => {
    if (each.nesting === 1) open.push({ open: each, close: closeOf(tokens, at) });
    else if (each.nesting === -1) open.pop();
  });
  if (token) {
    before.push(withText(token, token.content.slice(0, from)));
    after.unshift(withText(token, token.content.slice(to)));
  }
  for (const { open: opening, close } of open.reverse()) {
    if (close) before.push(close);
    after.unshift(opening);
  }
  return [dropEmpty(before), dropEmpty(after)];
}

function closeOf(tokens: Token[], open: number): Token | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return tokens[at];
  }
  return undefined;
}

/** Leaves out pairs of markup with nothing between them. */
function dropEmpty(tokens: Token[]): Token[] {
  const rest: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'text' && token.content === '') continue;
    const last = rest.at(-1);
    if (token.nesting === -1 && last?.nesting === 1 && last.tag === token.tag) rest.pop();
    else rest.push(token);
  }
  return rest;
}

/** Without the first words, which may be spread over several tokens; `start` is their plain text. */
export function dropStart(tokens: Token[], start: string): Token[] {
  let left = start.length;
  const rest = tokens.map((token) => {
    if (left === 0 || token.type !== 'text') return token;
    const words = token.content.trimStart();
    const cut = Math.min(left, words.length);
    left -= cut;
    return withText(token, words.slice(cut));
  });
  return trimTokens(dropEmpty(rest));
}

// What a reader sees of a run exactly as it was typed. Markup that was left over, `** 굵게 **`, is found in it.

/** Stands for each character of code, of an escape, of a tag, and of an address. */
export const TAKEN = '\uFFFC';
/** Stands for a mark of emphasis that did its work. */
export const DELIMITER = '\uFFFB';

/**
 * Keeps the literal text of every run; must come before escapes become ordinary text. `isHtml`: of a block of HTML, where all that is
 * no tag is literal.
 */
export function keepLiteral(tokens: readonly Token[], isHtml = false): void {
  for (const token of tokens)
    if (token.type === 'inline')
      token.meta = { ...token.meta, literal: literalOf(token.content, token.children ?? []), isHtml };
}

export const literalIn = (token: Token): string => (token.meta?.literal as string | undefined) ?? '';

/** As long as the content, with line ends and blanks in place. */
function literalOf(content: string, children: readonly Token[]): string {
  let literal = '';
  let last = 0;
  for (const token of children) {
    if (token.type !== 'text' || token.content === '') continue;
    const found = offsetOf(token, content);
    const start = found < last ? content.indexOf(token.content, last) : found;
    if (start < 0) continue;
    literal += taken(content.slice(last, start)) + token.content;
    last = start + token.content.length;
  }
  return literal + taken(content.slice(last));
}

const taken = (markup: string): string =>
  markup.replace(/\\[^\s]|[*_~]|\S/g, (mark) =>
    mark.length > 1 ? TAKEN + TAKEN : /[*_~]/.test(mark) ? DELIMITER : TAKEN,
  );
