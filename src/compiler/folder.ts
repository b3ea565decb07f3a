/**
 * The content folder: lists its files under the names that the course uses (NFC, `/` between parts), with their names on disk, and reads
 * the bytes of notes as text; and temporary folders in the cache.
 */

import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { readdirSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { isMarkdown } from '../core/content/source/paths.ts';

/** An error whose words say to the author what to do: no place in the code is printed with it. */
export class AuthorError extends Error {
  [inspect.custom](): string {
    return this.message;
  }
}

/** Every command begins here: without a folder that holds notes there is nothing to do, and nothing may be published. */
export function requireNotes(dir: string): void {
  const stats = statSync(dir, { throwIfNoEntry: false });
  const here = path.relative(process.cwd(), dir);
  const start = `새로 시작하려면 npm run new -- ${here.startsWith('..') ? dir : here}`;
  if (!stats)
    throw new AuthorError(`노트 폴더가 없습니다: ${dir}\nCONTENT_DIR을 고치거나 폴더를 만드세요. ${start}`);
  if (!stats.isDirectory())
    throw new AuthorError(`노트 폴더가 아니라 파일입니다: ${dir}\nCONTENT_DIR에는 폴더를 적으세요.`);
  if (!hasNotes(dir))
    throw new AuthorError(`노트 폴더에 마크다운 파일이 없습니다: ${dir}\nREADME.md부터 쓰세요. ${start}`);
}

function hasNotes(dir: string): boolean {
  try {
    const entries = readdirSync(dir, { withFileTypes: true }).filter(({ name }) => !isSkipped(name));
    return (
      entries.some((entry) => !entry.isDirectory() && isMarkdown(entry.name)) ||
      entries.some((entry) => entry.isDirectory() && hasNotes(path.join(dir, entry.name)))
    );
  } catch (cause) {
    throw new AuthorError(`노트 폴더를 읽을 수 없습니다: ${dir}`, { cause });
  }
}

/** Course names (NFC, `/` between parts) to names on disk, which may be NFD or use other separators. */
export type Folder = Map<string, string>;

interface Listing {
  files: Folder;
  /** Those of the files that symbolic links lead to. */
  aliases: Set<string>;
  /** Names of symbolic links that lead out of the folder, or to what is no part of a course. */
  outside: Set<string>;
}

/** Files and folders that are no part of a course: hidden ones, installed packages, what was built. */
export const isSkipped = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules' || name === 'dist';

/**
 * Lists every file below `dir`, without what is skipped. Symbolic links are followed within the folder; below a linked folder no
 * further one is, which could go round. A folder that is not there is an error with a message for the author.
 */
export async function listFolder(dir: string): Promise<Listing> {
  const files: Folder = new Map();
  const aliases = new Set<string>();
  const outside = new Set<string>();
  const visit = async (below: string, isLinked: boolean): Promise<void> => {
    const entries = await readdir(path.join(dir, below), { withFileTypes: true }).catch((cause: unknown) => {
      // A folder may go while its neighbours are read; the course's own may not.
      if (below === '') throw new AuthorError(`노트 폴더를 읽을 수 없습니다: ${dir}`, { cause });
      return [];
    });
    for (const entry of entries) {
      if (isSkipped(entry.name)) continue;
      const inner = path.join(below, entry.name);
      const [name, onDisk] = [courseName(inner), path.join(dir, inner)];
      const kind = entry.isSymbolicLink() ? kindOf(onDisk) : entry;
      if (kind !== entry && kind !== undefined && !isWithin(dir, onDisk)) outside.add(name);
      else if (kind?.isFile()) {
        files.set(name, onDisk);
        if (kind !== entry || isLinked) aliases.add(name);
      } else if (kind?.isDirectory() && (kind === entry || !isLinked))
        await visit(inner, isLinked || kind !== entry);
    }
  };
  await visit('', false);
  return { files, aliases, outside };
}

/** What a path leads to; undefined where that is nothing. */
function kindOf(onDisk: string): Stats | undefined {
  try {
    return statSync(onDisk, { throwIfNoEntry: false });
  } catch {
    // Links that lead to one another.
    return undefined;
  }
}

/** What tells two states of a file apart without reading it; null when there is no file. */
export function stampOf(onDisk: string): string | null {
  // At once: a thousand of them take less than a thousand promises do.
  const stats = kindOf(onDisk);
  return stats?.isFile() ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : null;
}

/** Whether a path is the folder's or, as it is written, one below it. */
export const isBelow = (dir: string, file: string): boolean =>
  file === dir || file.startsWith(dir + path.sep);

/**
 * What a path leads to: a file of the folder itself, one that symbolic links on the way lead to (`alias`), or what is no part of the
 * course, outside of the folder or skipped in it.
 */
export function linkKind(dir: string, onDisk: string): 'file' | 'alias' | 'outside' {
  try {
    const real = path.relative(realpathSync.native(dir), realpathSync.native(onDisk));
    const isOutside =
      path.isAbsolute(real) || real.split(path.sep).some((part) => part === '..' || isSkipped(part));
    return isOutside ? 'outside' : real === path.relative(dir, onDisk) ? 'file' : 'alias';
  } catch {
    return 'outside';
  }
}

/** Whether a path really lies in the folder, wherever symbolic links lead on the way. */
export const isWithin = (dir: string, onDisk: string): boolean => linkKind(dir, onDisk) !== 'outside';

/** The name the course knows a relative path on disk by. */
export const courseName = (relative: string): string => relative.split(path.sep).join('/').normalize('NFC');

/** Where builds keep what they may need again. */
export const cacheDir = (): string => path.resolve('node_modules/.cache/lecture-study');

/** A folder of this process alone: others may be building, too. Its name says whose it is. */
export function ownFolder(kind: 'dev' | 'ssr' | 'worker', cache = cacheDir()): string {
  return path.join(cache, `${kind}-${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** Removes the folders of processes that are gone. */
export function removeStaleFolders(cache = cacheDir()): void {
  for (const name of namesIn(cache)) {
    const [, owner] = /^(?:dev|ssr|worker)-(\d+)-[\da-f]{8}$/.exec(name) ?? [];
    if (owner !== undefined && !isRunning(Number(owner)))
      rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Notes are UTF-8; of any other encoding the author is told which it is.

export interface DecodedNote {
  text: string;
  /** The name of another encoding; null for UTF-8, also with bytes that are none (they are read as U+FFFD). */
  encoding: string | null;
}

/** Reads any bytes. A byte order mark of UTF-8 stays in the text. */
export function decodeNote(bytes: Buffer): DecodedNote {
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: null };
  const wide = wideEncoding(bytes);
  if (wide !== null)
    return {
      text: new TextDecoder(wide).decode(bytes),
      encoding: wide === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE',
    };
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text, encoding: null } : (decodeKorean(bytes, text) ?? { text, encoding: null });
}

/** By its mark, or by the zeros that ASCII has in it: `# ` is 23 00 20 00 in little endian. 가 (AC00) has one, too. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const isText = !/(?![\t\n\f\r])\p{Cc}|\uFFFD/u.test(new TextDecoder(encoding).decode(bytes));
  return isText ? encoding : null;
}

/** CP949 (with EUC-KR within it), when that reads as Hangul what UTF-8 cannot read; a few broken bytes are broken UTF-8. */
function decodeKorean(bytes: Buffer, asUtf8: string): DecodedNote | null {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(asUtf8, /\uFFFD/g) <= count(asUtf8, /[^\p{ASCII}\uFFFD]/gu)) return null;
  const text = new TextDecoder('euc-kr').decode(bytes);
  return count(text, /[가-힣]/g) > count(text, /\uFFFD/g) ? { text, encoding: 'CP949(EUC-KR)' } : null;
}
