/** Rows of a contents page: number, title, leader dots, reading time. */

import type { TreeNode } from '../../core/model/course.ts';
import { TopicLink } from '../shell/topic-link.tsx';

interface TreeRowsProps {
  nodes: TreeNode[];
  /** Minutes by path; null where they are not known. */
  minutes: Record<string, number> | null;
  /** The row one last read, as `path#anchor`. */
  here?: string | null;
}

export const rowKey = (path: string | null, anchor: string | null) => `${path}#${anchor ?? ''}`;

export function TreeRows({ nodes, minutes, here = null }: TreeRowsProps) {
  return (
    <ol className="toc-rows">
      {nodes.map((node) => (
        <li key={node.number}>
          <Row node={node} minutes={minutes} isHere={here === rowKey(node.path, node.anchor)} />
          {node.children.length > 0 && <TreeRows nodes={node.children} minutes={minutes} here={here} />}
        </li>
      ))}
    </ol>
  );
}

function Row({
  node,
  minutes,
  isHere,
}: {
  node: TreeNode;
  minutes: TreeRowsProps['minutes'];
  isHere: boolean;
}) {
  // A section is part of its area's page, whose time stands at the area's name.
  const time = node.path !== null && node.anchor === null ? minutes?.[node.path] : undefined;
  const content = (
    <>
      <span className="n">{node.number}</span>
      <span className="ti">
        {node.title}
        {node.draft && <span className="draft">초안</span>}
        {isHere && <span className="here">읽던 곳</span>}
      </span>
      {time !== undefined && (
        <>
          <span className="dots" />
          <span className="min">{time}분</span>
        </>
      )}
    </>
  );
  if (node.path === null) return <span className="toc-row">{content}</span>;
  return (
    <TopicLink className="toc-row" path={node.path} anchor={node.anchor}>
      {content}
    </TopicLink>
  );
}
