/** A full device: the offline copy of the course gives way to the record, since it can be fetched again. */

import { cacheName } from '../../core/offline/files.ts';
import { basePath } from '../site.ts';

/** True when room was freed: `cause` said that the device is full, and there was an offline copy. */
export async function makeRoom(cause: unknown): Promise<boolean> {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  if (!isFull || typeof caches === 'undefined') return false;
  return caches.delete(cacheName(`${basePath()}/`)).catch(() => false);
}
