/** The service worker of a build: the worker's code, and before it the version that it serves. */

import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Course } from '../core/model/course.ts';
import type { Revisions, SiteVersion } from '../core/model/site.ts';
import type { SiteOptions } from './options.ts';

export const SERVICE_WORKER = 'sw.js';

/** A course of at most so many transferred bytes is fetched as a whole. */
const SMALL_BYTES = 5_000_000;
/** 48 bits: a version has some thousand files. */
const REVISION_DIGITS = 12;

/** Files that only hosts and crawlers read, what is compressed beside them, and the worker itself. */
const isLeftOut = (file: string): boolean =>
  /(?:^|\/)[._]|\.(?:br|gz|map|txt|xml)$/.test(file) || file === SERVICE_WORKER;
const isPacked = (file: string): boolean => /\.(?:woff2|png|jpe?g|gif|webp|avif|mp[34]|pdf|zip)$/i.test(file);

/** Puts the worker that was bundled into `bundled` into `out`, where everything else already is. */
export async function writeServiceWorker(
  out: string,
  bundled: string,
  course: Course,
  { hasServiceWorker }: SiteOptions,
): Promise<void> {
  const code = await readFile(path.join(bundled, SERVICE_WORKER), 'utf8');
  await rm(bundled, { recursive: true, force: true });
  const version = hasServiceWorker ? `const SITE=${JSON.stringify(await versionOf(out, course))};\n` : '';
  await writeFile(path.join(out, SERVICE_WORKER), version + code);
}

/** The worker that takes away one that a built site left on this address, for the dev server, which has none. */
export async function retiredWorker(root: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: 'src/service-worker/retire.ts', output: { format: 'iife' } },
    },
  });
  const [bundle] = [built].flat();
  const chunks = bundle && 'output' in bundle ? bundle.output : [];
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.code : [])).join('');
}

async function versionOf(out: string, course: Course): Promise<SiteVersion> {
  const names = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(out, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/').normalize('NFC'))
    .filter((file) => !isLeftOut(file))
    .sort();
  const isOfNotes = notesOf(course);
  const version: SiteVersion = { format: 1, id: '', shell: {}, notes: {}, bytes: 0, isSmall: true };
  let transferred = 0;
  for (const file of names) {
    const data = await readFile(path.join(out, file));
    const files: Revisions = isOfNotes(file) ? version.notes : version.shell;
    files[file] = digest(data).slice(0, REVISION_DIGITS);
    version.bytes += data.length;
    // Past the limit the exact sum is of no interest.
    if (transferred <= SMALL_BYTES)
      transferred += isPacked(file) ? data.length : gzipSync(data, { level: 1 }).length;
  }
  version.isSmall = transferred <= SMALL_BYTES;
  version.id = digest(JSON.stringify([version.shell, version.notes])).slice(0, REVISION_DIGITS);
  return version;
}

/** Whether a file is of the notes: a topic's or an area's page, its data, a picture. */
function notesOf({ pages, assets }: Course): (file: string) => boolean {
  const files = new Set(assets);
  for (const { path: page, kind } of pages.values()) {
    if (kind !== 'area' && kind !== 'topic') continue;
    files.add(`${page.slice(1)}index.html`).add(`data/${page.slice(1, -1)}.json`);
  }
  return (file) => files.has(file);
}

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
