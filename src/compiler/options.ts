/** The options of a site: which notes it is made from, and where it lives. */

import path from 'node:path';

export interface SiteOptions {
  /** The folder of notes, absolute. */
  contentDir: string;
  /** Base path with slashes at both ends. */
  base: string;
  /** Origin of the published site without a slash at the end; empty when it is not known. */
  origin: string;
  /** Warnings fail the build, too. */
  strict: boolean;
  /** A .br and a .gz are written beside every text file. */
  precompress: boolean;
  /** The app's own version, as its footer says it. */
  version: string;
  /** False ships a worker that takes an earlier one away. */
  hasServiceWorker: boolean;
}

/** Where builds keep what they may need again. */
export const cacheDir = (): string => path.resolve('node_modules/.cache/lecture-study');

/** Absolute. */
export const contentDir = (): string => path.resolve(process.env.CONTENT_DIR ?? 'content');

/** With slashes at both ends. */
export const siteBase = (): string => `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');

/** Without a slash at the end; empty when it is not known. */
export const siteOrigin = (): string => (process.env.SITE_URL ?? '').replace(/\/+$/, '');
