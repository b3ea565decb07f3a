/**
 * Folders to build in, outside the repository: watchers skip what lies below node_modules, and every run starts cold.
 * Packages are hard-linked: tools that compare paths do not stumble over symbolic links, and the caches they keep in
 * node_modules are the folder's own.
 */

import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let root = null;

/** A new folder with the packages installed in `packages` (a node_modules folder). */
export function makeWorkFolder(name, packages) {
  root ??= mkdtempSync(path.join(tmpdir(), 'study-bench-'));
  const dir = path.join(root, name);
  linkFolder(packages, path.join(dir, 'node_modules'));
  return dir;
}

const CACHES = /^\.(?!bin$|package-lock\.json$)/;

function linkFolder(from, to, isTop = true) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (isTop && CACHES.test(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target, false);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another file system.
    copyFileSync(source, target);
  }
}

export function removeWorkFolders() {
  if (root) rmSync(root, { recursive: true, force: true });
  root = null;
}
