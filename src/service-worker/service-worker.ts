/**
 * The site's service worker. A version is installed once all that is to be kept of it is on the device, and takes over
 * at once: open pages keep their scripts, which stay, and the next page that is loaded is of the new version.
 */

import type { Place } from '../core/offline/plan.ts';
import { answer } from './answer.ts';
import { fetchFiles } from './fetch-files.ts';
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
  const place = event.data as Place;
  const [port] = event.ports;
  event.waitUntil(
    fetchFiles(place).then(
      (kept) => port?.postMessage(kept),
      () => port?.postMessage(null),
    ),
  );
});

async function install(): Promise<void> {
  try {
    await fetchFiles({ area: null, loaded: [] });
  } catch (error) {
    // The learner's record needs the room more than we do.
    if ((error as DOMException).name === 'QuotaExceededError') await dropAll();
    throw error;
  }
  await self.skipWaiting();
}
