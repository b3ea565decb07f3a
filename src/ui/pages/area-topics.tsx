/** The topics of an area, at the end of its own page. */

import type { PageData, TreeNode } from '../../core/model/course.ts';
import { TreeRows } from './tree-rows.tsx';

export function AreaTopics({ page }: { page: PageData }) {
  const topics = ownNode(page.area, page.path)?.children.filter((node) => node.path !== page.path) ?? [];
  if (topics.length === 0) return null;
  return (
    <>
      <header className="sec">
        <div className="sec-h">
          <h2>이어지는 글</h2>
        </div>
      </header>
      <TreeRows nodes={topics} minutes={null} />
    </>
  );
}

/** The page's node in its area: the area itself, or a part of it with a page and topics of its own. */
function ownNode(node: TreeNode | null, path: string): TreeNode | null {
  if (!node || (node.path === path && node.anchor === null)) return node;
  for (const child of node.children) {
    const found = ownNode(child, path);
    if (found) return found;
  }
  return null;
}
