/** The links of an inline run: recorded for checking, and turned into addresses of the site or into text. */

import type { Token } from 'markdown-it';
import { NOTE_FILES } from '../../model/site.ts';
import { type Context, findMark, report } from '../source/context.ts';
import { fileType } from '../source/file-types.ts';
import { isMarkdown, pagePath, resolveFile, toHref } from '../source/paths.ts';
import { placeAt } from '../source/source.ts';
import { type InlineRun, placedTokens, plainText, withText } from './inline.ts';

/** Settles the links of a run in place; links that may not live leave only their words. */
export function settleLinks(run: InlineRun, context: Context): Token[] {
  const dropped: boolean[] = [];
  return placedTokens(run).flatMap(({ token, line }, index) => {
    if (token.type === 'link_close' && dropped.pop()) return [];
    if (token.type !== 'link_open') return token;
    const isLive = token.meta?.settled || settleLink(token, wordsOf(run.children, index), line, context);
    dropped.push(!isLive);
    return isLive ? token : [];
  });
}

/** The words of the link that opens at an index; null where nothing is shown. */
function wordsOf(children: Token[], open: number): string | null {
  let close = open + 1;
  while (close < children.length && children[close]?.type !== 'link_close') close++;
  const inside = children.slice(open + 1, close);
  const isShown = inside.some(({ type, content }) => type === 'image' || content.trim() !== '');
  return isShown ? plainText(inside) : null;
}

/** What a link begins with that does not begin with its words. */
const MARKS: Readonly<Record<string, string>> = { auto: '<', html: '<a' };

/** Where a link or picture leads; a full address of the notes' own repository is as good as a path. */
export function leadsTo(encoded: string, kind: WrittenLink['kind'], context: Context): Destination {
  const { base, options } = context;
  const own = options.ownFile?.(decode(encoded), kind, options.file);
  return own ? ownDestination(own, base) : destinationOf(encoded, options.file, base);
}

function settleLink(token: Token, words: string | null, line: number, context: Context): boolean {
  const label = words ?? '';
  const encoded = String(token.attrGet('href') ?? '');
  // An address that shows is meant as such.
  const to =
    token.info === 'auto' || isAddress(label)
      ? destinationOf(encoded, context.options.file, context.base)
      : leadsTo(encoded, 'link', context);
  const column = findMark(context, line, MARKS[token.info] ?? '[', label);
  record(context, { kind: 'link', encoded, to, line, column, label });
  if (words === null && encoded !== '' && token.info === '')
    report(context, 'link-text-missing', { line, column, params: { href: decode(encoded) } });
  if (to.kind === 'unsafe' || to.kind === 'outside') return false;
  if (to.href === '') {
    report(context, 'link-empty', { line, column, params: { text: shortened(label) } });
    return false;
  }
  const title = token.attrGet('title');
  token.attrs = [['href', to.href]];
  if (title !== null) token.attrs.push(['title', title]);
  if (to.kind === 'external') token.attrs.push(['rel', 'noopener noreferrer']);
  token.meta = { ...token.meta, to };
  return true;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A link or picture as it was written, where it leads, and its 0-based place. */
interface WrittenLink {
  kind: 'link' | 'image';
  encoded: string;
  to: Destination;
  line: number;
  column: number;
  label?: string;
}

/** Records a link or picture, and says so when it may not live. */
export function record(context: Context, { kind, encoded, to, line, column, label }: WrittenLink): void {
  const href = decode(encoded);
  const isLocal = to.kind === 'local';
  const shown = shortened(href);
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

/** A link to another site around a text that was none: the tokens of opening, text and closing. */
export function linkTo(
  token: Token,
  label: Token,
  to: Destination & { kind: 'external' },
  marks = {},
): Token[] {
  const link = { tag: 'a', children: null, ...marks };
  const attrs: [string, string][] = [
    ['href', to.href],
    ['rel', 'noopener noreferrer'],
  ];
  const meta = { settled: true, to };
  return [
    Object.assign(withText(token, ''), { ...link, type: 'link_open', nesting: 1, attrs, meta }),
    label,
    Object.assign(withText(token, ''), { ...link, type: 'link_close', nesting: -1, attrs: null, meta: null }),
  ];
}

// Which addresses become links: http(s), mailto and relative ones. All others (`javascript:`, `//host`) are shown as text.

export type Destination =
  | { kind: 'external'; href: string }
  | { kind: 'local'; href: string; file: string | null; anchor: string | null }
  | { kind: 'outside' }
  | { kind: 'unsafe' };

const WEB = /^https?:\/\/[^\s/\\?#]/i;
const MAIL = /^mailto:[^\s]/i;
const CONTROLS = /[\0- \u007F]/g;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Where an encoded href, as markdown-it gives it, leads from a file. */
export function destinationOf(encoded: string, from: string, base: string): Destination {
  if (WEB.test(encoded) || MAIL.test(encoded)) return { kind: 'external', href: encoded };
  const href = decode(encoded);
  const plainHref = href.replace(CONTROLS, '');
  if (SCHEME.test(plainHref) || /^[/\\]{2}/.test(plainHref) || plainHref.includes('\\'))
    return { kind: 'unsafe' };
  const hash = href.indexOf('#');
  const anchor = hash < 0 || hash === href.length - 1 ? null : href.slice(hash + 1).normalize('NFC');
  const path = (hash < 0 ? href : href.slice(0, hash)).replace(/\?.*$/s, '');
  if (path === '') {
    const here = anchor === null ? '' : `#${encodeURIComponent(anchor)}`;
    return { kind: 'local', href: here, file: null, anchor };
  }
  const file = resolveFile(from, path);
  if (file === null) return { kind: 'outside' };
  return { kind: 'local', href: toHref(base, addressOf(file), anchor), file, anchor };
}

/** Whether words are an address themselves: `https://github.com/…`. */
export const isAddress = (words: string): boolean => /^https?:\/\//i.test(words);

/** Where the notes' own file lies on the site, whose full address on its host was written. */
const ownDestination = (to: { file: string; anchor: string | null }, base: string): Destination => ({
  kind: 'local',
  href: toHref(base, addressOf(to.file), to.anchor),
  ...to,
});

/** A file of the notes lies in a folder of its own on the site; what may not be brought is taken for the page of a folder. */
function addressOf(file: string): string {
  if (isMarkdown(file)) return pagePath(file);
  if (fileType(file) !== null) return `/${NOTE_FILES}${file}`;
  return file === '' ? '/' : `/${file}/`;
}

/** Percent-decoded where that is possible, NFC, and without halves of surrogate pairs. */
export function decode(encoded: string): string {
  // Most addresses: nothing in them is encoded.
  if (/^[!-$&-~]*$/.test(encoded)) return encoded;
  let text = encoded;
  try {
    text = decodeURIComponent(encoded);
  } catch {
    // Kept as written: a stray percent sign is the author's own.
  }
  return text.replace(/\p{Cs}/gu, '\uFFFD').normalize('NFC');
}
