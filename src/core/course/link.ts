/** Links topics into a course, pass by pass. What is wrong becomes a diagnostic, and the rest is linked. */

import { diagnose } from '../content/source/diagnostics.ts';
import type { Course } from '../model/course.ts';
import type { Parsed } from '../model/diagnostic.ts';
import type { Topic } from '../model/topic.ts';
import { assignAddresses } from './addresses.ts';
import { checkLinks } from './check-links.ts';
import { checkQuotes } from './check-quotes.ts';
import { fillComparisons } from './fill-comparisons.ts';
import { type LinkOptions, type LinkState, rootTopicOf, startLinking } from './link-state.ts';
import { addHomePage, addSitePages, makePages } from './make-pages.ts';
import { checkQuestionIds } from './question-ids.ts';
import { numberTree, shapeCourse } from './topic-tree.ts';

/** In this order: each reads what those before it have set. */
const PASSES: readonly ((state: LinkState) => void)[] = [
  assignAddresses,
  shapeCourse,
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

/** The files of the folder that some topic shows or links to. */
function assetsOf({ topics, options }: LinkState): Set<string> {
  const linked = [...topics.values()].flatMap(({ links }) => links.map(({ file }) => file));
  return new Set(linked.filter((file) => file !== null && options.files.has(file)) as string[]);
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
