/** Where learners' devices share their record, as SYNC_URL and SYNC_SERVER say it. */

import { AuthorError } from './folder.ts';
import { siteOrigin } from './options.ts';

export interface SyncServer {
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
