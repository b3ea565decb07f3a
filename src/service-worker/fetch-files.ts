/** Brings files to the device, behind everything the reader does. */

import { addressOf, isHashed, revisionOf } from '../core/offline/files.ts';
import { type Device, filesToKeep, type Kept, type Place, thriftOf } from '../core/offline/plan.ts';
import { keepFile, keptNames, missingOf } from './kept-files.ts';
import { base, site } from './scope.ts';

const AT_ONCE = 3;

/** What is to be had of a new version before it takes over; of the first one no more than tells that there is nothing. */
export async function fetchVersion(): Promise<void> {
  const kept = await keptNames();
  const thrift = kept.size === 0 ? 'visited' : thriftOf(site, await device(false));
  await fetchMissing(filesToKeep(site, thrift, kept, { area: null, loaded: [] }));
}

/** Fetches what a reader is to have. */
export async function fetchPlace(place: Place, savesData: boolean): Promise<Kept> {
  const thrift = thriftOf(site, await device(savesData));
  await fetchMissing(filesToKeep(site, thrift, await keptNames(), place));
  const everything = filesToKeep(site, 'everything', new Set(), { area: null, loaded: [] });
  return { thrift, area: place.area, isWhole: (await missingOf(everything)).length === 0 };
}

/** Throws when a file does not come, or not as it should be. */
async function fetchMissing(files: readonly string[]): Promise<void> {
  const waiting = await missingOf(files);
  const fetchInTurn = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await fetchFile(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchInTurn));
}

async function fetchFile(file: string): Promise<void> {
  const revision = revisionOf(site, file) ?? '';
  const response = await fetch(new URL(base + addressOf(file), location.origin), {
    cache: isHashed(file) ? 'default' : 'no-cache',
    priority: 'low',
  });
  if (!(await keepFile(file, revision, response))) throw new Error(`${file} is of another version`);
}

async function device(savesData: boolean): Promise<Device> {
  const { connection, storage } = navigator as WorkerNavigator & { connection?: { saveData?: boolean } };
  const { quota, usage } = await storage.estimate().catch(() => ({ quota: undefined, usage: undefined }));
  return {
    savesData: savesData || connection?.saveData === true,
    freeBytes: quota === undefined || usage === undefined ? null : quota - usage,
  };
}
