/** From an address to the file of the site that answers it, and back. */

import { encodePath, type SiteVersion } from '../model/site.ts';

const INDEX = 'index.html';

/** Shown instead of a page that is not on the device and cannot be fetched. */
export const UNREACHABLE_FILE = 'offline.html';
export const MISSING_FILE = '404.html';

/** The file that an address stands for, whether or not there is one; null outside `base` (slashes at both ends). */
export function fileAt(pathname: string, base: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return null;
  }
  if (!path.startsWith(base)) return null;
  const file = path.slice(base.length);
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

/** Files that the build names by their hash. The notes may have a folder `assets` too, but no scripts or styles in it. */
export const isHashed = (file: string): boolean => /^assets\/[^/]+\.(?:css|js|woff2)$/.test(file);

const PREFIX = 'lecture-study:';

/** The name of a site's cache in the browser, one for each path of an origin. `base`: with slashes at both ends. */
export const cacheName = (base: string): string => PREFIX + base;
