/** What the compiler and the browser tell the service worker: the version it serves, and where the site lives. */

import type { SiteVersion } from '../core/model/site.ts';

declare const self: ServiceWorkerGlobalScope;

/** Written before the worker's code by the compiler. */
declare const SITE: SiteVersion;

export const site: SiteVersion = SITE;

/** Base path with slashes at both ends. */
export const base: string = new URL(self.registration.scope).pathname;
