/**
 * The service worker. A version is installed once all its files are on the device, and takes over at once: open pages keep
 * their scripts, which stay stored, and the next page that is loaded is of the new version.
 */

import type { PageReport } from '../core/offline/plan.ts';
import { fetchForReader, fetchVersion } from './fetch-files.ts';
import { respond } from './respond.ts';
import { dropAll, dropOldFiles } from './stored-files.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldFiles().then(() => self.clients.claim()));
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

async function install(): Promise<void> {
  await orMakeRoom(fetchVersion);
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
