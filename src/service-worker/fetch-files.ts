/** Brings files to the device, behind everything the reader does. */

import { addressOf, isHashed, revisionOf } from '../core/offline/files.ts';
import { type Device, filesToKeep, type Kept, type Place, thriftOf } from '../core/offline/plan.ts';
import { keepFile, keptNames, missingOf } from './kept-files.ts';
import { base, site } from './scope.ts';

const AT_ONCE = 3;

/** Fetches what is to be kept and is not there yet. Throws when a file does not come, or not as it should be. */
export async function fetchFiles(place: Place): Promise<Kept> {
  const thrift = thriftOf(site, await device());
  const waiting = await missingOf(filesToKeep(site, thrift, await keptNames(), place));
  const fetchInTurn = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await fetchFile(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchInTurn));
  const everything = filesToKeep(site, 'everything', new Set(), { area: null, loaded: [] });
  return { thrift, isWhole: (await missingOf(everything)).length === 0 };
}

async function fetchFile(file: string): Promise<void> {
  const revision = revisionOf(site, file) ?? '';
  const response = await fetch(new URL(base + addressOf(file), location.origin), {
    cache: isHashed(file) ? 'default' : 'no-cache',
    priority: 'low',
  });
  if (!(await keepFile(file, revision, response))) throw new Error(`${file} is of another version`);
}

async function device(): Promise<Device> {
  const { connection, storage } = navigator as WorkerNavigator & { connection?: { saveData?: boolean } };
  const { quota, usage } = await storage.estimate().catch(() => ({ quota: undefined, usage: undefined }));
  return {
    savesData: connection?.saveData === true,
    freeBytes: quota === undefined || usage === undefined ? null : quota - usage,
  };
}
