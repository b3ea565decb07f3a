/**
 * The files on the device. Each is kept under its name and the hash of its content, so that versions share what they
 * have in common, none is ever mixed with another, and what was fetched before an interruption counts. Whatever comes
 * from the network or from the cache is checked against the hash: a file of another version, a login page of a public
 * network or a damaged entry is no file of ours.
 */

import type { SiteVersion } from '../core/model/site.ts';
import { cacheName } from '../core/offline/cache-name.ts';
import { addressOf, fileAt, isHashed, revisionOf } from '../core/offline/files.ts';
import { base, site } from './scope.ts';

/** Versions before this one whose scripts stay, for tabs that have been open since. */
const EARLIER_VERSIONS = 2;

/** Keys whose content has been checked since this worker started. */
const checked = new Set<string>();

const opened = () => caches.open(cacheName(base));
const at = (address: string) => new URL(base + address, location.origin).href;
const keyOf = (file: string, revision: string) => at(`${addressOf(file)}?kept=${revision}`);
const VERSIONS = at('?versions');

/** A file as this version has it; null when it is not on the device, or not as it should be. */
export async function readFile(file: string, revision: string): Promise<Response | null> {
  const key = keyOf(file, revision);
  try {
    const cache = await opened();
    const kept = await cache.match(key);
    if (!kept || checked.has(key)) return kept ?? null;
    if (!(await isAs(revision, await kept.arrayBuffer()))) {
      await cache.delete(key);
      return null;
    }
    checked.add(key);
    // Again as it was kept: with a script the browser keeps what it has compiled of it.
    return (await cache.match(key)) ?? null;
  } catch {
    // A cache that cannot be read is as good as none.
    return null;
  }
}

/** Keeps a file if it is what the version says; throws when there is no room. */
export async function keepFile(file: string, revision: string, response: Response): Promise<boolean> {
  const body = await response.arrayBuffer();
  if (!(await isAs(revision, body))) return false;
  const headers = new Headers(response.headers);
  // They speak of what was on the line, and of answers to others.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary'])
    headers.delete(name);
  await (await opened()).put(keyOf(file, revision), new Response(body, { headers }));
  checked.add(keyOf(file, revision));
  return true;
}

/** Which of some files are missing in the revision of this version. */
export async function missingOf(files: readonly string[]): Promise<string[]> {
  const keys = new Set((await (await opened()).keys()).map(({ url }) => url));
  return files.filter((file) => !keys.has(keyOf(file, revisionOf(site, file) ?? '')));
}

/** Names of all files on the device, in whatever revision. */
export async function keptNames(): Promise<Set<string>> {
  const addresses = (await (await opened()).keys()).map(({ url }) => new URL(url));
  const files = addresses.filter(({ searchParams }) => searchParams.has('kept'));
  return new Set(files.flatMap(({ pathname }) => fileAt(pathname, base) ?? []));
}

/** Versions that were served before this one, the latest first. */
export async function earlierVersions(): Promise<SiteVersion[]> {
  return (await readVersions()).filter(({ id }) => id !== site.id).slice(0, EARLIER_VERSIONS);
}

/** Leaves what this version needs, and the scripts of the ones before. */
export async function dropOthers(): Promise<void> {
  const cache = await opened();
  const earlier = await earlierVersions();
  for (const { url } of await cache.keys()) {
    const { pathname, searchParams } = new URL(url);
    const file = fileAt(pathname, base) ?? '';
    const revision = searchParams.get('kept');
    const isOf = (version: SiteVersion) => revisionOf(version, file) === revision;
    if (revision !== null && !isOf(site) && !(isHashed(file) && earlier.some(isOf))) await cache.delete(url);
  }
  const versions = JSON.stringify([site, ...earlier]);
  await cache.put(VERSIONS, new Response(versions, { headers: { 'content-type': 'application/json' } }));
}

/** Gives back all room. */
export const dropAll = (): Promise<boolean> => caches.delete(cacheName(base));

async function readVersions(): Promise<SiteVersion[]> {
  try {
    const versions: unknown = await (await (await opened()).match(VERSIONS))?.json();
    return Array.isArray(versions) ? versions.filter((one: SiteVersion) => one?.format === site.format) : [];
  } catch {
    return [];
  }
}

async function isAs(revision: string, body: ArrayBuffer): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.startsWith(revision);
}
