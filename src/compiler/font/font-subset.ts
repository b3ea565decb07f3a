/**
 * Cuts WOFF2 files out of Pretendard Variable: the given characters, one weight each. They are renamed, since the license
 * reserves the font's name.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export const FAMILY = 'Course Sans';
/**
 * A file for the text and one for what stands out (tokens.css). Not one that varies: working out every glyph's outline
 * from its variations took as long as laying out the whole page.
 */
export const WEIGHTS = [400, 680] as const;
export type Weight = (typeof WEIGHTS)[number];
/** Pretendard has no lnum: its figures are lining and proportional by default. */
const FEATURES = ['kern', 'tnum', 'pnum', 'ccmp', 'locl', 'mark'];
const LICENCE_NAMES = [13, 14];

const resolve = createRequire(import.meta.url).resolve;
const manifestOf = {
  pretendard: resolve('pretendard/package.json'),
  'subset-font': resolve('subset-font/package.json'),
};

/** Everything but the characters that decides the bytes of a subset; raise the number when the code does. */
export async function recipe(): Promise<string> {
  const versions = await Promise.all(
    Object.values(manifestOf).map(async (file) => JSON.parse(await readFile(file, 'utf8')).version),
  );
  return JSON.stringify([2, versions, FAMILY, FEATURES]);
}

export async function subset(characters: string, weight: Weight): Promise<Uint8Array> {
  // Only when a font has to be made: it brings a megabyte of WebAssembly.
  const { default: subsetFont } = await import('subset-font');
  const file = path.join(path.dirname(manifestOf.pretendard), 'dist/public/variable/PretendardVariable.ttf');
  const common = { noHinting: true, preserveNameIds: LICENCE_NAMES };
  const sfnt = await subsetFont(await readFile(file), characters, {
    ...common,
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    variationAxes: { wght: weight },
  });
  return subsetFont(rename(sfnt), '', { ...common, targetFormat: 'woff2', keepAllGlyphs: true });
}

/**
 * The licence reserves the name Pretendard for the unmodified font. The new name table is put at the end, with
 * stale checksums: the conversion that follows lays the file out again.
 */
function rename(sfnt: Buffer): Buffer {
  const entry = directoryEntry(sfnt, 'name');
  const table = renamedTable(sfnt.subarray(sfnt.readUInt32BE(entry + 8)));
  const padding = Buffer.alloc(-sfnt.length & 3);
  const renamed = Buffer.concat([sfnt, padding, table]);
  renamed.writeUInt32BE(sfnt.length + padding.length, entry + 8);
  renamed.writeUInt32BE(table.length, entry + 12);
  return renamed;
}

function directoryEntry(sfnt: Buffer, tag: string): number {
  for (let index = 0; index < sfnt.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    if (sfnt.toString('latin1', entry, entry + 4) === tag) return entry;
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** The name table again, each record (12 bytes, the last four its string's length and offset) with its new string. */
function renamedTable(table: Buffer): Buffer {
  const count = table.readUInt16BE(2);
  const strings = table.readUInt16BE(4);
  const head = Buffer.from(table.subarray(0, 6 + 12 * count));
  head.writeUInt16BE(0, 0);
  head.writeUInt16BE(head.length, 4);
  const parts: Buffer[] = [head];
  let offset = 0;
  for (let at = 6; at < head.length; at += 12) {
    const start = strings + head.readUInt16BE(at + 10);
    const part = renamedString(
      table.subarray(start, start + head.readUInt16BE(at + 8)),
      head.readUInt16BE(at),
    );
    head.writeUInt16BE(part.length, at + 8);
    head.writeUInt16BE(offset, at + 10);
    offset += part.length;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Only names for Macintosh (platform 1) are in bytes, the others in UTF-16BE. PostScript names have no spaces. */
function renamedString(bytes: Buffer, platform: number): Buffer {
  const wide = platform !== 1;
  const text = wide ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1');
  const renamed = text
    .replaceAll('PretendardVariable', FAMILY.replace(' ', ''))
    .replace(/Pretendard(?: Variable)?/g, FAMILY);
  return wide ? Buffer.from(renamed, 'utf16le').swap16() : Buffer.from(renamed, 'latin1');
}
