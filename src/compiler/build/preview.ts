/** Serves a built site as a static host does: folders by their index.html, unknown addresses by 404.html. */

import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { PreviewServer } from 'vite';
import { MISSING_FILE } from '../../core/offline/files.ts';
import { headersOf } from './headers.ts';
import { isCompressedCopy } from './precompress.ts';

/** Sends the headers of a published site with every file. */
export function sendHeaders(server: PreviewServer, base: string): void {
  server.middlewares.use((request, response, next) => {
    // As the middleware that sends the file reads it: `//note-files/a.svg` is no other host's.
    const pathname = path.posix.normalize(decoded((request.url ?? '/').replace(/[?#].*$/s, '')) ?? '/');
    // For servers that send them in place of a file; by themselves, their type would be a guess.
    if (isCompressedCopy(pathname)) return send(response, 404, path.join(outOf(server), MISSING_FILE));
    setHeaders(response, 200, pathname.slice(base.length));
    next();
  });
}

/** Answers for pages; files have been answered by Vite's own middleware before. */
export function servePages(server: PreviewServer, base: string): void {
  const out = outOf(server);
  server.middlewares.use((request, response) => {
    // `//docker` is no other host's, and no redirect leads to one.
    const { pathname, search } = new URL(request.url?.replace(/^\/+/, '/') ?? '/', 'http://site.invalid');
    const index = pageFile(out, pathname);
    if (index === null) return send(response, 404, path.join(out, MISSING_FILE));
    if (pathname.endsWith('/')) return send(response, 200, index);
    response.writeHead(301, { location: `${base.slice(0, -1)}${pathname}/${search}` }).end();
  });
}

const outOf = ({ config }: PreviewServer): string => path.resolve(config.root, config.build.outDir);

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return null;
  }
}

/** The index.html of a folder within `out`; null when there is none, and for paths that lead out of it. */
function pageFile(out: string, pathname: string): string | null {
  const wanted = decoded(pathname);
  if (wanted === null || wanted.includes('\0')) return null;
  const file = path.join(out, wanted, 'index.html');
  return file.startsWith(out + path.sep) && existsSync(file) ? file : null;
}

function send(response: ServerResponse, status: number, file: string): void {
  setHeaders(response, status, path.basename(file));
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  createReadStream(file)
    .on('error', () => response.end('404'))
    .pipe(response);
}

function setHeaders(response: ServerResponse, status: number, file: string): void {
  for (const [name, value] of Object.entries(headersOf(status, file))) response.setHeader(name, value);
}
