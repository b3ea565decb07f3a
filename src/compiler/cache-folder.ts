/** Temporary folders in the cache, one for each process, and the removal of those that killed processes left behind. */

import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheDir } from './options.ts';

/** A folder of this process alone: others may be building, too. Its name says whose it is. */
export function ownFolder(kind: 'dev' | 'ssr' | 'worker', cache = cacheDir()): string {
  return path.join(cache, `${kind}-${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** Removes the folders of processes that are gone. */
export function removeStaleFolders(cache = cacheDir()): void {
  for (const name of namesIn(cache)) {
    const [, owner] = /^(?:dev|ssr|worker)-(\d+)-[\da-f]{8}$/.exec(name) ?? [];
    if (owner !== undefined && !isRunning(Number(owner)))
      rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
