/**
 * What this device knows of the synced files, in IndexedDB, with its name in the folder. They are lost together or not at all: a device
 * that has forgotten its files takes another name, so that it writes over none of them.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KnownFile } from '../../core/sync/plan.ts';
import type { FileMemory } from './run.ts';

interface MemorySchema extends DBSchema {
  /** By `<folder>/<file>`; the device's name by `<folder>/`. */
  files: { key: string; value: KnownFile | string };
}

export interface FolderMemory extends FileMemory {
  device: string;
}

let opening: Promise<IDBPDatabase<MemorySchema>> | null = null;

const openMemory = (course: string): Promise<IDBPDatabase<MemorySchema>> => {
  opening ??= openDB<MemorySchema>(`study-sync/${course}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('files'),
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  }).catch((cause) => {
    opening = null;
    throw cause;
  });
  return opening;
};

/** The memory of one folder; rejects where the browser stores nothing. */
export async function folderMemory(course: string, folder: string): Promise<FolderMemory> {
  const database = await openMemory(course);
  const transaction = database.transaction('files', 'readwrite');
  const own = `${folder}/`;
  const stored = await transaction.store.get(own);
  const device = typeof stored === 'string' ? stored : freshName();
  if (device !== stored) await transaction.store.put(device, own);
  await transaction.done;
  return {
    device,
    async read() {
      const found = await (await openMemory(course)).getAll(
        'files',
        IDBKeyRange.bound(own, `${own}\uffff`, true),
      );
      return new Map(found.flatMap((file) => (typeof file === 'string' ? [] : [[file.name, file] as const])));
    },
    async write(files) {
      const writing = (await openMemory(course)).transaction('files', 'readwrite');
      await Promise.all(files.map((file) => writing.store.put(file, own + file.name)));
      await writing.done;
    },
  };
}

/** Forgets all folders. */
export async function forgetFolders(course: string): Promise<void> {
  await (await openMemory(course)).clear('files');
}

const freshName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
