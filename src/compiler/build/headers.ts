/**
 * The HTTP headers of the site and the policy of its pages. The preview server sends them, `_headers` is written from them,
 * and a test compares `deploy/course.conf` with them.
 */

import { createHash } from 'node:crypto';
import { encodePath } from '../../core/model/site.ts';
import { isHashed } from '../../core/offline/files.ts';

/**
 * The Content-Security-Policy of every page: only files of the site itself, and the one inline script and style by their hash.
 * It stands in a `<meta>`, since static hosts cannot be relied on for headers.
 */
export function contentPolicy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src 'self' ${hash(script)}`,
    `style-src 'self' ${hash(style)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Sent with every answer. A page brings its own policy; here is what a `<meta>` cannot say. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** For files named by their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Cached, but revalidated each time by its ETag. */
const ASK_AGAIN = 'no-cache';
/** A picture or document that came with the notes runs nothing when opened by itself. */
const INERT = `${EVERYWHERE['Content-Security-Policy']}, default-src 'none'; style-src 'unsafe-inline'; sandbox`;

/** What a browser opens as a document. */
const DOCUMENT = /\.(?:svg|xml|xhtml|html?)$/i;
const OWN_PAGE = /(?:^|\/)(?:index|404|offline)\.html$/;

/** The headers of an answer: its status, and the file below the base, without a slash in front. */
export function headersOf(status: number, file: string): Record<string, string> {
  const isFound = status < 400;
  return {
    ...EVERYWHERE,
    'Cache-Control': isFound && isHashed(file) ? FOR_EVER : ASK_AGAIN,
    ...(isFound && DOCUMENT.test(file) && !OWN_PAGE.test(file) && { 'Content-Security-Policy': INERT }),
  };
}

/**
 * The text of `_headers`, as Netlify, Cloudflare Pages and others read it. Where several rules fit, some hosts join
 * values and others take the nearest, so no header is in two rules that fit one file, but policies: joined, both hold.
 * For pages such hosts themselves send `max-age=0, must-revalidate`.
 * @param files Files that came with the notes, and the paths of pages, both below the base without a slash in front.
 */
export function headersFile(base: string, files: Iterable<string>): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const names = [...files];
  const documents = names.filter((name) => DOCUMENT.test(name));
  const isOurs = !names.some((name) => name.startsWith('assets/'));
  const cached = (path: string, value: string) => rule(`${base}${path}`, { 'Cache-Control': value });
  return `${[
    rule(`${base}*`, EVERYWHERE),
    ...(isOurs ? [cached('assets/*', FOR_EVER)] : []),
    ...['data/*', 'course/*', 'sw.js', 'manifest.webmanifest'].map((path) => cached(path, ASK_AGAIN)),
    ...documents.map((name) => rule(base + encodePath(name), { 'Content-Security-Policy': INERT })),
  ].join('\n\n')}\n`;
}
