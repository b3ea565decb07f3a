/**
 * The site's service worker. A version is installed once all that is to be kept of it is on the device, and takes over
 * at once: open pages keep their scripts, which stay, and the next page that is loaded is of the new version.
 */

import type { Told } from '../core/offline/plan.ts';
import { answer } from './answer.ts';
import { fetchPlace, fetchVersion } from './fetch-files.ts';
import { dropAll, dropOthers } from './kept-files.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const answered = answer(event.request, (work) => event.waitUntil(work));
  if (answered) event.respondWith(answered);
});

/** A page tells where the reader is, and is told how much of the course is on the device. */
self.addEventListener('message', (event) => {
  const { savesData, ...place } = event.data as Told;
  const [port] = event.ports;
  const kept = orMakeRoom(() => fetchPlace(place, savesData));
  event.waitUntil(
    kept.then(
      (told) => port?.postMessage(told),
      // No network, or no room: next time.
      () => undefined,
    ),
  );
});

async function install(): Promise<void> {
  await orMakeRoom(fetchVersion);
  await self.skipWaiting();
}

/** The learner's record needs the room more than we do. */
async function orMakeRoom<T>(fetchFiles: () => Promise<T>): Promise<T> {
  try {
    return await fetchFiles();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') await dropAll();
    throw error;
  }
}
