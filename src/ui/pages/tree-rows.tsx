/** Rows of the contents: number, title, leader dots, and the number of questions and minutes, or the gauge. */

import type { TreeNode } from '../../core/model/course.ts';
import { Gauge, NoteMark } from '../shell/late-parts.ts';
import { TopicLink } from '../shell/topic-link.tsx';

interface TreeRowsProps {
  nodes: TreeNode[];
  /** Reading minutes by path; null where the page has none to show. */
  minutes: Record<string, number> | null;
  /** Numbers of questions by path, and by `path#anchor`. */
  questions?: Record<string, number>;
  /** The row one last read, as `path#anchor`. */
  here?: string | null;
}

export const rowKey = (path: string | null, anchor: string | null) => `${path}#${anchor ?? ''}`;

export function TreeRows({ nodes, here = null, ...sums }: TreeRowsProps) {
  return (
    <ol className="contents-rows">
      {nodes.map((node) => (
        <li key={node.number}>
          <Row node={node} {...sums} isHere={here === rowKey(node.path, node.anchor)} />
          {node.children.length > 0 && <TreeRows nodes={node.children} {...sums} here={here} />}
        </li>
      ))}
    </ol>
  );
}

interface RowProps extends Pick<TreeRowsProps, 'minutes' | 'questions'> {
  node: TreeNode;
  isHere: boolean;
}

function Row({ node, minutes, questions, isHere }: RowProps) {
  const extent = extentOf(node, minutes, questions);
  const name = extent ? 'contents-row' : 'contents-row is-plain';
  const content = (
    <>
      <span className="number">{node.number}</span>
      <span className="row-title">
        {node.title}
        {node.draft && <span className="draft">초안</span>}
        {isHere && <span className="here">읽던 곳</span>}
        {node.path !== null && node.anchor === null && <NoteMark path={node.path} />}
      </span>
      <span className="dots" />
      <span className="contents-gauge line">
        <Gauge node={node} />
        <span className="dots" />
        <span className="minutes">{extent}</span>
      </span>
    </>
  );
  if (node.path === null) return <span className={name}>{content}</span>;
  return (
    <TopicLink className={name} path={node.path} anchor={node.anchor}>
      {content}
    </TopicLink>
  );
}

/** `3문제 · 2분`. A section is part of its area's page, whose time stands at the area's name. */
function extentOf(
  node: TreeNode,
  minutes: TreeRowsProps['minutes'],
  questions: RowProps['questions'],
): string {
  if (node.path === null) return '';
  const count = questions?.[node.anchor === null ? node.path : rowKey(node.path, node.anchor)];
  const time = node.anchor === null ? minutes?.[node.path] : undefined;
  return [count && `${count}문제`, time && `${time}분`].filter(Boolean).join(' · ');
}
