/**
 * The HTTP headers of the site and the policy of its pages. The preview server sends them, `_headers` is written from them,
 * and a test compares `deploy/course.conf` with them.
 */

import { createHash } from 'node:crypto';
import { isSvg } from '../../core/content/source/file-types.ts';
import { encodePath, NOTE_FILES } from '../../core/model/site.ts';
import { isHashed } from '../../core/offline/files.ts';
import { POLICY_NAME } from '../../store/trusted-types.ts';

/**
 * The Content-Security-Policy of every page: only files of the site itself, and the one inline script and style by their hash;
 * and no string becomes markup or a script's address but in `src/store/trusted-types.ts`.
 * It stands in a `<meta>`, since static hosts cannot be relied on for headers.
 */
export function contentPolicy(style: string, script: string, syncOrigin: string | null = null): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src 'self' ${hash(script)}`,
    `style-src 'self' ${hash(style)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    // Elsewhere only to where the learner's own record goes, sealed.
    `connect-src 'self'${syncOrigin === null ? '' : ` ${syncOrigin}`}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${POLICY_NAME}`,
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
/**
 * For all that came with the notes: opened by itself, it runs nothing, sends nothing and loads nothing from elsewhere. Browsers show
 * PDF and video by elements of their own making, which a `sandbox` would forbid; an SVG is a document and needs none.
 */
const INERT = `${EVERYWHERE['Content-Security-Policy']}, default-src 'none'; img-src 'self' data:; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
const SANDBOXED = `${INERT}; sandbox`;

const inertPolicy = (file: string): string => (isSvg(file) ? SANDBOXED : INERT);

/** Of the app's text files for machines; servers leave out in which encoding they are. */
const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** The headers of an answer: its status, and the file below the base, without a slash in front. */
export function headersOf(status: number, file: string): Record<string, string> {
  const isFound = status < 400;
  const isOfNotes = file.startsWith(NOTE_FILES);
  const type = isOfNotes ? undefined : TYPES[file.slice(file.lastIndexOf('.') + 1)];
  return {
    ...EVERYWHERE,
    'Cache-Control': isFound && isHashed(file) ? FOR_EVER : ASK_AGAIN,
    ...(status < 300 && type && { 'Content-Type': type }),
    ...(isFound && isOfNotes && { 'Content-Security-Policy': inertPolicy(file) }),
  };
}

/**
 * The text of `_headers`, as Netlify, Cloudflare Pages and others read it. Where several rules fit, some hosts join
 * values and others take the nearest, so no header is in two rules that fit one file, but policies: joined, both hold.
 * For pages such hosts themselves send `max-age=0, must-revalidate`.
 * @param files Files that came with the notes, by their names there.
 */
export function headersFile(base: string, files: Iterable<string>): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const cached = (path: string, value: string) => rule(`${base}${path}`, { 'Cache-Control': value });
  const policy = (name: string, value: string) =>
    rule(base + encodePath(NOTE_FILES + name), { 'Content-Security-Policy': value });
  return `${[
    rule(`${base}*`, EVERYWHERE),
    cached('assets/*', FOR_EVER),
    ...['data/*', 'course/*', 'sw.js', 'manifest.webmanifest'].map((path) => cached(path, ASK_AGAIN)),
    policy('*', INERT),
    ...[...files].filter(isSvg).map((name) => policy(name, SANDBOXED)),
  ].join('\n\n')}\n`;
}
