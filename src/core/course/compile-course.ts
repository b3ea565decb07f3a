/**
 * From the texts of a folder to a course and everything there is to say about it. The build, the dev server and
 * `npm run check` all go this way, so that none of them knows of something the others do not tell.
 */

import { checkItems } from '../content/lint/item-writing.ts';
import { type ParseOptions, parse } from '../content/parse.ts';
import { sortByPlace } from '../content/source/diagnostics.ts';
import { isCoursePage, parseTree, type WrittenTree } from '../content/written-tree.ts';
import type { Course } from '../model/course.ts';
import type { Diagnostic, Parsed } from '../model/diagnostic.ts';
import type { Topic } from '../model/topic.ts';
import { offerFixes } from './course-fixes.ts';
import { link } from './link.ts';
import type { LinkOptions } from './link-state.ts';

/** A note by itself: its text, what it was parsed to, and what is wrong with it. */
export interface Note extends Parsed<Topic> {
  source: string;
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
export const readNote = (source: string, options: ParseOptions): Note => ({
  ...parse(source, options),
  source,
  tree: isCoursePage(options.file) ? parseTree(source, options.file) : null,
  isLastGood: false,
});

/** Compiles notes (by file) that were read before; nothing given is changed. */
export function compileCourse(
  notes: ReadonlyMap<string, Note>,
  options: Omit<LinkOptions, 'tree'>,
): Compiled {
  const topics = new Map([...notes].map(([file, { value }]) => [file, value]));
  const tree = [...notes.values()].findLast((note) => note.tree !== null)?.tree ?? null;
  const linked = link(topics, { ...options, tree });
  const own = [...notes.values()].flatMap(({ value, diagnostics, source, isLastGood }) => [
    ...diagnostics,
    ...(isLastGood ? [] : checkItems(value, source)),
  ]);
  const sourceOf = (file: string) => notes.get(file)?.source ?? null;
  const view = { topics, files: options.files, sourceOf };
  return {
    course: linked.value,
    diagnostics: sortByPlace([...own, ...offerFixes(linked.diagnostics, view)]),
  };
}
