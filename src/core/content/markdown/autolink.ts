/** Bare http(s) addresses become links, as on GitHub, but never swallow the Korean particle after them. */

import type { Token } from 'markdown-it';
import type { Context } from '../source/context.ts';
import { findMark } from '../source/positions.ts';
import { type Run, withText } from './inline.ts';
import { decode, destinationOf } from './link-policy.ts';
import { record } from './links.ts';

const ADDRESS = /(?<![\w/])https?:\/\/[A-Za-z0-9][\w.-]*(?::\d+)?(?:[/?#][\w/?#@!$&'()*+,;=:.~%[\]-]*)?/g;

/** Links the addresses in a run's text; addresses in links and code stay as they are. */
export function linkBareUrls({ children, line }: Run, context: Context): Token[] {
  const linked: Token[] = [];
  let at = line;
  let links = 0;
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    if (token.type === 'link_open') links++;
    else if (token.type === 'link_close') links--;
    if (token.type === 'text' && links === 0 && token.content.includes('://')) {
      linked.push(...split(token, at, context));
    } else linked.push(token);
  }
  return linked;
}

function split(token: Token, line: number, context: Context): Token[] {
  const parts: Token[] = [];
  let last = 0;
  for (const match of token.content.matchAll(ADDRESS)) {
    const url = trimEnd(match[0]);
    const to = destinationOf(url, context.options.file, context.base);
    if (to.kind !== 'external') continue;
    record(context, 'link', url, to, line, findMark(context, line, url, ''));
    parts.push(withText(token, token.content.slice(last, match.index)), ...linkTo(token, url, to));
    last = match.index + url.length;
  }
  if (last === 0) return [token];
  parts.push(withText(token, token.content.slice(last)));
  return parts.filter((part) => part.type !== 'text' || part.content !== '');
}

/** Without the sentence's own punctuation and without closing brackets that nothing opens. */
function trimEnd(url: string): string {
  const open = { ')': count(url, '('), ']': count(url, '[') };
  const closed = { ')': count(url, ')'), ']': count(url, ']') };
  let end = url.length;
  for (; end > 0; end--) {
    const char = url[end - 1] ?? '';
    if (/[?!.,:*_~'";]/.test(char)) continue;
    if ((char !== ')' && char !== ']') || closed[char] <= open[char]) break;
    closed[char]--;
  }
  return url.slice(0, end);
}

const count = (text: string, char: string): number => text.split(char).length - 1;

function linkTo(token: Token, url: string, to: { href: string }): Token[] {
  const attrs: [string, string][] = [
    ['href', to.href],
    ['rel', 'noopener noreferrer'],
  ];
  const link = { tag: 'a', markup: 'linkify', info: 'auto', meta: { settled: true, to } };
  return [
    Object.assign(withText(token, ''), { ...link, type: 'link_open', nesting: 1, attrs }),
    withText(token, decode(url)),
    Object.assign(withText(token, ''), { ...link, type: 'link_close', nesting: -1, attrs: null }),
  ];
}
