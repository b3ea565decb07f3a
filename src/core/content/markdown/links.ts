/** Links of an inline run: recorded, pointed to the site's own addresses, or shown as text. */

import type { Token } from 'markdown-it';
import { type Context, report } from '../source/context.ts';
import { findMark } from '../source/positions.ts';
import { placeAt } from '../source/source.ts';
import { plainText, type Run } from './inline.ts';
import { type Destination, decode, destinationOf } from './link-policy.ts';

/** Settles the links of a run in place; links that may not live leave only their words. */
export function settleLinks({ children, line }: Run, context: Context): Token[] {
  const kept: Token[] = [];
  const dropped: boolean[] = [];
  let at = line;
  children.forEach((token, index) => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    if (token.type === 'link_close' && dropped.pop()) return;
    if (token.type === 'link_open' && !token.meta?.settled) {
      const isLive = settleLink(token, children, index, at, context);
      dropped.push(!isLive);
      if (!isLive) return;
    } else if (token.type === 'link_open') dropped.push(false);
    kept.push(token);
  });
  return kept;
}

function settleLink(token: Token, children: Token[], index: number, line: number, context: Context): boolean {
  const encoded = String(token.attrGet('href') ?? '');
  const to = destinationOf(encoded, context.options.file, context.base);
  let close = index + 1;
  while (close < children.length && children[close]?.type !== 'link_close') close++;
  const label = plainText(children.slice(index + 1, close));
  const column = findMark(context, line, token.info === 'auto' ? '<' : '[', label);
  record(context, 'link', encoded, to, line, column, label);
  if (to.kind === 'unsafe' || to.kind === 'outside' || to.href === '') return false;
  const title = token.attrGet('title');
  token.attrs = [['href', to.href]];
  if (title !== null) token.attrs.push(['title', title]);
  if (to.kind === 'external') token.attrs.push(['rel', 'noopener noreferrer']);
  token.meta = { ...token.meta, to };
  return true;
}

/** Records a link or picture, and says so when it may not live. */
export function record(
  context: Context,
  kind: 'link' | 'image',
  encoded: string,
  to: Destination,
  line: number,
  column: number,
  label?: string,
): void {
  const href = decode(encoded);
  const isLocal = to.kind === 'local';
  const shown = href.length > 60 ? `${href.slice(0, 60)}…` : href;
  if (to.kind === 'unsafe') report(context, 'link-unsafe', { line, column, params: { href: shown } });
  else if (to.kind === 'outside') report(context, 'link-outside', { line, column, params: { href: shown } });
  context.links.push({
    kind,
    ...(label !== undefined && { label }),
    href,
    file: isLocal ? to.file : null,
    anchor: isLocal ? to.anchor : null,
    ...placeAt(context.source, line, column),
  });
}
