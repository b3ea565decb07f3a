/** From file names to addresses and back: `environment-tools/conda.md` ↔ `/environment-tools/conda/`. */

import { encodePath } from '../../model/site.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
const INDEX = /(?:^|\/)(?:readme|_?index)\.(?:md|markdown)$/i;

export const isMarkdown = (file: string): boolean => MARKDOWN.test(file);

/** True for a file that is the page of its folder. */
export const isFolderPage = (file: string): boolean => INDEX.test(file);

/** A name of a file or folder where it is shown as a title: `keyboard_navigation` → `keyboard navigation`. */
export const nameInWords = (name: string): string =>
  name.normalize('NFC').replace(/(?<=\p{L})[-_]+(?=\p{L})|(?<=\p{L})_+(?=\d)|(?<=\d)_+(?=\p{L})/gu, ' ');

/** README.md before index.md, and both before other files, for what only one of them can be. */
export function byPrecedence(a: string, b: string): number {
  const rank = (file: string) => (/(?:^|\/)readme\./i.test(file) ? 0 : isFolderPage(file) ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** The folder a file lies in, without a trailing slash; `''` for the root. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/**
 * The path of a file's page under the base, NFC and not percent-encoded, always ending in a slash:
 * `environment-tools/conda.md` → `/environment-tools/conda/`, `docker/README.md` → `/docker/`.
 */
export function pagePath(file: string): string {
  const name = file.normalize('NFC');
  const stem = isFolderPage(name) ? folderOf(name) : name.replace(MARKDOWN, '');
  return stem === '' ? '/' : `/${stem}/`;
}

/**
 * The file a relative href points to, seen from `from`; `/x` counts from the content folder.
 * Null when it leaves the content folder. `.` and `..` are resolved, a trailing slash is dropped, NFC.
 */
export function resolveFile(from: string, href: string): string | null {
  const parts = href.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean);
  for (const part of href.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

/** A percent-encoded href under `base` (which ends in a slash) for a path that starts with one. */
export function toHref(base: string, path: string, anchor: string | null = null): string {
  return `${base}${encodePath(path.slice(1))}${anchor === null ? '' : `#${encodeURIComponent(anchor)}`}`;
}
