/** A thread that cuts one face of the course's font: a second of computing, while the pages are rendered. */

import { parentPort, workerData } from 'node:worker_threads';
import { type FontFace, makeFontFace } from './font.ts';

export interface FontTask {
  face: FontFace;
  cacheDir: string;
}

const { face, cacheDir }: FontTask = workerData;
parentPort?.postMessage(await makeFontFace(face, cacheDir));
