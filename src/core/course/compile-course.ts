/**
 * From the texts of a folder to a course and everything there is to say about it. The build, the dev server and
 * `npm run check` all go this way, so that none of them knows of something the others do not tell.
 */

import { checkItems } from '../content/lint/item-writing.ts';
import { type ParseOptions, parse } from '../content/parse.ts';
import type { OwnFile } from '../content/source/context.ts';
import { diagnose, sortByPlace } from '../content/source/diagnostics.ts';
import {
  isCoursePage,
  isFrame,
  mayHoldTree,
  parseTree,
  TREE_FILES,
  type TreeItem,
  type WrittenTree,
} from '../content/written-tree.ts';
import { pushAll } from '../lists.ts';
import type { Course } from '../model/course.ts';
import type { Diagnostic, DiagnosticCode, Parsed } from '../model/diagnostic.ts';
import type { Topic } from '../model/topic.ts';
import { assignAddresses } from './addresses.ts';
import { checkPools, checkQuestionIds } from './check-ids.ts';
import { checkLinks, checkQuotes, isRefused } from './check-references.ts';
import { offerFixes } from './course-fixes.ts';
import { fillComparisons } from './fill-comparisons.ts';
import { withSafeFixes } from './fix-losses.ts';
import {
  findTopic,
  type LinkOptions,
  type LinkState,
  rootPageOf,
  rootTopicOf,
  startLinking,
} from './link-state.ts';
import { addHomePage, addSitePages, makePages } from './make-pages.ts';
import { hasOtherLinks, ownFiles } from './own-files.ts';
import { NO_SETTINGS, readSettings } from './settings.ts';
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
  /** The same text read with its own links followed, by where they lead: a course is linked anew with every save. */
  followed: Map<string, Note>;
}

/** A linked course with everything that was said about it, by file and place. */
export interface Compiled {
  course: Course;
  diagnostics: Diagnostic[];
}

/** What a course is compiled with, besides its notes. */
export interface CompileOptions extends Omit<LinkOptions, 'tree'> {
  /** Notes that are symbolic links to others of the folder: the list of the course says which of them are pages. */
  aliases?: ReadonlySet<string>;
}

/** How a file is read, and whether its fixes are tried before they are offered; else they are when the author takes one. */
interface ReadOptions extends ParseOptions {
  triesFixes?: boolean;
}

/** Parses one file of the folder. */
export function readNote(source: string, { triesFixes = true, ...options }: ReadOptions): Note {
  const note = parse(source, options);
  const { file, encoding = null } = options;
  // Nothing is measured only to be compared.
  const trial: ParseOptions = { ...options, imageSize: () => null, isTrial: true };
  const diagnostics = triesFixes
    ? withSafeFixes(note, source, (fixed) => parse(fixed, trial))
    : note.diagnostics;
  const tree = mayHoldTree(file) ? parseTree(source, options) : null;
  return { value: note.value, diagnostics, source, encoding, tree, isLastGood: false, followed: new Map() };
}

/** Compiles notes (by file) that were read before; nothing given is changed. */
export function compileCourse(notes: ReadonlyMap<string, Note>, options: CompileOptions): Compiled {
  const tree = treeOf(notes);
  const topics = topicsIn(notes, tree, options);
  const linked = link(topics, { ...options, tree });
  let diagnostics: Diagnostic[] | null = null;
  return {
    course: linked.value,
    get diagnostics() {
      diagnostics ??= diagnosticsOf(notes, topics, linked.diagnostics, options);
      return diagnostics;
    },
  };
}

/** Everything there is to say of a course: what each note by itself was told, what its questions are, and what their links are. */
function diagnosticsOf(
  notes: ReadonlyMap<string, Note>,
  topics: ReadonlyMap<string, Topic>,
  linked: Diagnostic[],
  { files }: CompileOptions,
): Diagnostic[] {
  const own = [...topics.keys()]
    .flatMap((file) => notes.get(file) ?? [])
    .flatMap((note) => [...note.diagnostics, ...(note.isLastGood ? [] : itemsOf(note))]);
  const sourceOf = (file: string) => notes.get(file)?.source ?? null;
  const all = sortByPlace([...own, ...offerFixes(linked, { topics, files, sourceOf })]);
  return withoutHabits(withoutUnwritable(withoutUnasked(all, topics)), notes.size);
}

const checkedItems = new WeakMap<Note, Diagnostic[]>();

/** What is wrong with the questions of a note, which is never changed once it is read. */
function itemsOf(note: Note): Diagnostic[] {
  const items = checkedItems.get(note) ?? checkItems(note.value, note.source);
  checkedItems.set(note, items);
  return items;
}

/** The course page's own list; where that has none, of a list for another tool, or of another course page (`index.md`). */
function treeOf(notes: ReadonlyMap<string, Note>): WrittenTree | null {
  const files = [rootPageOf(notes) ?? '', ...TREE_FILES, ...[...notes.keys()].filter(isCoursePage)];
  for (const file of files) {
    const tree = notes.get(file)?.tree;
    if (tree) return tree;
  }
  return null;
}

/** The notes that are pages: not the list of another tool that is read as the tree, and a symbolic link only where it is listed. */
function topicsIn(
  notes: ReadonlyMap<string, Note>,
  tree: WrittenTree | null,
  { aliases }: Pick<CompileOptions, 'aliases'>,
): Map<string, Topic> {
  const topics = new Map([...notes].map(([file, { value }]) => [file, value]));
  if (tree && !isCoursePage(tree.file))
    for (const file of topics.keys()) if (file === tree.file || isFrame(file)) topics.delete(file);
  if (!aliases || aliases.size === 0) return topics;
  const listed = listedIn(tree, topics);
  for (const file of topics.keys()) if (aliases.has(file) && !listed.has(file)) topics.delete(file);
  return topics;
}

/** The notes that a list names. */
function listedIn(tree: WrittenTree | null, topics: ReadonlyMap<string, Topic>): Set<string> {
  const listed = new Set<string>();
  const collect = (items: readonly TreeItem[]): void => {
    for (const { file, children } of items) {
      const note = file === null ? null : findTopic(file, topics);
      if (note !== null) listed.add(note);
      collect(children);
    }
  };
  collect(tree?.items ?? []);
  return listed;
}

/**
 * Reads notes again that name one another by other names than their paths, once it is known which names those are; `read` reads one
 * with them. The others are returned as they are.
 */
export function followOwnLinks(
  notes: ReadonlyMap<string, Note>,
  files: ReadonlySet<string>,
  read: (file: string, note: Note, ownFile: OwnFile) => Note,
): Map<string, Note> {
  const followed = new Map(notes);
  const follow = (names: Iterable<string>, listed: ReadonlySet<string> | null) => {
    const topics = new Map([...followed].map(([file, { value }]) => [file, value]));
    const own = ownFiles({ topics, files, listed });
    for (const file of names) {
      const note = followed.get(file);
      if (!note || note.isLastGood || !hasOtherLinks(note.value, own)) continue;
      const places = JSON.stringify(note.value.links.map(({ href, kind }) => own(href, kind, file)));
      const known = note.followed.get(places) ?? read(file, note, own);
      known.followed = note.followed.set(places, known);
      followed.set(file, known);
    }
    return topics;
  };
  // First the list, since what it does not name is a draft and stays where it is.
  const topics = follow([...notes.keys()].filter(mayHoldTree), null);
  const listed = listedIn(treeOf(followed), topics);
  const root = rootPageOf(followed);
  if (root !== null) listed.add(root);
  follow(notes.keys(), listed.size > 1 ? listed : null);
  return followed;
}

/** So many slips may be made by chance; what a third of a large course does is done on purpose. */
const FEW = 10;

/** What most files of a course do is how it is written, and no slip: titles of `##`, or none; Korean names of files. */
const HABITS: readonly [told: DiagnosticCode, doing: readonly DiagnosticCode[]][] = [
  ['title-level', ['title-level', 'title-missing']],
  ['file-name', ['file-name']],
];

const withoutHabits = (diagnostics: Diagnostic[], files: number): Diagnostic[] =>
  HABITS.reduce((told, [habit, doing]) => {
    const count = told.filter(({ code }) => doing.includes(code)).length;
    return count * (count > FEW ? 3 : 2) > files ? told.filter(({ code }) => code !== habit) : told;
  }, diagnostics);

/** 「단점」 may come again in a file: whose address has a number is told only where some link leads to one of them. */
function withoutUnasked(diagnostics: Diagnostic[], topics: ReadonlyMap<string, Topic>): Diagnostic[] {
  if (!diagnostics.some(({ code }) => code === 'anchor-repeated')) return diagnostics;
  const nameOf = (file: string, anchor: string) => `${file}#${anchor.replace(/-\d+$/, '')}`;
  const linked = new Set(
    [...topics.values()].flatMap((from) =>
      from.links.flatMap(({ file, anchor }) => {
        const target = file === null ? from.file : findTopic(file, topics);
        return anchor === null || target === null ? [] : [nameOf(target, anchor)];
      }),
    ),
  );
  return diagnostics.filter(({ code, file, line }) => {
    const section = topics.get(file)?.sections.find((one) => one.line === line);
    return code !== 'anchor-repeated' || !section || linked.has(nameOf(file, section.anchor));
  });
}

/** Nothing is offered for a file that is not UTF-8: its text is not what lies on the disk. */
function withoutUnwritable(diagnostics: Diagnostic[]): Diagnostic[] {
  const files = new Set(diagnostics.filter(({ code }) => code === 'file-encoding').map(({ file }) => file));
  if (files.size === 0) return diagnostics;
  return diagnostics.map((one) => {
    if (!files.has(one.file)) return one;
    const { fix, ...told } = one;
    return told;
  });
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
  checkPools,
  numberTree,
  makePages,
  addSitePages,
  addHomePage,
];

/** Links parsed topics (by file) to a course. Never throws; whatever is off is a diagnostic. */
export function link(topics: ReadonlyMap<string, Topic>, options: LinkOptions): Parsed<Course> {
  const isBrought = (file: string) => options.files.has(file) && !isRefused(file, options);
  const settings = options.settings ? readSettings(options.settings, isBrought) : null;
  const state = startLinking(topics, options, settings?.value ?? NO_SETTINGS);
  pushAll(state.diagnostics, settings?.diagnostics ?? []);
  for (const pass of PASSES) pass(state);
  const { course, title, tree, pages, diagnostics } = state;
  const description = rootTopicOf(state)?.description ?? '';
  const assets = assetsOf(state);
  const value = {
    id: course.id,
    title,
    description,
    tree,
    pages,
    topics: new Map(state.topics),
    assets,
    settings: state.settings,
  };
  return { value, diagnostics };
}

/** The files of the folder that some topic with a page shows or links to, and that may be brought; and the logo. */
function assetsOf({ topics, hidden, options, settings }: LinkState): Set<string> {
  const linked = [...topics.values()].flatMap(({ file, links }) =>
    hidden.has(file) ? [] : links.map((reference) => reference.file),
  );
  const isBrought = (file: string | null): file is string =>
    file !== null && options.files.has(file) && !isRefused(file, options);
  return new Set([...linked, settings.logo].filter(isBrought));
}

/** Checks the course page for what only it can say: the order of the topics, and the course's id. */
function checkCoursePage(state: LinkState): void {
  const { root, topics, options, diagnostics } = state;
  if (root === null) return;
  const at = { file: root, line: 1, column: 1 };
  const isOrdered =
    Boolean(options.categories?.size) || [...topics.values()].some(({ order }) => order !== undefined);
  if (options.tree === null && topics.size > 1 && !isOrdered) diagnostics.push(diagnose('tree-missing', at));
  if (rootTopicOf(state)?.courseId === null)
    diagnostics.push(diagnose('course-id-missing', at, { suggestion: 'my-course' }));
}
