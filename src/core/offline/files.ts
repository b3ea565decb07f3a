/** From an address to the file of the site that answers it, and back. */

import { encodePath, type SiteVersion } from '../model/site.ts';

const INDEX = 'index.html';

/** Shown instead of a page that is not on the device and cannot be fetched. */
export const UNREACHABLE_FILE = 'offline.html';
export const MISSING_FILE = '404.html';

/** An address as `Location` and `URL` hold it. */
interface Address {
  pathname: string;
  search: string;
  hash: string;
}

/**
 * The one address of a page, from whatever spelling a host has answered; null outside of `base` (slashes at both ends), and for
 * bytes that are no text. `own`: the path that the document says it has, for hosts that do not tell `/Docker/` from `/docker/`
 * or leave out `.html`.
 */
export function cleanAddress(
  { pathname, search, hash }: Address,
  base: string,
  own: string | null = null,
): string | null {
  const root = read(base);
  const whole = read(pathname);
  if (root === null || whole === null) return null;
  const page = asPage(whole);
  const path = own !== null && isSpelledLike(root + own.slice(1), page) ? root + own.slice(1) : page;
  return path.startsWith(root) ? encodePath(path) + search + cleanHash(hash) : null;
}

/**
 * What an address stands for, in the letters of the course. Hosts answer many spellings alike: `//docker%2f./%63ompose/` is
 * `/docker/compose/`. A sign that is no escape stands for itself: `/50% more/`. Null for bytes that are no text.
 */
function read(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname.replace(/%(?![\da-f]{2})/gi, '%25')).normalize('NFC');
  } catch {
    return null;
  }
  const names: string[] = [];
  for (const name of path.split('/')) {
    // Browsers resolve dots, but not behind an encoded slash.
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  const isFolder = names.length > 0 && /\/\.{0,2}$/.test(path);
  return `/${names.join('/')}${isFolder ? '/' : ''}`;
}

/** `/docker` and `/docker/index.html` → `/docker/`. */
const asPage = (path: string): string => `${path.replace(/\/(?:index\.html)?$/, '')}/`;

function isSpelledLike(own: string, page: string): boolean {
  const [one, other] = [own.toLowerCase(), page.toLowerCase()];
  return [one, `${one}index/`, `${one}index.html/`].includes(other);
}

/** Anchors are NFC; a hash that is written otherwise, `#` and 정의 in parts, finds none. */
function cleanHash(hash: string): string {
  try {
    const anchor = decodeURIComponent(hash.slice(1));
    const composed = anchor.normalize('NFC');
    return composed === anchor ? hash : `#${encodeURIComponent(composed)}`;
  } catch {
    return hash;
  }
}

/** The file that an address stands for, whether or not there is one; null outside `base` (slashes at both ends). */
export function fileAt(pathname: string, base: string): string | null {
  const path = read(pathname);
  const root = read(base);
  if (path === null || root === null || !path.startsWith(root)) return null;
  const file = path.slice(root.length);
  return file === '' || file.endsWith('/') ? file + INDEX : file;
}

/** Where a host answers with a file, relative to the base: pages by their folder, since some hosts redirect to it. */
export function addressOf(file: string): string {
  return encodePath(file === INDEX || file.endsWith(`/${INDEX}`) ? file.slice(0, -INDEX.length) : file);
}

/** `docker` → `docker/`, where that is a page: the redirect a host would send. Null when there is no such page. */
export function withSlash(version: SiteVersion, file: string): string | null {
  const index = `${file}/${INDEX}`;
  return revisionOf(version, index) === null ? null : addressOf(index);
}

/** Null when a version has no such file. */
export function revisionOf({ shell, notes }: SiteVersion, file: string): string | null {
  for (const files of [shell, notes]) if (Object.hasOwn(files, file)) return files[file] ?? null;
  return null;
}

/** Files that the build names by their hash. A page of the notes may stand in a folder `assets` too. */
export const isHashed = (file: string): boolean => /^assets\/[^/]+\.(?:css|js|woff2)$/.test(file);

const PREFIX = 'lecture-study:';

/**
 * A record that another app hands to the installed one: what the browser posts to (`share`), and where it lies until the page that is
 * opened instead (`page`) has read it (`cache`, by its address).
 */
export function handedRecord(base: string) {
  const page = `${base}progress/?handed`;
  return { share: `${base}progress/?share`, page, cache: `${PREFIX}handed:${base}` } as const;
}

/** The field of the form in which it is posted. */
export const HANDED_FIELD = 'record';

/** The name of a site's cache in the browser, one for each path of an origin. `base`: with slashes at both ends. */
export const cacheName = (base: string): string => PREFIX + base;
