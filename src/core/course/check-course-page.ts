/** Checks the course page for what only it can say: the order of the topics, and the course's id. */

import { diagnose } from '../content/source/diagnostics.ts';
import { type LinkState, rootTopicOf } from './link-state.ts';

export function checkCoursePage(state: LinkState): void {
  const { root, topics, options, diagnostics } = state;
  if (root === null) return;
  const at = { file: root, line: 1, column: 1 };
  if (options.tree === null && topics.size > 1) diagnostics.push(diagnose('tree-missing', at));
  if (rootTopicOf(state)?.courseId === null)
    diagnostics.push(diagnose('course-id-missing', at, { suggestion: 'my-course' }));
}
