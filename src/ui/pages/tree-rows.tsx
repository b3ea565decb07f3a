/** Rows of the contents: number, title, leader dots, and a stroke for each question with how many are remembered. */

import type { TreeNode } from '../../core/model/course.ts';
import { newTally } from '../../core/model/study.ts';
import { NodeCount, NodeTally, NoteMark } from '../shell/late-parts.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { numberWidth } from '../shell/tree.tsx';
import { TallyBar } from '../tally-bar.tsx';

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
    <ol className="contents-rows" data-wide={numberWidth(nodes)}>
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
  const count =
    node.path === null
      ? 0
      : (questions?.[node.anchor === null ? node.path : rowKey(node.path, node.anchor)] ?? 0);
  const time = node.path === null || node.anchor !== null ? undefined : minutes?.[node.path];
  const extent = count > 0 ? `${count}문제` : time ? `${time}분` : '';
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
      <span className="contents-tally line">
        {count > 0 ? <NodeTally node={node} /> : <NodeCount node={node} />}
        {count > 0 && <TallyBar tally={newTally(count)} isDecoration />}
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
