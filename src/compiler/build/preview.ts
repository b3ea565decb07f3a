/** Serves a built site as a static host does: folders by their index.html, unknown addresses by 404.html. */

import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { PreviewServer } from 'vite';
import { headersOf } from './headers.ts';

/** Sends the headers of a published site with every file. */
export function sendHeaders(server: PreviewServer, base: string): void {
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    setHeaders(response, 200, pathname.slice(base.length));
    next();
  });
}

/** Answers for pages; files have been answered by Vite's own middleware before. */
export function servePages(server: PreviewServer, base: string): void {
  const out = path.resolve(server.config.root, server.config.build.outDir);
  server.middlewares.use((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site.invalid');
    const index = pageFile(out, pathname);
    if (index === null) return send(response, 404, path.join(out, '404.html'));
    if (pathname.endsWith('/')) return send(response, 200, index);
    response.writeHead(301, { location: `${base.slice(0, -1)}${pathname}/${search}` }).end();
  });
}

/** The index.html of a folder within `out`; null when there is none, and for paths that lead out of it. */
function pageFile(out: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return null;
  }
  const file = path.join(out, decoded, 'index.html');
  return !decoded.includes('\0') && file.startsWith(out + path.sep) && existsSync(file) ? file : null;
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
