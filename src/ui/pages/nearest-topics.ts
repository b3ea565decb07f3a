/** For an address without a page: the topics whose address or title is most like it. */

import type { TreeNode } from '../../core/model/course.ts';

type PageNode = TreeNode & { path: string };

const MOST = 4;
const LEAST_LIKENESS = 0.25;

/** The nearest pages, the most alike first; equal ones in the order of the course. */
export function nearestTopics(path: string, tree: TreeNode[]): PageNode[] {
  const address = decode(path);
  return flatten(tree)
    .map((node) => ({ node, score: likeness(address, node) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ node }) => ({ ...node, children: [] }));
}

function likeness(address: string, node: PageNode): number {
  const last = lastPart(address);
  return Math.max(
    dice(last, lastPart(node.path)),
    dice(last, node.title.toLowerCase()),
    0.9 * dice(address, node.path),
  );
}

function flatten(nodes: TreeNode[]): PageNode[] {
  return nodes.flatMap((node) => [
    ...(node.path !== null && node.anchor === null ? [node as PageNode] : []),
    ...flatten(node.children),
  ]);
}

const lastPart = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';

/** Dice's coefficient over the pairs of neighbouring letters: 1 for equal, 0 for nothing in common. */
function dice(a: string, b: string): number {
  const pairsOfA = pairs(a);
  const pairsOfB = pairs(b);
  if (pairsOfA.length + pairsOfB.length === 0) return 0;
  const rest = [...pairsOfB];
  let shared = 0;
  for (const pair of pairsOfA) {
    const at = rest.indexOf(pair);
    if (at >= 0) {
      rest.splice(at, 1);
      shared++;
    }
  }
  return (2 * shared) / (pairsOfA.length + pairsOfB.length);
}

function pairs(text: string): string[] {
  const letters = [...text.replace(/[\s/_-]+/g, '')];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC').toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}
