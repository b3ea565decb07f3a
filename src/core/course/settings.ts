/**
 * What is this course's and not the app's, where `README.md` cannot say it: the optional `course.yaml` of the folder of notes.
 *
 *     language: en
 *     color: "#1d5fa8"
 *     license: "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)"
 */

import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { parse } from '../content/parse.ts';
import { diagnose, type SourcePosition } from '../content/source/diagnostics.ts';
import { resolveFile } from '../content/source/paths.ts';
import type { CourseSettings, TextRun } from '../model/course.ts';
import type { Diagnostic, Parsed } from '../model/diagnostic.ts';
import { textOf, trusted } from '../model/html.ts';
import { nearestTo } from '../quiz/near-miss.ts';
import {
  colourOfHue,
  dayContrast,
  LEAST_CONTRAST,
  type Oklch,
  readableColour,
  readHex,
  toHex,
} from './accent.ts';
import { repositoryAt } from './repository.ts';

/** The names of the file; the first that is there is it. */
export const SETTINGS_FILES = ['course.yaml', 'course.yml'];

/** The file as it was read. */
export interface WrittenSettings {
  file: string;
  text: string;
  /** The name of its encoding, where that is not UTF-8. */
  encoding: string | null;
}

export const NO_SETTINGS: CourseSettings = {
  title: null,
  language: null,
  color: null,
  logo: null,
  license: null,
  repository: null,
  base: null,
};

type Name = keyof CourseSettings;

/** Also as the British write them. */
const OTHER_NAMES: Readonly<Record<string, Name>> = { colour: 'color', licence: 'license' };
const NAMES = Object.keys(NO_SETTINGS) as Name[];

/** What to write, for a value that cannot be used. */
const INSTEAD: Readonly<Record<Name, string>> = {
  title: '강의의 이름을 쓰세요. 예: `title: 한국사 입문`',
  language: '노트를 쓴 말의 코드를 쓰세요. 예: `language: ko`, `language: en`, `language: ja`',
  color: '따옴표로 감싼 16진수 색이나 0에서 360까지의 색상을 쓰세요. 예: `color: "#1d5fa8"`, `color: 250`',
  logo: '노트 폴더에 있는 그림 파일의 이름을 쓰세요. 예: `logo: images/logo.svg`',
  license:
    '이용 조건을 한 줄로 쓰세요. 예: `license: "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.ko)"`',
  repository:
    'GitHub, GitLab, Forgejo에 있는 노트 폴더의 주소를 쓰세요. 예: `repository: https://github.com/me/notes/tree/main/content`',
  base: '사이트가 놓이는 경로나 주소를 쓰세요. 예: `base: /notes/`, `base: https://me.github.io/notes/`',
};

/** Reads the file. Whatever is wrong is told at its line and does without. `canBring`: whether a file of the folder can be on the site. */
export function readSettings(
  { file, text, encoding }: WrittenSettings,
  canBring: (file: string) => boolean,
): Parsed<CourseSettings> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  const diagnostics: Diagnostic[] = [];
  const place = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const value = { ...NO_SETTINGS };
  if (encoding !== null)
    return { value, diagnostics: [diagnose('file-encoding', place(0), { encoding, count: 0 })] };
  const [error] = document.errors;
  const { contents } = document;
  const isNothing = contents === null || (isScalar(contents) && contents.value === null);
  if (error || !(isNothing || isMap(contents))) {
    const at = place(error?.pos[0] ?? contents?.range?.[0] ?? 0);
    return { value, diagnostics: [diagnose('settings-unreadable', at)] };
  }
  const seen = new Set<Name>();
  for (const pair of isMap(contents) ? contents.items : []) {
    const written = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = place(isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);
    const name = NAMES.find((each) => each === (OTHER_NAMES[written] ?? written));
    if (name === undefined) {
      const meant = nearestTo(written, [...NAMES, ...Object.keys(OTHER_NAMES)]);
      diagnostics.push(diagnose('setting-unknown', at, { name: written, meant, names: NAMES }));
    } else if (seen.has(name))
      diagnostics.push(diagnose('setting-value', at, { name, instead: '위에도 있으니 하나만 남기세요.' }));
    else {
      seen.add(name);
      const told = take(name, wordsOf(pair), value, canBring);
      if (told === 'wrong') diagnostics.push(diagnose('setting-value', at, { name, instead: INSTEAD[name] }));
      else if (told) diagnostics.push(diagnose('setting-contrast', at, told));
    }
  }
  return { value, diagnostics };
}

/** The value as it is written, without quotes. YAML takes an unquoted `#1d5fa8` for a comment, and `1e5` for a number. */
function wordsOf({ value }: Pair): string {
  if (!isScalar(value)) return '';
  if (value.value === null && value.comment) return `#${value.comment.trim()}`;
  return (typeof value.value === 'string' ? value.value : (value.source ?? String(value.value))).trim();
}

type Told = 'wrong' | { color: string; ratio: number; nearest: string } | null;

/** Sets one value; what is wrong with it. */
function take(name: Name, words: string, value: CourseSettings, canBring: (file: string) => boolean): Told {
  if (name === 'color') {
    const color = readColour(words);
    if (color === null) return 'wrong';
    value.color = readableColour(color);
    const ratio = dayContrast(color);
    return ratio >= LEAST_CONTRAST ? null : { color: words, ratio, nearest: toHex(value.color) };
  }
  const read = {
    title: () => words || null,
    language: () => readLanguage(words),
    logo: () => readPicture(words, canBring),
    license: () => readLine(words),
    repository: () => (repositoryAt(words) ? words : null),
    base: () => readBase(words),
  }[name]();
  Object.assign(value, { [name]: read });
  return read === null ? 'wrong' : null;
}

function readColour(words: string): Oklch | null {
  if (/^[\da-f]{6}$/i.test(words)) return readHex(`#${words}`);
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words) <= 360 ? colourOfHue(Number(words)) : null;
  return readHex(words);
}

/** Countries that are taken for languages. */
const COUNTRIES = /^(?:kr|jp|cn|us|gb)$/i;

function readLanguage(words: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(words) || COUNTRIES.test(words)) return null;
  try {
    return Intl.getCanonicalLocales(words)[0] ?? null;
  } catch {
    return null;
  }
}

function readPicture(words: string, canBring: (file: string) => boolean): string | null {
  const file = /^[a-z]+:/i.test(words) ? null : resolveFile('', words);
  const isPicture = file !== null && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file);
  return isPicture && canBring(file) ? file : null;
}

/** One line of markdown, of which links count: `© 김강사, [CC BY 4.0](https://…)`. */
function readLine(words: string): TextRun[] | null {
  const { blocks } = parse(words, { file: 'course.yaml' }).value;
  const [block, other] = blocks;
  if (block?.kind !== 'prose' || other || !/^<p>.*<\/p>\s*$/s.test(block.html)) return null;
  const runs: TextRun[] = [];
  let last = 0;
  const add = (markup: string, href?: string) => {
    // Blanks at the ends stand between words.
    const text = `|${markup}|`;
    const shown = textOf(trusted(text)).slice(1, -1);
    if (shown !== '') runs.push(href === undefined ? { text: shown } : { text: shown, href });
  };
  for (const { 0: link, 1: href = '', 2: inside = '', index } of block.html.matchAll(
    /<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs,
  )) {
    add(block.html.slice(last, index));
    add(inside, textOf(trusted(href)));
    last = index + link.length;
  }
  add(block.html.slice(last).trimEnd());
  return runs;
}

function readBase(words: string): CourseSettings['base'] {
  const [, origin = null, path = ''] = /^(https?:\/\/[^\s/?#]+)?(\/[^\s?#]*)?$/.exec(words) ?? [];
  if (origin === null && path === '') return null;
  return { base: `${path}/`.replace(/\/{2,}/g, '/'), origin };
}
