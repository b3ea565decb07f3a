/** What git knows of the notes: the texts of the last commit, and when an id first appeared in a file. */

import { execFileSync } from 'node:child_process';

/** Runs git in the content folder; null where there is no git, no repository, or nothing to be told. */
function git(dir: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', ['-C', dir, '-c', 'core.quotePath=false', ...args], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // A folder that is not under git has no history to compare with.
    return null;
  }
}

/** The notes of the last commit that hold question ids, by file; null without a commit. */
export function committedNotes(dir: string): Map<string, string> | null {
  if (git(dir, ['rev-parse', '--verify', '--quiet', 'HEAD']) === null) return null;
  const listing =
    git(dir, ['grep', '-l', '-z', '-E', '<!--[[:space:]]*q[[:space:]]*:', 'HEAD', '--', '.']) ?? '';
  const files = listing
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => name.slice('HEAD:'.length));
  const notes = new Map<string, string>();
  for (const file of files) {
    const text = git(dir, ['show', `HEAD:./${file}`]);
    if (text !== null) notes.set(file.normalize('NFC'), text);
  }
  return notes;
}

/** Seconds since 1970 of the commit that brought some words into a file; infinite when none did yet. */
export function broughtIn(dir: string, file: string, words: string): number {
  const log = git(dir, ['log', '--follow', '--format=%ct', `-S${words}`, '--', file])?.trim() ?? '';
  const oldest = log.split('\n').at(-1) ?? '';
  return oldest === '' ? Number.POSITIVE_INFINITY : Number(oldest);
}

/** Seconds since 1970 of the commit that wrote a line; infinite for one that is not committed. */
export function lineWritten(dir: string, file: string, line: number): number {
  const blame = git(dir, ['blame', '--porcelain', '-L', `${line},${line}`, '--', file]) ?? '';
  const time = /^committer-time (\d+)$/m.exec(blame)?.[1];
  return time === undefined || /^0{40}/.test(blame) ? Number.POSITIVE_INFINITY : Number(time);
}
