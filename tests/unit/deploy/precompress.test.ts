/** What lies beside the files of a built site: the same text, smaller, as old, and only where it is worth it. */

import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from '../../../src/compiler/build/precompress.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'precompress-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, data: string | Uint8Array) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), data);
};
/** As HTTP tells it, in seconds. */
const ageOf = (file: string) => Math.floor(statSync(file).mtimeMs / 1000);
const TEXT = '컨테이너는 호스트의 커널을 함께 쓴다. '.repeat(200);

test('text is compressed both ways, in every folder', async () => {
  const names = [
    'index.html',
    'docker/compose/index.html',
    'assets/a-12345678.js',
    'data/a.json',
    '한글 이름/index.html',
    'manifest.webmanifest',
  ];
  for (const name of names) put(name, TEXT);
  utimesSync(path.join(folder, 'index.html'), 1_000_000, 1_000_000);
  await precompress(folder);
  for (const name of names) {
    const file = path.join(folder, name);
    expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString(), name).toBe(TEXT);
    expect(gunzipSync(readFileSync(`${file}.gz`)).toString(), name).toBe(TEXT);
    expect(ageOf(`${file}.br`), name).toBe(ageOf(file));
    expect(ageOf(`${file}.gz`), name).toBe(ageOf(file));
  }
});

test('pictures, small files and what does not get smaller stay alone', async () => {
  put('icon.png', TEXT);
  put('font.woff2', TEXT);
  put('robots.txt', 'User-agent: *\n');
  put(
    'noise.wasm',
    Buffer.concat(Array.from({ length: 64 }, (_, n) => createHash('sha512').update(`${n}`).digest())),
  );
  await precompress(folder);
  expect(readdirSync(folder).sort()).toEqual(['font.woff2', 'icon.png', 'noise.wasm', 'robots.txt']);
});
