/**
 * What a site without a service worker ships in its place: takes the old one's place, gives back its room and goes. The
 * learner's record is in a database and stays. Also served while notes are written, where nothing may be kept.
 */

import { cacheName } from '../core/offline/cache-name.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  const { registration } = self;
  const base = new URL(registration.scope).pathname;
  event.waitUntil(caches.delete(cacheName(base)).then(() => registration.unregister()));
});
