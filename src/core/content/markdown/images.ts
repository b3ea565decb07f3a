/** The pictures of an inline run: local ones get their size, remote ones become links, since no page loads from other origins. */

import type { Token } from 'markdown-it';
import { type Context, findMark, report } from '../source/context.ts';
import { type InlineRun, type PlacedToken, placedTokens, plainText, withText } from './inline.ts';
import { leadsTo, linkTo, record } from './links.ts';

/** Settles the pictures of a run. */
export const settleImages = (run: InlineRun, context: Context): Token[] =>
  placedTokens(run).flatMap((placed) =>
    placed.token.type === 'image' ? settleImage(placed, context) : placed.token,
  );

function settleImage({ token, line, isInLink }: PlacedToken, context: Context): Token[] {
  const encoded = String(token.attrGet('src') ?? '');
  const to = leadsTo(encoded, 'image', context);
  const alt = plainText(token.children ?? []);
  const column = findMark(context, line, token.info === 'html' ? '<img' : '![', alt);
  record(context, { kind: 'image', encoded, to, line, column });
  if (to.kind === 'external') {
    context.remoteImages.push({ line, column, href: to.href });
    const label = textToken(token, alt || `그림(${hostOf(to.href)})`);
    return isInLink ? [label] : linkTo(token, label, to);
  }
  if (alt === '') report(context, 'image-alt-missing', { line, column });
  if (to.kind !== 'local' || to.file === null) return [textToken(token, alt)];
  const title = token.attrGet('title');
  token.attrs = [
    ['src', to.href],
    ['alt', ''],
  ];
  token.children = [textToken(token, alt)];
  const size = asAsked(sizeOf(to.file, context), token);
  for (const [name, pixels] of Object.entries(size ?? {})) token.attrs.push([name, pixels]);
  token.attrs.push(['loading', 'lazy'], ['decoding', 'async']);
  if (title !== null) token.attrs.push(['title', title]);
  return [token];
}

const hostOf = (href: string): string => /^(?:[a-z]+:)?\/\/(?:www\.)?([^/?#]+)/i.exec(href)?.[1] ?? href;

/** Tells once a file of the pictures of other sites, and not of the words that they lack. */
export function tellRemoteImages(context: Context): void {
  const [first] = context.remoteImages;
  if (!first) return;
  const { line, column, href } = first;
  report(context, 'image-remote', { line, column, params: { href, count: context.remoteImages.length } });
}

/** Pixels of the text's width, which a share of it is taken from: `width="50%"`. */
const TEXT_WIDTH = 600;

/** The size with the width or height that `<img>` asks for; the other side follows. Known sizes keep their room before they load. */
function asAsked(size: Size | null, { meta }: Token): Partial<Size> | null {
  const width = pixels(meta?.width);
  const height = pixels(meta?.height);
  if (width) return { width, ...(size && { height: Math.round((width * size.height) / size.width) }) };
  if (height && size) return { width: Math.round((height * size.width) / size.height), height };
  return size;
}

function pixels(asked: unknown): number {
  const match = /^\s*(\d{1,4})(?:\.\d+)?\s*(px|%)?\s*$/.exec(String(asked ?? ''));
  const number = Number(match?.[1] ?? 0);
  return match?.[2] === '%' ? Math.round((Math.min(number, 100) / 100) * TEXT_WIDTH) : number;
}

interface Size {
  width: number;
  height: number;
}

function sizeOf(file: string, context: Context): Size | null {
  try {
    return context.options.imageSize?.(file) ?? null;
  } catch {
    return null;
  }
}

const textToken = (token: Token, content: string): Token =>
  Object.assign(withText(token, content), { type: 'text', tag: '', children: null, attrs: null, meta: null });
