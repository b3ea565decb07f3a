/**
 * The service worker. A version is installed once all its files are on the device, and takes over at once: open pages keep their scripts,
 * which stay stored, and the next page that is loaded is of the new version. Requests of the site are answered from the device where the
 * file is stored in this version, else from the network, and without a network with the page that says so.
 */

import {
  fileAt,
  HANDED_FIELD,
  handedRecord,
  isHashed,
  MISSING_FILE,
  revisionOf,
  UNREACHABLE_FILE,
  withSlash,
} from '../core/offline/files.ts';
import type { PageReport } from '../core/offline/plan.ts';
import { byteRange } from './byte-range.ts';
import {
  base,
  dropAll,
  dropOldFiles,
  earlierVersions,
  failedInstalls,
  fetchForReader,
  fetchVersion,
  noteFailedInstalls,
  readFile,
  site,
  storeFile,
} from './stored-files.ts';

declare const self: ServiceWorkerGlobalScope;

/** Installations in a row, of whatever versions, that may fail. */
const TRIES = 3;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    dropOldFiles()
      // Files that are left over do no harm.
      .catch(() => undefined)
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const response = respond(event.request, (work) => event.waitUntil(work));
  if (response) event.respondWith(response);
});

/** A page says where the reader is, and gets back how much of the course is on the device. */
self.addEventListener('message', (event) => {
  const { savesData, ...place } = event.data as PageReport;
  const [port] = event.ports;
  const copy = orMakeRoom(() => fetchForReader(place, savesData));
  event.waitUntil(
    copy.then(
      (extent) => port?.postMessage(extent),
      // No network, or no room: next time.
      () => undefined,
    ),
  );
});

/**
 * A version that does not come whole is tried again with the next page, and the one before goes on. But a host that changes a
 * file on the way does so for good: after some tries the new version takes over, and what it lacks comes from the network.
 */
async function install(): Promise<void> {
  try {
    await orMakeRoom(fetchVersion);
    await noteFailedInstalls(0);
  } catch (error) {
    const failed = (await failedInstalls()) + 1;
    await noteFailedInstalls(failed);
    if (failed < TRIES) throw error;
  }
  await self.skipWaiting();
}

/** When storage is full, the copy of the course is deleted, since the record of learning needs the room more. */
async function orMakeRoom<T>(fetchFiles: () => Promise<T>): Promise<T> {
  try {
    return await fetchFiles();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') await dropAll();
    throw error;
  }
}

/** Null for requests that are not the site's. `keepAlive` is given work that may outlast the response. */
function respond(request: Request, keepAlive: (work: Promise<unknown>) => void): Promise<Response> | null {
  const url = new URL(request.url);
  if (
    request.method === 'POST' &&
    url.origin === location.origin &&
    url.pathname + url.search === handed.share
  )
    return keepHanded(request);
  if (request.method !== 'GET' || url.origin !== location.origin) return null;
  const file = fileAt(url.pathname, base);
  if (file === null) return null;
  if (request.mode === 'navigate') {
    const folder = withSlash(site, file);
    if (folder !== null) return Promise.resolve(Response.redirect(base + folder + url.search, 301));
  }
  return respondWithFile(file, request, keepAlive);
}

const handed = handedRecord(base);

/** The page that is opened asks before it merges anything; where the file cannot be kept, it opens without. */
async function keepHanded(request: Request): Promise<Response> {
  try {
    const file = (await request.formData()).get(HANDED_FIELD);
    if (file instanceof File) await (await caches.open(handed.cache)).put(handed.page, new Response(file));
  } catch {
    // No room, or no form.
  }
  return Response.redirect(location.origin + handed.page, 303);
}

async function respondWithFile(
  file: string,
  request: Request,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<Response> {
  const revision = revisionOf(site, file) ?? (isHashed(file) ? await earlierRevision(file) : null);
  const stored = revision === null ? null : await readFile(file, revision);
  const range = request.headers.get('range');
  if (stored) return range === null ? stored : byteRange(stored, range);
  try {
    const response = await fetch(request);
    if (revision !== null && response.status === 200) {
      // Where it cannot be stored, the next request fetches it again.
      keepAlive(storeFile(file, revision, response.clone()).catch(() => false));
    }
    return response;
  } catch (error) {
    if (request.mode === 'navigate') return offlinePage(revision === null ? MISSING_FILE : UNREACHABLE_FILE);
    // This version lists all its pages: data it does not list does not exist, whatever the network says.
    if (revision === null && file.startsWith('data/')) return new Response(null, { status: 404 });
    throw error;
  }
}

async function earlierRevision(file: string): Promise<string | null> {
  for (const version of await earlierVersions()) {
    const revision = revisionOf(version, file);
    if (revision !== null) return revision;
  }
  return null;
}

async function offlinePage(file: string): Promise<Response> {
  const status = file === MISSING_FILE ? 404 : 503;
  const stored = await readFile(file, revisionOf(site, file) ?? '');
  if (stored) return new Response(stored.body, { status, headers: stored.headers });
  const text = '인터넷에 연결되어 있지 않습니다. 연결된 뒤 새로 고쳐 주세요.';
  const page = `<!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>오프라인</title><p>${text}</p></html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
