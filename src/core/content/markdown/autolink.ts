/** Turns bare http(s) addresses into links, as GitHub does, but without the Korean particle after them: `https://a.org을`. */

import type { Token } from 'markdown-it';
import type { Context } from '../source/context.ts';
import { findMark } from '../source/positions.ts';
import { type InlineRun, placedTokens, withText } from './inline.ts';
import { decode, destinationOf } from './link-policy.ts';
import { linkTo, record } from './links.ts';

const ADDRESS = /(?<![\w/])https?:\/\/[A-Za-z0-9][\w.-]*(?::\d+)?(?:[/?#][\w/?#@!$&'()*+,;=:.~%[\]-]*)?/g;

/** Links the addresses in a run's text; addresses in links and code stay as they are. */
export const linkBareUrls = (run: InlineRun, context: Context): Token[] =>
  placedTokens(run).flatMap(({ token, line, isInLink }) =>
    token.type === 'text' && !isInLink && token.content.includes('://') ? split(token, line, context) : token,
  );

function split(token: Token, line: number, context: Context): Token[] {
  const parts: Token[] = [];
  let last = 0;
  for (const match of token.content.matchAll(ADDRESS)) {
    const url = trimEnd(match[0]);
    const to = destinationOf(url, context.options.file, context.base);
    if (to.kind !== 'external') continue;
    record(context, { kind: 'link', encoded: url, to, line, column: findMark(context, line, url, '') });
    parts.push(
      withText(token, token.content.slice(last, match.index)),
      ...linkTo(token, withText(token, decode(url)), to, LINKIFY),
    );
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

/** As markdown-it marks what it has linked itself. */
const LINKIFY = { markup: 'linkify', info: 'auto' };
