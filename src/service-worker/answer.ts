/** Answers a request: from the device in the version this worker serves, else from the network, else as well as can be. */

import {
  fileAt,
  isHashed,
  MISSING_FILE,
  revisionOf,
  UNREACHABLE_FILE,
  withSlash,
} from '../core/offline/files.ts';
import { earlierVersions, keepFile, readFile } from './kept-files.ts';
import { partOf } from './part.ts';
import { base, site } from './scope.ts';

/** Null for what is none of ours. `later` is for work that may outlast the answer. */
export function answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return null;
  const file = fileAt(url.pathname, base);
  if (file === null) return null;
  if (request.mode === 'navigate') {
    const folder = withSlash(site, file);
    if (folder !== null) return Promise.resolve(Response.redirect(base + folder + url.search, 301));
  }
  return answerWith(file, request, later);
}

async function answerWith(
  file: string,
  request: Request,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const revision = revisionOf(site, file) ?? (isHashed(file) ? await revisionBefore(file) : null);
  const kept = revision === null ? null : await readFile(file, revision);
  const range = request.headers.get('range');
  if (kept) return range === null ? kept : partOf(kept, range);
  try {
    const response = await fetch(request);
    if (revision !== null && response.status === 200) {
      // Without room for it, it is asked for again next time.
      later(keepFile(file, revision, response.clone()).catch(() => false));
    }
    return response;
  } catch (error) {
    if (request.mode === 'navigate') return standIn(revision === null ? MISSING_FILE : UNREACHABLE_FILE);
    // This version knows all its pages: what it does not know is not there, and no trouble of the network.
    if (revision === null && file.startsWith('data/')) return new Response(null, { status: 404 });
    throw error;
  }
}

async function revisionBefore(file: string): Promise<string | null> {
  for (const version of await earlierVersions()) {
    const revision = revisionOf(version, file);
    if (revision !== null) return revision;
  }
  return null;
}

async function standIn(file: string): Promise<Response> {
  const status = file === MISSING_FILE ? 404 : 503;
  const kept = await readFile(file, revisionOf(site, file) ?? '');
  if (kept) return new Response(kept.body, { status, headers: kept.headers });
  const text = '인터넷에 연결되어 있지 않습니다. 연결된 뒤 새로 고쳐 주세요.';
  const page = `<!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>오프라인</title><p>${text}</p></html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
