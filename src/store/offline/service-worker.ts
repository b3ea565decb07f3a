/** The page's side of the service worker: registering it, looking for newer versions, and telling it where the reader is. */

import { create } from 'zustand';
import { fileAt } from '../../core/offline/files.ts';
import type { OfflineCopy, PageReport } from '../../core/offline/plan.ts';
import { savesData } from '../network.ts';
import { useUpdate } from '../pages.ts';
import { basePath } from '../site.ts';
import { trustedScript } from '../trusted-types.ts';

const HOUR_MILLIS = 3_600_000;
/** A tab that is looked at again asks at most this often. */
const LOOK_MILLIS = 600_000;

/** What of the course is on the device; null until the worker has said so, and where there is none. */
export const useOfflineCopy = create<{ copy: OfflineCopy | null }>(() => ({ copy: null }));

const NAME = 'sw.js';
let isStarted = false;

/** Registers the worker, once. Where that fails, the site works without it. */
export async function startServiceWorker(): Promise<void> {
  if (isStarted || !('serviceWorker' in navigator)) return;
  isStarted = true;
  const base = `${basePath()}/`;
  try {
    // The first worker of all takes over a page of its own version.
    let wasControlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (wasControlled) useUpdate.setState({ isReady: true });
      wasControlled = true;
    });
    const registration = await navigator.serviceWorker.register(trustedScript(base + NAME), {
      scope: base,
      updateViaCache: 'none',
    });
    lookForUpdates(registration);
  } catch {
    // Blocked by the browser or its settings, or not there: read online.
  }
}

function lookForUpdates(registration: ServiceWorkerRegistration): void {
  let lookedAt = Date.now();
  const look = (after: number) => {
    if (document.visibilityState !== 'visible' || Math.abs(Date.now() - lookedAt) < after) return;
    lookedAt = Date.now();
    // No network: next time.
    registration.update().catch(() => undefined);
  };
  setInterval(look, HOUR_MILLIS, HOUR_MILLIS);
  document.addEventListener('visibilitychange', () => look(LOOK_MILLIS));
  addEventListener('online', () => look(LOOK_MILLIS));
}

/** Tells the worker which area is at hand and what this page has loaded, so that it can store them. */
export async function reportLocation(area: string | null): Promise<void> {
  if (!isStarted || useOfflineCopy.getState().copy?.isWhole) return;
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<OfflineCopy>) => useOfflineCopy.setState({ copy: data });
  active?.postMessage({ area, loaded: loadedFiles(), savesData: savesData() } satisfies PageReport, [port2]);
}

function loadedFiles(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  const files = [location.href, ...addresses].map((address) => {
    const url = new URL(address);
    return url.origin === location.origin ? fileAt(url.pathname, `${basePath()}/`) : null;
  });
  return [...new Set(files)].filter((file) => file !== null);
}
