/** The version of the site that this worker serves, written into its code by the compiler, and the base path. */

import type { SiteVersion } from '../core/model/site.ts';

declare const self: ServiceWorkerGlobalScope;

/** Defined by the compiler, in front of the worker's code. */
declare const SITE: SiteVersion;

export const site: SiteVersion = SITE;

/** Base path with slashes at both ends. */
export const base: string = new URL(self.registration.scope).pathname;
