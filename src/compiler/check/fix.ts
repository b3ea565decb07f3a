/** `npm run check -- --fix`: shows the fixes as a diff, and writes them when the author agrees. */

import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { createTwoFilesPatch } from 'diff';
import { type Fixable, type FixResult, fixNotes } from '../../core/course/apply-fixes.ts';
import { SAME_QUESTION } from '../../core/course/check-ids.ts';
import { refusalOf } from '../../core/course/fix-losses.ts';
import { applyEdits } from '../../core/model/diagnostic.ts';
import type { Workspace } from '../workspace.ts';
import type { History } from './last-commit.ts';
import { visible } from './report.ts';

export interface Fixes {
  files: { file: string; onDisk: string; before: string; after: string }[];
  /** Places fixed. */
  count: number;
  /** What is not fixed, since something would be lost. */
  refused: FixResult['refused'];
}

/** `ids` gives ids to questions and comparisons and does nothing else: what may run unattended. */
export type FixKind = 'all' | 'ids';

const GIVES_ID = /^(?:question|comparison)-id-(?:missing|repeated)$/;

/** Everything that can be fixed safely. Files that are not UTF-8 are left alone: writing would change their bytes. */
export function proposeFixes(workspace: Workspace, { originals, vanished }: History, kind: FixKind): Fixes {
  const notes = new Map<string, string>();
  const frozen = new Set<string>();
  for (const [file, source] of workspace.sources) {
    const onDisk = workspace.noteOnDisk(file);
    if (onDisk === null || !Buffer.from(source).equals(readFileSync(onDisk))) frozen.add(file);
    notes.set(file, source);
  }
  const restored = restoreIds(notes, workspace, vanished);
  const folder = { ...workspace.folder, notes: restored, originals, frozen };
  const isWanted = ({ code }: Fixable) => kind === 'all' || GIVES_ID.test(code);
  const { notes: fixedNotes, applied: places, refused } = fixNotes(folder, isWanted);
  const files = [...fixedNotes].flatMap(([file, after]) => {
    const before = notes.get(file) ?? '';
    const onDisk = workspace.noteOnDisk(file);
    return before === after || onDisk === null ? [] : [{ file, onDisk, before, after }];
  });
  const restoredCount = [...restored].filter(([file, text]) => text !== notes.get(file)).length;
  return { files, count: places.length + restoredCount, refused };
}

/** A question that lost its comment and is otherwise as it was committed gets its own id back, not a new one. */
function restoreIds(
  notes: ReadonlyMap<string, string>,
  workspace: Workspace,
  vanished: History['vanished'],
): Map<string, string> {
  const restored = new Map(notes);
  for (const { id, closest } of vanished) {
    if (!closest || closest.id !== null || closest.likeness < SAME_QUESTION) continue;
    const { file, line } = closest;
    const missing = workspace.compiled.diagnostics.find(
      (one): one is Fixable =>
        one.code === 'question-id-missing' && one.file === file && one.line === line && one.fix !== undefined,
    );
    if (missing === undefined || restored.get(file) !== notes.get(file)) continue;
    const edits = missing.fix.edits.map((edit) => ({ ...edit, text: ` <!-- q: ${id} -->` }));
    restored.set(file, applyEdits(notes.get(file) ?? '', edits));
  }
  return restored;
}

/** Prints the lines that would change. */
export function showFixes({ files }: Pick<Fixes, 'files'>): void {
  const paint = (line: string) => {
    if (!process.stdout.isTTY) return line;
    const colour = line.startsWith('+') ? 32 : line.startsWith('-') ? 31 : line.startsWith('@') ? 36 : null;
    return colour === null ? line : `\x1b[${colour}m${line}\x1b[0m`;
  };
  for (const { file, before, after } of files) {
    const patch = createTwoFilesPatch('', '', before, after, '', '', { context: 1 }).split('\n');
    // Its own head writes 한글.md in octal figures.
    const hunks = patch.slice(patch.findIndex((line) => line.startsWith('@@')));
    const lines = [`+++ ${file}`, ...hunks.filter((line) => !line.startsWith('\\ '))];
    console.log(lines.map((line) => paint(visible(line.replace(/\r$/, '')))).join('\n'));
  }
}

/** Says which fixes were refused and what would have gone with them. */
export const formatRefused = (refused: Fixes['refused']): string =>
  refused
    .map(({ fixable: { file, line, code }, loss }) => `${visible(file)}:${line}  ${code}  ${refusalOf(loss)}`)
    .join('\n');

/** Writes the files, asking first unless told not to. Returns whether anything was written. */
export async function writeFixes({ files, count }: Fixes, isAgreed: boolean): Promise<boolean> {
  if (files.length === 0) return false;
  if (
    !isAgreed &&
    !(await confirm(
      `${files.length}개 파일에서 ${count}곳을 고칠까요? (y/N) `,
      '고치지 않았습니다. 그대로 고치려면 --fix --yes로 다시 실행하세요.\n',
    ))
  )
    return false;
  for (const { onDisk, after } of files) writeFileSync(onDisk, after);
  return true;
}

/** Asks on a terminal; elsewhere says that nothing was done, and how it would be. */
export async function confirm(question: string, refusal: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.log(refusal);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(?:y|yes|ㅛ|네|예)$/i.test(answer.trim());
}
