/**
 * From the texts of a folder to a course and everything there is to say about it. The build, the dev server and
 * `npm run check` all go this way, so that none of them knows of something the others do not tell.
 */

import { checkItems } from '../content/lint/item-writing.ts';
import { type ParseOptions, parse } from '../content/parse.ts';
import { diagnose, sortByPlace } from '../content/source/diagnostics.ts';
import { isCoursePage, parseTree, type WrittenTree } from '../content/written-tree.ts';
import type { Course } from '../model/course.ts';
import type { Diagnostic, DiagnosticCode, Parsed } from '../model/diagnostic.ts';
import type { Topic } from '../model/topic.ts';
import { assignAddresses } from './addresses.ts';
import { checkLinks, isRefused } from './check-links.ts';
import { checkQuotes } from './check-quotes.ts';
import { offerFixes } from './course-fixes.ts';
import { fillComparisons } from './fill-comparisons.ts';
import { withSafeFixes } from './fix-losses.ts';
import { type LinkOptions, type LinkState, rootPageOf, rootTopicOf, startLinking } from './link-state.ts';
import { addHomePage, addSitePages, makePages } from './make-pages.ts';
import { checkQuestionIds } from './question-ids.ts';
import { numberTree, shapeCourse } from './topic-tree.ts';

/** A note by itself: its text, what it was parsed to, and what is wrong with it. */
export interface Note extends Parsed<Topic> {
  source: string;
  /** The name of the file's encoding, where it is not UTF-8. */
  encoding: string | null;
  /** The list of links that orders the course; only a course page can have one. */
  tree: WrittenTree | null;
  /** Whether `value` is older than the text: the last state that could be shown. */
  isLastGood: boolean;
}

/** A linked course with everything that was said about it, by file and place. */
export interface Compiled {
  course: Course;
  diagnostics: Diagnostic[];
}

/** Parses one file of the folder. */
export function readNote(source: string, options: ParseOptions): Note {
  const note = parse(source, options);
  const { file, base = '/', encoding = null } = options;
  const diagnostics = withSafeFixes(note, source, (fixed) => parse(fixed, { file, base }));
  const tree = isCoursePage(file) ? parseTree(source, file) : null;
  return { value: note.value, diagnostics, source, encoding, tree, isLastGood: false };
}

/** Compiles notes (by file) that were read before; nothing given is changed. */
export function compileCourse(
  notes: ReadonlyMap<string, Note>,
  options: Omit<LinkOptions, 'tree'>,
): Compiled {
  const topics = new Map([...notes].map(([file, { value }]) => [file, value]));
  // The course page's own list; of another one (`index.md`) only where that has none.
  const root = notes.get(rootPageOf(notes) ?? '');
  const tree = root?.tree ?? [...notes.values()].findLast((note) => note.tree !== null)?.tree ?? null;
  const linked = link(topics, { ...options, tree });
  const own = [...notes.values()].flatMap(({ value, diagnostics, source, isLastGood }) => [
    ...diagnostics,
    ...(isLastGood ? [] : checkItems(value, source)),
  ]);
  const told = isHabit(own, 'title-level', notes.size)
    ? own.filter(({ code }) => code !== 'title-level')
    : own;
  const sourceOf = (file: string) => notes.get(file)?.source ?? null;
  const view = { topics, files: options.files, sourceOf };
  const diagnostics = sortByPlace([...told, ...offerFixes(linked.diagnostics, view)]);
  return { course: linked.value, diagnostics: withoutUnwritable(diagnostics) };
}

/** What most files of a course do is how it is written, and no slip: titles of `##`. */
const isHabit = (diagnostics: readonly Diagnostic[], habit: DiagnosticCode, files: number): boolean =>
  diagnostics.filter(({ code }) => code === habit).length * 2 > files;

/** Nothing is offered for a file that is not UTF-8: its text is not what lies on the disk. */
function withoutUnwritable(diagnostics: Diagnostic[]): Diagnostic[] {
  const files = new Set(diagnostics.filter(({ code }) => code === 'file-encoding').map(({ file }) => file));
  if (files.size === 0) return diagnostics;
  return diagnostics.map(({ fix, ...told }) => (fix && !files.has(told.file) ? { ...told, fix } : told));
}

/** In this order: each reads what those before it have set. */
const PASSES: readonly ((state: LinkState) => void)[] = [
  shapeCourse,
  assignAddresses,
  fillComparisons,
  checkCoursePage,
  checkLinks,
  checkQuotes,
  checkQuestionIds,
  numberTree,
  makePages,
  addSitePages,
  addHomePage,
];

/** Links parsed topics (by file) to a course. Never throws; whatever is off is a diagnostic. */
export function link(topics: ReadonlyMap<string, Topic>, options: LinkOptions): Parsed<Course> {
  const state = startLinking(topics, options);
  for (const pass of PASSES) pass(state);
  const { course, title, tree, pages, diagnostics } = state;
  const description = rootTopicOf(state)?.description ?? '';
  const assets = assetsOf(state);
  const value = { id: course.id, title, description, tree, pages, topics: new Map(state.topics), assets };
  return { value, diagnostics };
}

/** The files of the folder that some topic with a page shows or links to, and that may be brought. */
function assetsOf({ topics, hidden, options }: LinkState): Set<string> {
  const linked = [...topics.values()].flatMap(({ file, links }) =>
    hidden.has(file) ? [] : links.map((reference) => reference.file),
  );
  const isBrought = (file: string | null): file is string =>
    file !== null && options.files.has(file) && !isRefused(file, options);
  return new Set(linked.filter(isBrought));
}

/** Checks the course page for what only it can say: the order of the topics, and the course's id. */
function checkCoursePage(state: LinkState): void {
  const { root, topics, options, diagnostics } = state;
  if (root === null) return;
  const at = { file: root, line: 1, column: 1 };
  if (options.tree === null && topics.size > 1) diagnostics.push(diagnose('tree-missing', at));
  if (rootTopicOf(state)?.courseId === null)
    diagnostics.push(diagnose('course-id-missing', at, { suggestion: 'my-course' }));
}
