/** The two ways in which servers list a folder: nginx's JSON, and WebDAV's XML, read without a parser that the page's policy forbids. */

import type { ListedFile } from './plan.ts';

/**
 * `[{ "name": "5f….0", "type": "file", "mtime": "Sat, 28 Nov 2026 14:10:00 GMT", "size": 4711 }]`; null for whatever is none, as the
 * page of a captive portal.
 */
export function readJsonListing(text: string): ListedFile[] | null {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(entries)) return null;
  const files: ListedFile[] = [];
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null) return null;
    const { name, type, size, mtime } = entry as Record<string, unknown>;
    if (typeof name !== 'string' || type !== 'file') continue;
    if (typeof size === 'number' && size >= 0) files.push({ name, size, at: String(mtime ?? '') });
  }
  return files;
}

/**
 *     <D:response><D:href>/sync/0a…/5f….0</D:href>… <lp1:getcontentlength>4711</lp1:getcontentlength>
 *     <lp1:getlastmodified>Sat, 28 Nov 2026 14:10:00 GMT</lp1:getlastmodified><lp1:getetag>"1267-…"</lp1:getetag>
 *
 * Servers choose the prefixes. Where they give an ETag, it tells two writings of one second apart.
 */
export function readDavListing(text: string): ListedFile[] | null {
  if (!/<(?:[\w-]+:)?multistatus\b/i.test(text)) return null;
  const files: ListedFile[] = [];
  for (const [, response = ''] of text.matchAll(
    /<(?:[\w-]+:)?response\b[^>]*>([\s\S]*?)<\/(?:[\w-]+:)?response>/gi,
  )) {
    const field = (name: string) =>
      new RegExp(`<(?:[\\w-]+:)?${name}\\b[^>]*>([^<]*)<`, 'i').exec(response)?.[1]?.trim() ?? '';
    const href = field('href');
    const size = field('getcontentlength');
    const isFolder = /<(?:[\w-]+:)?collection\b/i.test(response) || href.endsWith('/');
    if (isFolder || !/^\d+$/.test(size)) continue;
    const name = href.slice(href.lastIndexOf('/') + 1);
    files.push({ name, size: Number(size), at: `${field('getlastmodified')} ${field('getetag')}`.trim() });
  }
  return files;
}

/** When a listed file was written, in milliseconds since 1970; null where the server says nothing that can be read. */
export function writtenAt(at: string | null, parse: (text: string) => number): number | null {
  const millis = parse((at ?? '').replace(/ (?:W\/)?"[^"]*"$/, ''));
  return Number.isFinite(millis) ? millis : null;
}
