/** Room for the record when the device is full: the copy of the course gives way, for it can be fetched again. */

import { cacheName } from '../../core/offline/cache-name.ts';
import { basePath } from '../base-path.ts';

/** Whether any room was given back. */
export async function makeRoom(cause: unknown): Promise<boolean> {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  if (!isFull || typeof caches === 'undefined') return false;
  return caches.delete(cacheName(`${basePath()}/`)).catch(() => false);
}
