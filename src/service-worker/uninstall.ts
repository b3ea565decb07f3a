/**
 * Shipped as sw.js by a site without a service worker, and by the dev server: it replaces an earlier service worker, deletes
 * its cache and unregisters itself. The record of learning is in IndexedDB and stays.
 */

import { cacheName } from '../core/offline/files.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  const { registration } = self;
  const base = new URL(registration.scope).pathname;
  const deleted = caches.delete(cacheName(base)).catch(() => false);
  event.waitUntil(deleted.then(() => registration.unregister()));
});
