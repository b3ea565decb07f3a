/** Writes sw.js: the code of the service worker, with the version it serves in front of it. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import type { Course } from '../../core/model/course.ts';
import { dataFile, NOTE_FILES, type Revisions, type SiteVersion } from '../../core/model/site.ts';
import { SMALL_BYTES } from '../../core/offline/plan.ts';
import type { SiteOptions } from '../options.ts';

export const SERVICE_WORKER = 'sw.js';

/** 48 bits: a version has some thousand files. */
const REVISION_DIGITS = 12;
/** Text comes compressed: the shipped course and one of a thousand topics as 27 and 21 % of their size. */
const COMPRESSED_SHARE = 1 / 4;

/** Files that only hosts, crawlers and machines read, what is compressed beside others, and the worker itself. */
const isLeftOut = (file: string): boolean =>
  /(?:^|\/)[._]|\.(?:br|gz|map|md|txt|xml)$/.test(file) || file === SERVICE_WORKER;
const isPacked = (file: string): boolean =>
  /\.(?:woff2|png|jpe?g|gif|webp|avif|mp[34]|pdf|zip|gz|docx|pptx|xlsx)$/i.test(file);

interface Built {
  course: Course;
  options: SiteOptions;
}

/** Puts the worker that was bundled into `bundled` into `out`, where everything else already is. */
export async function writeServiceWorker(out: string, bundled: string, built: Built): Promise<void> {
  const code = await readFile(path.join(bundled, SERVICE_WORKER), 'utf8');
  const version = built.options.hasServiceWorker
    ? `const SITE=${JSON.stringify(versionOf(out, built))};\n`
    : '';
  await writeFile(path.join(out, SERVICE_WORKER), version + code);
}

/** The worker that takes away one that a built site left on this address, for the dev server, which has none. */
export async function uninstallWorker(root: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: 'src/service-worker/uninstall.ts', output: { format: 'iife' } },
    },
  });
  const [bundle] = [built].flat();
  const chunks = bundle && 'output' in bundle ? bundle.output : [];
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.code : [])).join('');
}

function versionOf(out: string, { course }: Built): SiteVersion {
  const isOfNotes = notesOf(course);
  const version: SiteVersion = { format: 1, id: '', shell: {}, notes: {}, bytes: 0, isSmall: true };
  let transferred = 0;
  for (const file of publishedFiles(out)) {
    // What the notes bring is kept whatever its name: `note-files/docker/_data/hosts.txt`.
    if (!isOfNotes(file) && isLeftOut(file)) continue;
    const data = readFileSync(path.join(out, file));
    const files: Revisions = isOfNotes(file) ? version.notes : version.shell;
    files[file] = revisionOf(data);
    version.bytes += data.length;
    transferred += isPacked(file) ? data.length : data.length * COMPRESSED_SHARE;
  }
  version.isSmall = transferred <= SMALL_BYTES;
  version.id = revisionOf(JSON.stringify([version.shell, version.notes]));
  return version;
}

const revisionOf = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, REVISION_DIGITS);

/** Every file of a built site, in order. */
const publishedFiles = (out: string): string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(out, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/').normalize('NFC'))
    .sort();

/** Whether a file is of the notes: a topic's or an area's page, its data, a picture. */
function notesOf({ pages, assets }: Course): (file: string) => boolean {
  const files = new Set([...assets].map((file) => NOTE_FILES + file));
  for (const { path: page, kind } of pages.values()) {
    if (kind !== 'area' && kind !== 'topic') continue;
    files.add(`${page.slice(1)}index.html`).add(dataFile(page));
  }
  return (file) => files.has(file);
}
