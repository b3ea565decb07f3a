/** The pictures of an inline run: local ones get their size, remote ones become links, since no page loads from other origins. */

import type { Token } from 'markdown-it';
import { type Context, findMark, report } from '../source/context.ts';
import { type InlineRun, type PlacedToken, placedTokens, plainText, withText } from './inline.ts';
import { destinationOf } from './link-policy.ts';
import { linkTo, record } from './links.ts';

/** Settles the pictures of a run. */
export const settleImages = (run: InlineRun, context: Context): Token[] =>
  placedTokens(run).flatMap((placed) =>
    placed.token.type === 'image' ? settleImage(placed, context) : placed.token,
  );

function settleImage({ token, line, isInLink }: PlacedToken, context: Context): Token[] {
  const encoded = String(token.attrGet('src') ?? '');
  const to = destinationOf(encoded, context.options.file, context.base);
  const alt = plainText(token.children ?? []);
  const column = findMark(context, line, '![', alt);
  record(context, { kind: 'image', encoded, to, line, column });
  if (alt === '') report(context, 'image-alt-missing', { line, column });
  if (to.kind === 'external') {
    report(context, 'image-remote', { line, column, params: { href: to.href } });
    const label = textToken(token, alt === '' ? to.href : alt);
    return isInLink ? [label] : linkTo(token, label, to);
  }
  if (to.kind !== 'local' || to.file === null) return [textToken(token, alt)];
  const title = token.attrGet('title');
  token.attrs = [
    ['src', to.href],
    ['alt', ''],
  ];
  token.children = [textToken(token, alt)];
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

const textToken = (token: Token, content: string): Token =>
  Object.assign(withText(token, content), { type: 'text', tag: '', children: null, attrs: null, meta: null });
