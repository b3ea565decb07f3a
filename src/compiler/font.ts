/** The course's own font: one file with every character of the course, one with the other common syllables. */

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FAMILY, recipe, subset, WEIGHTS } from './font-subset.ts';

export interface FontFile {
  /** `course-sans-<8 hex digits of the content's hash>.woff2`. */
  name: string;
  data: Uint8Array;
}

export interface CourseFont {
  /** At most two, the primary file first. */
  files: FontFile[];
  /** Name of the file with the characters of the course. */
  primary: string;
  /** The @font-face rules, for a site at `base` that serves the files from `assets/`. */
  css: (base: string) => string;
}

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));
const PUNCTUATION = '\u00a0·•…‘’“”–—‹›「」『』〈〉《》';
const SYMBOLS = '×÷±−≤≥≠≈°※←↑→↓○●△□■☆★✓①②③④⑤';
/** What a half typed syllable looks like, and the items of a box. */
const CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Dates are written by Intl, so that their words need not stand in any script. */
const DATES = '년월일화수목금토요오전후시분초';

/** Subsets the font to `text`; takes a few seconds, or milliseconds when `cacheDir` has it. */
export async function buildCourseFont(text: string, options: { cacheDir: string }): Promise<CourseFont> {
  const primary = printable(
    ASCII + PUNCTUATION + SYMBOLS + CONSONANTS + DATES + text.normalize('NFC') + text,
  );
  const known = new Set(primary);
  const sets = [primary, commonSyllables().filter((syllable) => !known.has(syllable))];
  const ranges = disjointRanges(sets);
  const files: FontFile[] = [];
  for (const set of sets) if (set.length > 0) files.push(await cachedFile(set.join(''), options.cacheDir));
  return {
    files,
    primary: files[0]?.name ?? '',
    css: (base) =>
      files.map((file, index) => face(`${base}assets/${file.name}`, ranges[index] ?? '')).join(''),
  };
}

/** The characters of a text once each, in the order of their code points, without controls and lone surrogates. */
function printable(text: string): string[] {
  return [...new Set(text)].filter((character) => !/[\p{Cc}\p{Cs}]/u.test(character)).sort(byCodePoint);
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
const byCodePoint = (a: string, b: string): number => codePoint(a) - codePoint(b);

/** The 2,350 syllables of KS X 1001, all of which the font has. */
function commonSyllables(): string[] {
  const decoder = new TextDecoder('euc-kr');
  const syllables: string[] = [];
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) syllables.push(decoder.decode(Uint8Array.of(lead, trail)));
  }
  return syllables.sort(byCodePoint);
}

/**
 * `unicode-range` of each set. Characters in no set are taken in by whichever set stands on both sides of them: the
 * rules, inline in every page, are less than half as long, and a missing glyph falls back all the same.
 */
function disjointRanges(sets: readonly (readonly string[])[]): string[] {
  const owned = sets
    .flatMap((set, owner) => set.map((character) => ({ point: codePoint(character), owner })))
    .sort((a, b) => a.point - b.point);
  const runs: { owner: number; first: number; last: number }[] = [];
  for (const { point, owner } of owned) {
    const run = runs.at(-1);
    if (run?.owner === owner) run.last = point;
    else runs.push({ owner, first: point, last: point });
  }
  return sets.map((_, owner) =>
    runs
      .filter((run) => run.owner === owner)
      .map(({ first, last }) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`)
      .join(','),
  );
}

const hex = (point: number): string => point.toString(16).toUpperCase();

const face = (url: string, range: string): string =>
  `@font-face{font-family:"${FAMILY}";src:url("${url}")format("woff2");font-weight:${WEIGHTS.min} ${WEIGHTS.max};` +
  `font-style:normal;font-display:optional;unicode-range:${range}}`;

async function cachedFile(characters: string, cacheDir: string): Promise<FontFile> {
  const file = path.join(cacheDir, `font-${hash((await recipe()) + characters).slice(0, 32)}.woff2`);
  const data = (await readIfThere(file)) ?? (await writeWhole(file, await subset(characters)));
  return { name: `course-sans-${hash(data).slice(0, 8)}.woff2`, data };
}

const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Under another name first, so that a build that is stopped or runs beside leaves no half file. */
async function writeWhole(file: string, data: Uint8Array): Promise<Uint8Array> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, data);
  await rename(draft, file);
  return data;
}
