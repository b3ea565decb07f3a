/** Fetches the files that a device is to store, at low priority and a few at a time. */

import { addressOf, isHashed, revisionOf } from '../core/offline/files.ts';
import {
  type Device,
  filesToStore,
  type OfflineCopy,
  type ReaderLocation,
  thriftOf,
} from '../core/offline/plan.ts';
import { base, missingOf, site, storedNames, storeFile } from './stored-files.ts';

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
