/** The options of a site: which notes it is made from, and where it lives. */

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSettings, SETTINGS_FILES, type WrittenSettings } from '../core/course/settings.ts';
import { decodeNote } from './decode-note.ts';
import type { SyncServer } from './sync-server.ts';

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
  /** Where learners' devices share their record, from SYNC_URL; null where they do not. */
  sync: SyncServer | null;
  /** False ships a worker that takes an earlier one away. */
  hasServiceWorker: boolean;
}

/** Where builds keep what they may need again. */
export const cacheDir = (): string => path.resolve('node_modules/.cache/lecture-study');

/** Absolute. */
export const contentDir = (): string => path.resolve(process.env.CONTENT_DIR ?? 'content');

/** `course.yaml` of a folder of notes; null where there is none. */
export function settingsIn(dir: string): WrittenSettings | null {
  const file = SETTINGS_FILES.find((name) =>
    statSync(path.join(dir, name), { throwIfNoEntry: false })?.isFile(),
  );
  return file === undefined ? null : { file, ...decodeNote(readFileSync(path.join(dir, file))) };
}

/** Where `course.yaml` says that the site is; the environment has the last word, since hosts set it. */
function writtenBase() {
  const written = settingsIn(contentDir());
  return written && readSettings(written, () => true).value.base;
}

/** With slashes at both ends. */
export const siteBase = (): string =>
  `/${process.env.BASE_PATH ?? writtenBase()?.base ?? ''}/`.replace(/\/{2,}/g, '/');

/** Without a slash at the end; empty when it is not known. */
export const siteOrigin = (): string =>
  (process.env.SITE_URL ?? writtenBase()?.origin ?? '').replace(/\/+$/, '');
