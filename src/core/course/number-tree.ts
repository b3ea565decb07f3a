/** Numbers of the tree: `1`, `1.3`, `1.3.2`; an area's own sections and its topics form one sequence. */

import type { TreeNode } from '../model/course.ts';
import type { Topic } from '../model/topic.ts';
import type { ShapeNode } from './shape.ts';

/** A function that numbers a node and all below it; drafts get no numbers. */
export function numberer(topics: ReadonlyMap<string, Topic>, pathOf: ReadonlyMap<string, string>) {
  return function number(node: ShapeNode, at: string, isArea: boolean, draft: boolean): TreeNode {
    const path = node.file === null ? (node.folder ?? null) : (pathOf.get(node.file) ?? null);
    const topic = node.file === null ? undefined : topics.get(node.file);
    const sections = isArea ? (topic?.sections.filter((section) => section.level === 2) ?? []) : [];
    const nth = (index: number) => (at === '' ? '' : `${at}.${index + 1}`);
    const own: TreeNode[] = sections.map((section, index) => ({
      number: nth(index),
      title: section.titleText,
      path,
      anchor: section.anchor,
      draft,
      children: [],
    }));
    const children = node.children.map((child, index) =>
      number(child, nth(own.length + index), false, draft),
    );
    return { number: at, title: node.title, path, anchor: null, draft, children: [...own, ...children] };
  };
}
