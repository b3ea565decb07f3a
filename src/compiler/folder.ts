/** The content folder on disk: which files there are, under the names the course knows them by. */

import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Course names (NFC, `/` between parts) to names on disk, which may be NFD or use other separators. */
export type Folder = Map<string, string>;

const SKIPPED = new Set(['node_modules', 'dist']);

/** Lists every file below `dir`, without dot files, symbolic links and installed packages. */
export async function listFolder(dir: string): Promise<Folder> {
  const files: Folder = new Map();
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(path.join(dir, below), { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const inner = path.join(below, entry.name);
      if (entry.isDirectory()) await visit(inner);
      else if (entry.isFile()) files.set(courseName(inner), path.join(dir, inner));
    }
  };
  await visit('');
  return files;
}

/** Whether a path really lies in the folder: no symbolic link on the way leads elsewhere. */
export async function isWithin(dir: string, onDisk: string): Promise<boolean> {
  try {
    const [root, real] = await Promise.all([realpath(dir), realpath(onDisk)]);
    return real === path.join(root, path.relative(dir, onDisk));
  } catch {
    return false;
  }
}

/** The name the course knows a relative path on disk by. */
export const courseName = (relative: string): string => relative.split(path.sep).join('/').normalize('NFC');
