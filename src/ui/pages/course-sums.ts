/** Sums over the topic tree (rows, pages, minutes), and the page to start with. */

import type { TreeNode } from '../../core/model/course.ts';

export function countRows(nodes: TreeNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countRows(node.children), 0);
}

/** Pages of their own; sections of an area's page are not counted. */
export function countPages(nodes: TreeNode[]): number {
  return pathsOf(nodes).size;
}

export function areaMinutes(area: TreeNode, minutes: Record<string, number>): number {
  return [...pathsOf([area])].reduce((sum, path) => sum + (minutes[path] ?? 0), 0);
}

export function areaQuestions(area: TreeNode, questions: Record<string, number>): number {
  return [...pathsOf([area])].reduce((sum, path) => sum + (questions[path] ?? 0), 0);
}

/** The first row one can open: the first below an area, or the area itself. */
export function firstRow(tree: TreeNode[]): TreeNode | null {
  for (const node of tree) {
    const below = firstRow(node.children);
    if (below) return below;
    if (node.path !== null) return node;
  }
  return null;
}

function pathsOf(nodes: TreeNode[], into = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (node.path !== null) into.add(node.path);
    pathsOf(node.children, into);
  }
  return into;
}
