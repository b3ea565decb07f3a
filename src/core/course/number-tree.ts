/** Numbers the topic tree: `1`, `1.3`, `1.3.2`. An area's own sections and its topics form one sequence. */

import type { TreeNode } from '../model/course.ts';
import type { LinkState, ShapeNode } from './link-state.ts';

/** Sets `tree`. Drafts, where they are shown, come last, in an area of their own and without numbers. */
export function numberTree(state: LinkState): void {
  const { shape, options, topics } = state;
  state.tree = shape.areas.map((area, index) => numberNode(state, area, String(index + 1), { isArea: true }));
  if (!options.drafts || shape.drafts.length === 0) return;
  const children = shape.drafts.map((file): ShapeNode => {
    return { title: topics.get(file)?.titleText ?? file, file, children: [] };
  });
  state.tree.push(numberNode(state, { title: '초안', file: null, children }, '', { draft: true }));
}

/** Numbers a node and all below it. */
function numberNode(
  state: LinkState,
  node: ShapeNode,
  number: string,
  { isArea = false, draft = false }: { isArea?: boolean; draft?: boolean },
): TreeNode {
  const { topics, pathOf } = state;
  const path = node.file === null ? (node.folder ?? null) : (pathOf.get(node.file) ?? null);
  const topic = node.file === null ? undefined : topics.get(node.file);
  const sections = isArea ? (topic?.sections.filter((section) => section.level === 2) ?? []) : [];
  const nth = (index: number) => (number === '' ? '' : `${number}.${index + 1}`);
  const own: TreeNode[] = sections.map((section, index) => ({
    number: nth(index),
    title: section.titleText,
    path,
    anchor: section.anchor,
    draft,
    children: [],
  }));
  const children = node.children.map((child, index) =>
    numberNode(state, child, nth(own.length + index), { draft }),
  );
  return { number, title: node.title, path, anchor: null, draft, children: [...own, ...children] };
}
