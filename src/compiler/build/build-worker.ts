/** What a build does beside its own thread: writing files in turn, and cutting the font. Answers with what was written. */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type FontFace, makeFontFace } from '../font/font.ts';
import { type WrittenFile, written } from './ledger.ts';

/** Files to write below a folder, or a face of the font to be made and written. */
export type Task =
  | { kind: 'write'; out: string; files: [name: string, text: string][] }
  | { kind: 'font'; out: string; face: FontFace; cacheDir: string };

const made = new Set<string>();

function write(out: string, name: string, data: Uint8Array): WrittenFile {
  const file = path.join(out, name);
  const folder = path.dirname(file);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(file, data);
  return written(name, data);
}

async function perform(task: Task): Promise<WrittenFile[]> {
  if (task.kind === 'write')
    return task.files.map(([name, text]) => write(task.out, name, Buffer.from(text)));
  return [write(task.out, `assets/${task.face.name}`, await makeFontFace(task.face, task.cacheDir))];
}

parentPort?.on('message', async (task: Task) => {
  // What fails here ends the worker, and the build with its message.
  parentPort?.postMessage(await perform(task));
});
