/** Keeps the dev server inside its folders: a file whose real path lies outside is neither served nor opened. */

import { realpathSync } from 'node:fs';
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
  return [root, publicDir, contentDir, ...options.fs.allow].flatMap((folder) => {
    try {
      return folder === '' ? [] : [realpathSync(folder)];
    } catch {
      return [];
    }
  });
}

/** Refuses addresses of files outside, also behind a symbolic link, and orders to the editor from other sites. */
export function guard(server: ViteDevServer, contentDir: string): Connect.NextHandleFunction {
  const folders = servedFolders(server, contentDir);
  const { root, publicDir } = server.config;
  const refuse = (response: Parameters<Connect.NextHandleFunction>[1]) => {
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('허용되지 않은 주소입니다.');
  };
  return (request, response, next) => {
    const pathname = decodedPath(request.originalUrl ?? request.url ?? '/');
    if (pathname === null) return refuse(response);
    if (/\/__(?:open|fix|open-in-editor)$/.test(pathname) && isFromElsewhere(request))
      return refuse(response);
    if (pathname.endsWith('/__open-in-editor')) {
      const place = new URL(request.originalUrl ?? '/', 'http://site.invalid').searchParams.get('file') ?? '';
      const file = path.resolve(root, place.replace(/(?::\d+){0,2}$/, ''));
      return place.includes('\0') || !liesIn(folders, file) ? refuse(response) : next();
    }
    const below = pathname.startsWith(server.config.base)
      ? pathname.slice(server.config.base.length - 1)
      : pathname;
    const outer = below.startsWith('/@fs/') ? [below.slice('/@fs'.length)] : [];
    const candidates = [
      path.join(root, below),
      ...(publicDir ? [path.join(publicDir, below)] : []),
      ...outer,
    ];
    const isOutside = candidates.some((file) => exists(file) && !liesIn(folders, file));
    return isOutside ? refuse(response) : next();
  };
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

/** Browsers say where a request comes from; the page of another site may not give orders. */
const isFromElsewhere = ({ headers }: Connect.IncomingMessage): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
