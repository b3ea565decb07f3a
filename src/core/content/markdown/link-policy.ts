/** Which addresses become links: http(s), mailto and relative ones. All others (`javascript:`, `//host`) are shown as text. */

import { NOTE_FILES } from '../../model/site.ts';
import { fileType } from '../source/file-types.ts';
import { isMarkdown, pagePath, resolveFile, toHref } from '../source/paths.ts';

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
export const ownDestination = (to: { file: string; anchor: string | null }, base: string): Destination => ({
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
