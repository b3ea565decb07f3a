/**
 * The files on the device, in the Cache API, and fetching those that a device is to store, at low priority and a few at a time. A file is
 * stored under its name and the hash of its content: versions share what they have in common and never mix, and an interrupted download
 * goes on. What comes from the network or the cache is checked against the hash, since it may be of another version, a login page of a
 * public network, or damaged.
 */

import type { SiteVersion } from '../core/model/site.ts';
import { addressOf, cacheName, fileAt, isHashed, revisionOf } from '../core/offline/files.ts';
import {
  type Device,
  filesToStore,
  type OfflineCopy,
  type ReaderLocation,
  thriftOf,
} from '../core/offline/plan.ts';

declare const self: ServiceWorkerGlobalScope;

/** Defined by the compiler, in front of the worker's code. */
declare const SITE: SiteVersion;

/** The version of the site that this worker serves. */
export const site: SiteVersion = SITE;

/** Base path with slashes at both ends. */
export const base: string = new URL(self.registration.scope).pathname;

/** Scripts of this many earlier versions stay, for tabs that are still open. */
const EARLIER_VERSIONS = 2;

/**
 * Keys whose hash has been checked since this worker started. An entry overwritten later is served until the worker stops, after
 * seconds without work: only scripts of this origin could do that, and they can do anything.
 */
const verifiedKeys = new Set<string>();

const openCache = () => caches.open(cacheName(base));
const absolute = (address: string) => new URL(base + address, location.origin).href;
const cacheKey = (file: string, revision: string) => absolute(`${addressOf(file)}?kept=${revision}`);
const VERSIONS = absolute('?versions');
const FAILED_INSTALLS = absolute('?failed-installs');

/** A file in a revision; null when it is not stored, or damaged. */
export async function readFile(file: string, revision: string): Promise<Response | null> {
  const key = cacheKey(file, revision);
  try {
    const cache = await openCache();
    const stored = await cache.match(key);
    if (!stored || verifiedKeys.has(key)) return stored ?? null;
    if (!(await hasHash(revision, await stored.arrayBuffer()))) {
      await cache.delete(key);
      return null;
    }
    verifiedKeys.add(key);
    // Read again, since the body has been used up; and the browser caches compiled scripts with the stored response.
    return (await cache.match(key)) ?? null;
  } catch {
    // A cache that cannot be read is as good as none.
    return null;
  }
}

/** Stores a file if it has the right hash, and returns whether it has; throws when there is no room. */
export async function storeFile(file: string, revision: string, response: Response): Promise<boolean> {
  const body = await response.arrayBuffer();
  if (!(await hasHash(revision, body))) return false;
  const headers = new Headers(response.headers);
  // These describe the transfer and not the stored file.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary'])
    headers.delete(name);
  await (await openCache()).put(cacheKey(file, revision), new Response(body, { headers }));
  verifiedKeys.add(cacheKey(file, revision));
  return true;
}

/** Which of some files are missing in the revision of this version. */
async function missingOf(files: readonly string[]): Promise<string[]> {
  const keys = new Set((await (await openCache()).keys()).map(({ url }) => url));
  return files.filter((file) => !keys.has(cacheKey(file, revisionOf(site, file) ?? '')));
}

/** Names of all stored files, in any revision. */
async function storedNames(): Promise<Set<string>> {
  const addresses = (await (await openCache()).keys()).map(({ url }) => new URL(url));
  const files = addresses.filter(({ searchParams }) => searchParams.has('kept'));
  return new Set(files.flatMap(({ pathname }) => fileAt(pathname, base) ?? []));
}

/** Versions that were served before this one, the latest first. */
export async function earlierVersions(): Promise<SiteVersion[]> {
  return (await readVersions()).filter(({ id }) => id !== site.id).slice(0, EARLIER_VERSIONS);
}

/** Deletes all but the files of this version and the scripts of the earlier ones. */
export async function dropOldFiles(): Promise<void> {
  const cache = await openCache();
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

/** How many installations in a row have failed. */
export async function failedInstalls(): Promise<number> {
  const noted = await (await openCache()).match(FAILED_INSTALLS);
  return Number((await noted?.text()) ?? 0) || 0;
}

export async function noteFailedInstalls(count: number): Promise<void> {
  const cache = await openCache();
  if (count === 0) await cache.delete(FAILED_INSTALLS);
  else await cache.put(FAILED_INSTALLS, new Response(String(count)));
}

/** Deletes everything, to give the room back. */
export const dropAll = (): Promise<boolean> => caches.delete(cacheName(base));

async function readVersions(): Promise<SiteVersion[]> {
  try {
    const versions: unknown = await (await (await openCache()).match(VERSIONS))?.json();
    return Array.isArray(versions) ? versions.filter((one: SiteVersion) => one?.format === site.format) : [];
  } catch {
    return [];
  }
}

async function hasHash(revision: string, body: ArrayBuffer): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.startsWith(revision);
}

const AT_ONCE = 3;
const ESTIMATE_MILLIS = 2_000;

/** Fetches what a new version needs before it takes over. On the first visit that is only the offline and 404 pages. */
export async function fetchVersion(): Promise<void> {
  const stored = await storedNames();
  const thrift = stored.size === 0 ? 'visited' : thriftOf(site, await device(false));
  await fetchMissing(filesToStore(site, thrift, stored, { area: null, loaded: [] }));
}

/** Fetches what the device of a reader at this place is to store, and says how much of the course is there. */
export async function fetchForReader(place: ReaderLocation, savesData: boolean): Promise<OfflineCopy> {
  const thrift = thriftOf(site, await device(savesData));
  await fetchMissing(filesToStore(site, thrift, await storedNames(), place));
  const everything = filesToStore(site, 'everything', new Set(), { area: null, loaded: [] });
  return { thrift, area: place.area, isWhole: (await missingOf(everything)).length === 0 };
}

/** Throws when a file does not load, or is of another version; the others are still fetched, unless more of them fail. */
async function fetchMissing(files: readonly string[]): Promise<void> {
  const queue = await missingOf(files);
  const fetchInTurn = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) await fetchFile(file);
  };
  const fetched = await Promise.allSettled(Array.from({ length: AT_ONCE }, fetchInTurn));
  const failed = fetched.find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

async function fetchFile(file: string): Promise<void> {
  const revision = revisionOf(site, file) ?? '';
  const response = await fetch(new URL(base + addressOf(file), location.origin), {
    cache: isHashed(file) ? 'default' : 'no-cache',
    priority: 'low',
  });
  if (!(await storeFile(file, revision, response))) throw new Error(`${file} is of another version`);
}

async function device(savesData: boolean): Promise<Device> {
  const { connection } = navigator as WorkerNavigator & { connection?: { saveData?: boolean } };
  return { savesData: savesData || connection?.saveData === true, freeBytes: await freeBytes() };
}

/** Null where the browser does not say, as Safari before 17, or not soon: an update never waits for that. */
async function freeBytes(): Promise<number | null> {
  try {
    const silence = new Promise<null>((resolve) => setTimeout(resolve, ESTIMATE_MILLIS, null));
    const estimate = await Promise.race([navigator.storage.estimate(), silence]);
    const { quota, usage } = estimate ?? {};
    return quota === undefined || usage === undefined ? null : quota - usage;
  } catch {
    return null;
  }
}
