/**
 * The service worker. A version is installed once all its files are on the device, and takes over at once: open pages keep
 * their scripts, which stay stored, and the next page that is loaded is of the new version.
 */

import type { PageReport } from '../core/offline/plan.ts';
import { respond } from './respond.ts';
import {
  dropAll,
  dropOldFiles,
  failedInstalls,
  fetchForReader,
  fetchVersion,
  noteFailedInstalls,
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
