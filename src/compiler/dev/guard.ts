/**
 * What the dev server refuses: files whose real path lies outside of its folders, files of the notes as they lie there, and the
 * author's orders (`/__open`, `/__fix`) unless a page of this very server gives them.
 */

import { realpathSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import type { Connect, ViteDevServer } from 'vite';
import { isBelow } from '../folder.ts';

/** Whether a path on disk, once its symbolic links are followed, lies in one of some folders; false when it is not there. */
export function liesIn(folders: readonly string[], onDisk: string): boolean {
  try {
    const real = realpathSync(onDisk);
    return folders.some((folder) => isBelow(folder, real));
  } catch {
    return false;
  }
}

/** The folders a dev server may serve from, without links: the project's, the notes', and what Vite was told to allow. */
export function servedFolders(server: ViteDevServer, contentDir: string): string[] {
  const { root, publicDir, server: options } = server.config;
  return realPaths([root, publicDir, contentDir, ...options.fs.allow]);
}

const realPaths = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) => {
    try {
      return folder === '' ? [] : [realpathSync(folder)];
    } catch {
      return [];
    }
  });

/** Vite's own way to the editor opens any file, and any site can ask for it by an `<img>`: shut, however it is spelt. */
const ORDER = /\/__(?:open-in-editor|(?:open|fix)(?![\w-]))/i;

/** Refuses what only reading pages does not need. */
export function guard(server: ViteDevServer, contentDir: string): Connect.NextHandleFunction {
  const folders = servedFolders(server, contentDir);
  const { root, publicDir, base } = server.config;
  const refuse = (response: Parameters<Connect.NextHandleFunction>[1], status = 403) => {
    response
      .writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
      .end('허용되지 않은 요청입니다.');
  };
  return (request, response, next) => {
    const pathname = decodedPath(request.originalUrl ?? request.url ?? '/');
    if (pathname === null) return refuse(response);
    if (ORDER.test(pathname)) {
      const isOurs = pathname === `${base}__open` || pathname === `${base}__fix`;
      return isOurs && isOwnOrder(request, server) ? next() : refuse(response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const below = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
    const outer = below.startsWith('/@fs/') ? [below.slice('/@fs'.length)] : [];
    const candidates = [
      path.join(root, below),
      ...(publicDir ? [path.join(publicDir, below)] : []),
      ...outer,
    ];
    const isRefused = candidates.some(
      (file) => exists(file) && (!liesIn(folders, file) || isNoteFile(file, root, contentDir)),
    );
    return isRefused ? refuse(response) : next();
  };
}

/** Whether a file lies among the notes: a page or script there would run on the site's origin. Notes around the whole project are let be. */
const isNoteFile = (file: string, root: string, contentDir: string): boolean =>
  !isBelow(contentDir, root) &&
  liesIn(realPaths([contentDir]), file) &&
  statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/**
 * Whether a page of this server gives an order: a POST with a header that other sites cannot set without being asked first, from
 * the origin it is sent to, by a name that is this server's. What a browser leaves out counts against it.
 */
function isOwnOrder({ method, headers }: Connect.IncomingMessage, server: ViteDevServer): boolean {
  const { host = '', origin } = headers;
  return (
    method === 'POST' &&
    headers['x-lecture-study'] === 'author' &&
    [undefined, 'same-origin'].includes(headers['sec-fetch-site'] as string | undefined) &&
    (origin === `http://${host}` || origin === `https://${host}`) &&
    isOwnName(host, server.config.server.allowedHosts)
  );
}

/** An address, `localhost`, or a host that Vite was told of: another name may be one that a stranger gave this machine (DNS rebinding). */
function isOwnName(host: string, allowed: ViteDevServer['config']['server']['allowedHosts']): boolean {
  const [, name = ''] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/i.exec(host) ?? [];
  const isLocal =
    name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) > 0;
  return isLocal || (name !== '' && Array.isArray(allowed) && allowed.includes(name));
}

const exists = (file: string): boolean => {
  try {
    realpathSync(file);
    return true;
  } catch {
    return false;
  }
};

/** Null for what cannot be decoded, and for what no file name can hold. */
function decodedPath(address: string): string | null {
  try {
    const decoded = decodeURIComponent(address.replace(/[?#].*$/s, ''));
    return decoded.includes('\0') ? null : decoded.replaceAll('\\', '/');
  } catch {
    return null;
  }
}
