/** Writes a .br and a .gz beside every text file of the site, for hosts that can send them. Pictures and woff2 are compressed already. */

import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures and woff2 are compressed already. */
const TEXT = /\.(?:css|html|js|json|md|svg|txt|wasm|webmanifest|xml)$/;
/** What is written beside a file, for a server to send in its place; by itself it is no address of the site. */
export const isCompressedCopy = (file: string): boolean =>
  /\.br$/.test(file) || (file.endsWith('.gz') && TEXT.test(file.slice(0, -'.gz'.length)));

/** Below this a packet holds the file anyway. */
const LEAST_BYTES = 1024;
/** Of eleven: the last step takes more than twice the time for pages 2 % smaller. */
const BROTLI_QUALITY = 10;
/** So many files at a time keep zlib's threads busy and memory bounded. */
const AT_A_TIME = 8;

const CODINGS: readonly [ending: string, compress: (data: Buffer) => Promise<Buffer>][] = [
  [
    '.br',
    (data) =>
      promisify(brotliCompress)(data, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
        },
      }),
  ],
  ['.gz', (data) => promisify(gzip)(data, { level: constants.Z_BEST_COMPRESSION })],
];

/** Compresses what is worth it below `out`. Takes several times as long as building a large course, hence only when asked for. */
export async function precompress(out: string): Promise<void> {
  const names = await readdir(out, { recursive: true });
  const waiting = names.filter((name) => TEXT.test(name)).map((name) => path.join(out, name));
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await compressFile(file);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

async function compressFile(file: string): Promise<void> {
  const data = await readFile(file);
  if (data.length < LEAST_BYTES) return;
  const { atime, mtime } = await stat(file);
  for (const [ending, compress] of CODINGS) {
    const compressed = await compress(data);
    if (compressed.length >= data.length) continue;
    await writeFile(file + ending, compressed);
    // Servers tell the age of what they send: that of the file itself.
    await utimes(file + ending, atime, mtime);
  }
}
