/** A record that came as a file from another app: by the share sheet, which the service worker has kept, or opened with the installed app. */

import { handedRecord } from '../../core/offline/files.ts';
import { basePath } from '../site.ts';

/** Calls back with what this page was opened with, if anything; the page opens once more for each file. */
export function takeHandedRecord(onFile: (file: File) => void): void {
  void fromShareSheet().then((file) => file && onFile(file));
  // Where the app is installed and its system lets it open files.
  const { launchQueue } = window as {
    launchQueue?: { setConsumer: (take: (launch: Launch) => void) => void };
  };
  launchQueue?.setConsumer(({ files: [handle] }) => void handle?.getFile().then(onFile, () => undefined));
}

interface Launch {
  files: readonly { getFile: () => Promise<File> }[];
}

async function fromShareSheet(): Promise<File | null> {
  const { cache, page } = handedRecord(`${basePath()}/`);
  try {
    const kept = await caches.match(page, { cacheName: cache });
    if (!kept) return null;
    await caches.delete(cache);
    return new File([await kept.blob()], 'record');
  } catch {
    // Plain http has no caches.
    return null;
  }
}
