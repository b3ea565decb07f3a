/**
 * Applies the fixes that are safe: after each, its diagnostic must be gone, no other have come, and nothing be lost, or it is
 * undone.
 */

import type { OwnFile, ParseOptions } from '../content/source/context.ts';
import { pushAll } from '../lists.ts';
import { applyEdits, compatible, type Diagnostic, type Fix } from '../model/diagnostic.ts';
import {
  type Compiled,
  type CompileOptions,
  compileCourse,
  followOwnLinks,
  type Note,
  readNote,
} from './compile-course.ts';
import { type Loss, lossOf } from './fix-losses.ts';

/** The notes of a course as texts by file, and what else is known of the folder. */
export interface NotesFolder extends Omit<CompileOptions, 'drafts' | 'base'> {
  notes: ReadonlyMap<string, string>;
  /** Notes that are checked and never changed. */
  frozen?: ReadonlySet<string>;
  /** Draws formulas; without it nothing is told of them. */
  math?: NonNullable<ParseOptions['math']>;
}

export type Fixable = Diagnostic & { fix: Fix };

export interface FixResult {
  /** Every file's text after fixing; those that were not touched are the same string. */
  notes: Map<string, string>;
  /** The fixes that were applied, in order. */
  applied: Fixable[];
  /** The fixes that would have taken something from the notes, and what. */
  refused: { fixable: Fixable; loss: Loss }[];
  /** What is left to say. */
  diagnostics: Diagnostic[];
}

/** Everything there is to say about a folder of notes, by file and place. */
export const checkNotes = (folder: NotesFolder): Diagnostic[] => notesChecker(folder)(folder.notes);

/** Checks notes again and again; a text that has not changed is parsed once. */
export function notesChecker(
  folder: Omit<NotesFolder, 'notes'>,
): (notes: NotesFolder['notes']) => Diagnostic[] {
  const checker = new Checker(folder);
  return (sources) => checker.check(sources).diagnostics;
}

/** Fixes follow fixes (a fixed question is read for the first time); notes need a handful of rounds. */
const ROUNDS = 40;

/** Applies fixes until there is none left; only those of which `isWanted` says so. The same notes once more change nothing. */
export function fixNotes(
  folder: NotesFolder,
  isWanted: (fixable: Fixable) => boolean = () => true,
): FixResult {
  const checker = new Checker(folder);
  let state = checker.check(folder.notes);
  const applied: Fixable[] = [];
  const rejected = new Set<string>();
  const refused: FixResult['refused'] = [];
  const attempt = (fixes: readonly Fixable[]): boolean => {
    const next = apply(state, fixes, checker);
    if ('sources' in next) {
      state = next;
      pushAll(applied, fixes);
      return true;
    }
    const [only] = fixes;
    if (only && fixes.length === 1) {
      rejected.add(diagnosticKey(only));
      if (next.loss) refused.push({ fixable: only, loss: next.loss });
    }
    return false;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const offered = state.diagnostics
      .filter(isFixable)
      .filter((one) => isWanted(one) && !rejected.has(diagnosticKey(one)) && !folder.frozen?.has(one.file));
    const files = new Map<string, Fixable[]>();
    for (const one of offered) files.set(one.file, [...(files.get(one.file) ?? []), one]);
    const batches = [...files.values()].map(compatible);
    if (batches.length === 0) break;
    if (attempt(batches.flat())) continue;
    // One at a time where a file's fixes do not go together; after the first, its other places have moved.
    for (const batch of batches)
      if (batch.length === 1 || !attempt(batch)) batch.find((one) => attempt([one]));
  }
  return { notes: state.sources, diagnostics: state.diagnostics, applied, refused };
}

/** The text of a file after one fix; or what the notes would lose by it, null when it would not help. */
export function tryFix(folder: NotesFolder, fixable: Fixable): { text: string } | Refusal {
  const checker = new Checker(folder);
  const next = apply(checker.check(folder.notes), [fixable], checker);
  return 'sources' in next ? { text: next.sources.get(fixable.file) ?? '' } : next;
}

interface CheckedNotes extends Compiled {
  sources: Map<string, string>;
  notes: Map<string, Note>;
}

/** Why fixes are undone; null when one does not help, or another message comes of it. */
interface Refusal {
  loss: Loss | null;
}

export const isFixable = (diagnostic: Diagnostic): diagnostic is Fixable => diagnostic.fix !== undefined;

const diagnosticKey = ({ file, line, code, message }: Diagnostic): string =>
  `${file}:${line} ${code} ${message}`;

/** The state after some fixes, unless they do not help or do harm. */
function apply(state: CheckedNotes, fixes: readonly Fixable[], checker: Checker): CheckedNotes | Refusal {
  const next = new Map(state.sources);
  for (const file of new Set(fixes.map((one) => one.file))) {
    const edits = fixes.filter((one) => one.file === file).flatMap((one) => one.fix.edits);
    next.set(file, applyEdits(state.sources.get(file) ?? '', edits));
  }
  if (fixes.some(({ fix }) => fix.edits.length === 0)) return { loss: null };
  const after = checker.check(next);
  const allowed = countByCode(state.diagnostics);
  for (const [key, count] of countByCode(fixes)) allowed.set(key, (allowed.get(key) ?? 0) - count);
  const isWorse = [...countByCode(after.diagnostics)].some(
    ([key, count]) => count > (allowed.get(key) ?? 0) && !fixes.some((fix) => isJudgedNow(fix, key)),
  );
  const loss = lossOf(state, after, fixes);
  return isWorse || loss ? { loss } : after;
}

/** How a question or a comparison is written is judged only once it can be read: that is no harm done. */
function isJudgedNow({ severity, code }: Fixable, told: string): boolean {
  if (code === 'mark-left' || code === 'table-broken')
    return / (?:item-|comparison-|question-id-missing)/.test(told);
  const isReading =
    (severity === 'error' && code.startsWith('question-')) || code === 'question-answer-options';
  return isReading && / (?:item-|question-id-missing)/.test(told);
}

/** How often a file is told each thing. */
function countByCode(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file, code } of diagnostics) {
    const key = `${file} ${code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Parses each text once, however often the course is checked. */
class Checker {
  readonly #folder: Omit<NotesFolder, 'notes'>;
  readonly #notes = new Map<string, Note>();

  constructor(folder: Omit<NotesFolder, 'notes'>) {
    this.#folder = folder;
  }

  check(sources: ReadonlyMap<string, string>): CheckedNotes {
    const read = new Map([...sources].map(([file, source]) => [file, this.#read(file, source)]));
    const notes = followOwnLinks(read, this.#folder.files, (file, { source }, own) =>
      this.#read(file, source, own),
    );
    const compiled = compileCourse(notes, { ...this.#folder, drafts: false });
    return { ...compiled, sources: new Map(sources), notes };
  }

  #read(file: string, source: string, ownFile?: OwnFile): Note {
    const cached = this.#notes.get(file);
    const isKnown = cached?.source === source && ownFile === undefined;
    const { math } = this.#folder;
    const note = isKnown
      ? cached
      : readNote(source, { file, ...(math && { math }), ...(ownFile && { ownFile }) });
    this.#notes.set(file, note);
    return note;
  }
}
