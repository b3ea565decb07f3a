/** A worker thread that cuts one weight of the font, which takes a second, while the pages are rendered. */

import { parentPort, workerData } from 'node:worker_threads';
import { type FontFace, makeFontFace } from './font.ts';

export interface FontTask {
  face: FontFace;
  cacheDir: string;
}

const { face, cacheDir }: FontTask = workerData;
parentPort?.postMessage(await makeFontFace(face, cacheDir));
