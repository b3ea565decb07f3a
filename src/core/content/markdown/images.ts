/** Pictures of an inline run: local ones get their size, remote ones become links, because no page asks other origins. */

import type { Token } from 'markdown-it';
import { type Context, report } from '../source/context.ts';
import { findMark } from '../source/positions.ts';
import { plainText, type Run, withText } from './inline.ts';
import { type Destination, destinationOf } from './link-policy.ts';
import { record } from './links.ts';

/** Settles the pictures of a run. */
export function settleImages({ children, line }: Run, context: Context): Token[] {
  const kept: Token[] = [];
  let at = line;
  let links = 0;
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    if (token.type === 'link_open') links++;
    else if (token.type === 'link_close') links--;
    if (token.type === 'image') kept.push(...settleImage(token, at, links > 0, context));
    else kept.push(token);
  }
  return kept;
}

function settleImage(token: Token, line: number, isInLink: boolean, context: Context): Token[] {
  const encoded = String(token.attrGet('src') ?? '');
  const to = destinationOf(encoded, context.options.file, context.base);
  const alt = plainText(token.children ?? []);
  const column = findMark(context, line, '![', alt);
  record(context, 'image', encoded, to, line, column);
  if (alt === '') report(context, 'image-alt-missing', { line, column });
  if (to.kind === 'external') return remote(token, to, alt, line, column, isInLink, context);
  if (to.kind !== 'local' || to.file === null) return [text(token, alt)];
  const title = token.attrGet('title');
  token.attrs = [
    ['src', to.href],
    ['alt', ''],
  ];
  token.children = [text(token, alt)];
  const size = sizeOf(to.file, context);
  if (size) token.attrs.push(['width', size.width], ['height', size.height]);
  token.attrs.push(['loading', 'lazy'], ['decoding', 'async']);
  if (title !== null) token.attrs.push(['title', title]);
  return [token];
}

function sizeOf(file: string, context: Context): { width: number; height: number } | null {
  try {
    return context.options.imageSize?.(file) ?? null;
  } catch {
    return null;
  }
}

function remote(
  token: Token,
  to: Destination & { kind: 'external' },
  alt: string,
  line: number,
  column: number,
  isInLink: boolean,
  context: Context,
): Token[] {
  report(context, 'image-remote', { line, column, params: { href: to.href } });
  const label = text(token, alt === '' ? to.href : alt);
  if (isInLink) return [label];
  const open = withText(token, '');
  const close = withText(token, '');
  Object.assign(open, {
    type: 'link_open',
    tag: 'a',
    nesting: 1,
    children: null,
    meta: { settled: true, to },
  });
  open.attrs = [
    ['href', to.href],
    ['rel', 'noopener noreferrer'],
  ];
  Object.assign(close, {
    type: 'link_close',
    tag: 'a',
    nesting: -1,
    children: null,
    attrs: null,
    meta: null,
  });
  return [open, label, close];
}

const text = (token: Token, content: string): Token =>
  Object.assign(withText(token, content), { type: 'text', tag: '', children: null, attrs: null, meta: null });
