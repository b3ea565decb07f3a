/** One static server for all sites: brotli 11 or gzip 9, compressed once and kept in memory. */

import { readFileSync, realpathSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  webmanifest: 'application/manifest+json',
};
const COMPRESSED = /^(text\/|application\/(json|xml|wasm|manifest)|image\/(svg|x-icon))/;

const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

function find(root, address) {
  const pathname = decodeURIComponent(address.split(/[?#]/)[0]);
  const full = path.join(root, path.normalize(`/${pathname}`));
  const names = pathname.endsWith('/') ? [] : [full, `${full}.html`];
  const found = [...names, path.join(full, 'index.html')].find(isFile);
  if (found) return [200, found];
  const missing = path.join(root, '404.html');
  return [404, isFile(missing) ? missing : null];
}

function compress(raw, encoding) {
  if (encoding === 'gzip') return zlib.gzipSync(raw, { level: 9 });
  if (encoding !== 'br') return raw;
  const quality = raw.length > 4e6 ? 9 : 11;
  return zlib.brotliCompressSync(raw, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** Serves a folder on a free port of this machine; `{ url, close }`. `change(html)` may alter the pages. */
export async function serveFolder(dir, change = (html) => html) {
  const root = realpathSync(dir);
  const cache = new Map();
  const bodyOf = (file, encoding) => {
    const key = `${file}\0${encoding}`;
    if (!cache.has(key)) {
      const raw = readFileSync(file);
      cache.set(key, compress(file.endsWith('.html') ? Buffer.from(change(raw.toString())) : raw, encoding));
    }
    return cache.get(key);
  };
  const server = http.createServer((request, response) => {
    const [status, file] = find(root, request.url ?? '/');
    if (!file) return response.writeHead(status).end(String(status));
    const type = TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream';
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = COMPRESSED.test(type) ? (/\b(br|gzip)\b/.exec(accepted)?.[0] ?? '') : '';
    const best = encoding && /\bbr\b/.test(accepted) ? 'br' : encoding;
    const body = bodyOf(file, best);
    response.writeHead(status, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'public, max-age=600',
      vary: 'accept-encoding',
      ...(best && { 'content-encoding': best }),
    });
    return response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
