/**
 * The Content-Security-Policy of every page: only files of the site itself, and the one inline script and style by their hash.
 * It stands in a `<meta>`, since static hosts cannot be relied on for headers; what a `<meta>` cannot say is in headers.ts.
 */

import { createHash } from 'node:crypto';

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
