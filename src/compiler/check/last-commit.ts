/** Compares the questions of the notes with those of the last commit: which are copies, which are gone; not with those of another course. */

import { execFileSync } from 'node:child_process';
import { parse } from '../../core/content/parse.ts';
import { idsIn } from '../../core/content/source/ids.ts';
import {
  allQuestions,
  type FiledQuestion,
  questionLocation,
  type Vanished,
  vanishedQuestions,
} from '../../core/course/check-ids.ts';
import { type Originals, rootPageOf } from '../../core/course/link-state.ts';

export interface History {
  originals: Originals;
  vanished: Vanished[];
  /** The course of the last commit, where the notes are another one now. */
  replaced: { id: string; questions: number } | null;
}

/** Reads what the last commit says of the questions; an empty history where there is none. */
export function readHistory(dir: string, notes: ReadonlyMap<string, string>): History {
  const now = questionsIn(notes);
  const repeated = [...groupById(now)].filter(([, all]) => all.length > 1);
  const committed = committedNotes(dir);
  if (committed === null) return { originals: new Map(), vanished: [], replaced: null };
  const before = questionsIn(committed);
  const originals = new Map(
    repeated.map(([id, all]) => [id, questionLocation(originalOf(dir, id, all, before))] as const),
  );
  const vanished = vanishedQuestions(before, now);
  const replaced = vanished.length === 0 ? null : replacedCourse(dir, notes);
  if (replaced === null) return { originals, vanished, replaced: null };
  return { originals, vanished: [], replaced: { id: replaced, questions: before.length } };
}

/** The id that the course had in the last commit, if it has another one now. */
function replacedCourse(dir: string, notes: ReadonlyMap<string, string>): string | null {
  const names = (git(dir, ['ls-tree', '-z', '--name-only', 'HEAD', './']) ?? '').split('\0');
  const file = rootPageOf(new Map(names.map((name) => [name, name])));
  const before = file && courseIdOf(file, git(dir, ['show', `HEAD:./${file}`]));
  const page = rootPageOf(notes);
  const now = page && courseIdOf(page, notes.get(page) ?? null);
  return before && now && before !== now ? before : null;
}

const courseIdOf = (file: string, source: string | null): string | null =>
  source === null ? null : parse(source, { file }).value.courseId;

/** The one whose id is in the file for longest; in one file, the one that reads as committed, then the older line. */
function originalOf(
  dir: string,
  id: string,
  all: readonly FiledQuestion[],
  before: readonly FiledQuestion[],
): FiledQuestion {
  const committed = before.find(({ question }) => question.id === id);
  const ranked = all.map((each) => ({
    each,
    rank: [
      broughtIn(dir, each.file, id),
      each.question.title === committed?.question.title ? 0 : 1,
      lineWritten(dir, each.file, each.question.line),
    ],
  }));
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
    return at < 0 ? 0 : (a.rank[at] ?? 0) < (b.rank[at] ?? 0) ? -1 : 1;
  });
  return ranked[0]?.each ?? (all[0] as FiledQuestion);
}

function groupById(questions: readonly FiledQuestion[]): Map<string, FiledQuestion[]> {
  const groups = new Map<string, FiledQuestion[]>();
  for (const each of questions) {
    const { id } = each.question;
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return groups;
}

/** Only files that give ids or may have lost one are read. */
function questionsIn(notes: ReadonlyMap<string, string>): FiledQuestion[] {
  const topics = [...notes]
    .filter(([, source]) => idsIn(source, 'q').size > 0 || /^#{2,6}\s*(?:Q|문제)/m.test(source))
    .map(([file, source]) => [file, parse(source, { file }).value] as const);
  return allQuestions(new Map(topics));
}

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
function committedNotes(dir: string): Map<string, string> | null {
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
function broughtIn(dir: string, file: string, words: string): number {
  const log = git(dir, ['log', '--follow', '--format=%ct', `-S${words}`, '--', file])?.trim() ?? '';
  const oldest = log.split('\n').at(-1) ?? '';
  return oldest === '' ? Number.POSITIVE_INFINITY : Number(oldest);
}

/** Seconds since 1970 of the commit that wrote a line; infinite for one that is not committed. */
function lineWritten(dir: string, file: string, line: number): number {
  const blame = git(dir, ['blame', '--porcelain', '-L', `${line},${line}`, '--', file]) ?? '';
  const time = /^committer-time (\d+)$/m.exec(blame)?.[1];
  return time === undefined || /^0{40}/.test(blame) ? Number.POSITIVE_INFINITY : Number(time);
}
