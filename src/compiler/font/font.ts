/**
 * The course's own font, one file for each weight, with every character of the course and the interface. Other characters, which only a
 * reader can type, are drawn in the system's font: files for them would cost 2.7 kB in every page.
 */

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FAMILY, recipe, subset, WEIGHTS, type Weight } from './font-subset.ts';

/** A font before it is made: pages refer to it while it is still being cut. */
export interface CourseFont {
  faces: FontFace[];
  /** The @font-face rules, for a site at `base` that serves the files from `assets/`. */
  css: (base: string) => string;
}

export interface FontFace {
  /** `course-sans-<weight>-<8 hex digits of the hash of all that decides its bytes>.woff2`. */
  name: string;
  weight: Weight;
  /** Its characters, once each. */
  characters: string;
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const PUNCTUATION = '\u00a0·•…‘’“”–—‹›「」『』〈〉《》';
const SYMBOLS = '×÷±−≤≥≠≈°※←↑→↓○●△□■☆★✓①②③④⑤';
/** What a half typed syllable looks like, and the items of a box. */
const CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Dates are written by Intl, so that their words need not stand in any script. */
const DATES = '년월일화수목금토요오전후시분초';

/** The font for a text, or for its characters in any order. */
export async function planCourseFont(text: string): Promise<CourseFont> {
  const all = ASCII + PUNCTUATION + SYMBOLS + CONSONANTS + DATES + text.normalize('NFC') + text;
  const characters = printable(all).join('');
  const key = await cacheKey(characters);
  const nameOf = (weight: Weight) => `course-sans-${weight}-${key.slice(0, 8)}.woff2`;
  return {
    faces: WEIGHTS.map((weight) => ({ name: nameOf(weight), weight, characters })),
    css: (base) => WEIGHTS.map((weight) => rule(`${base}assets/${nameOf(weight)}`, weight)).join(''),
  };
}

/** The bytes of a face; takes a second of computing, or milliseconds when `cacheDir` has them. */
export async function makeFontFace(
  { characters, weight }: Omit<FontFace, 'name'>,
  cacheDir: string,
): Promise<Uint8Array> {
  const file = path.join(cacheDir, `font-${weight}-${(await cacheKey(characters)).slice(0, 32)}.woff2`);
  return (await readIfThere(file)) ?? (await writeWhole(file, await subset(characters, weight)));
}

/** The characters of a text once each, in the order of their code points, without controls and lone surrogates. */
function printable(text: string): string[] {
  return [...new Set(text)].filter((character) => !/[\p{Cc}\p{Cs}]/u.test(character)).sort(byCodePoint);
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
const byCodePoint = (a: string, b: string): number => codePoint(a) - codePoint(b);

const rule = (url: string, weight: Weight): string =>
  `@font-face{font-family:"${FAMILY}";src:url("${url}")format("woff2");font-weight:${weight};` +
  'font-style:normal;font-display:optional}';

const cacheKey = async (characters: string): Promise<string> =>
  createHash('sha256')
    .update((await recipe()) + characters)
    .digest('hex');

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

// The characters to which the font is cut: those of the course's data and of the interface.

const CODE_UNITS = 0x1_0000;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A set of characters as a table, since millions of characters are added. */
export class CharacterSet {
  #units = new Uint8Array(CODE_UNITS);
  #beyond = new Set<number>();

  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!isHighSurrogate(unit)) {
        this.#units[unit] = 1;
        continue;
      }
      const point = text.codePointAt(at) ?? unit;
      this.#beyond.add(point);
      if (point > unit) at++;
    }
  }

  /** Each character once. */
  text(): string {
    const points: number[] = [];
    this.#units.forEach((isThere, unit) => {
      if (isThere) points.push(unit);
    });
    // Last, so that no half of a pair stands before another one's second half.
    return [...points, ...this.#beyond].map((point) => String.fromCodePoint(point)).join('');
  }
}

/** The text of the scripts, which hold the words of the interface. */
export async function interfaceText(assets: string): Promise<string> {
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(path.join(assets, name), 'utf8')));
  return texts.join('');
}
