/** The options of a site: which notes it is made from, where it lives, and where learners' devices share their record. */

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSettings, SETTINGS_FILES, type WrittenSettings } from '../core/course/settings.ts';
import { AuthorError, decodeNote } from './folder.ts';

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

interface SyncServer {
  /** An address below the site's origin, `/sync/`, or an https address elsewhere; with a slash at the end. */
  url: string;
  /** The origin, where it is another one than the site's. */
  origin: string | null;
  /** nginx lists folders as JSON, others speak WebDAV. */
  kind: 'nginx' | 'webdav';
}

/** Null without SYNC_URL. */
export function syncServer(): SyncServer | null {
  const { SYNC_URL: written = '', SYNC_SERVER = '' } = process.env;
  if (written === '') return null;
  const kind = SYNC_SERVER || 'nginx';
  if (kind !== 'nginx' && kind !== 'webdav')
    throw new AuthorError(`SYNC_SERVER에는 nginx나 webdav를 적으세요: ${kind}`);
  const url = written.replace(/\/*$/, '/');
  if (/^\/(?!\/)/.test(url)) return { url, origin: null, kind };
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isHere = /^(?:localhost|127\.0\.0\.1)$/.test(parsed?.hostname ?? '');
  const isSafe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isHere);
  if (!parsed || !isSafe || parsed.username || parsed.search || parsed.hash)
    throw new AuthorError(`SYNC_URL에는 /sync/ 같은 경로나 https 주소를 적으세요: ${written}`);
  return { url: parsed.href, origin: parsed.origin === siteOrigin() ? null : parsed.origin, kind };
}
