/** Where to begin, or where one left off. Both take the same room, so that nothing moves when the record has been read. */

import type { TreeNode } from '../../core/model/course.ts';
import type { LastRead } from '../../store/preferences-format.ts';
import { formatWhen } from '../days.ts';
import { TopicLink } from '../shell/topic-link.tsx';

interface StartCardProps {
  tree: TreeNode[];
  lastRead: LastRead | null;
  /** Whether the course has questions to check oneself with. */
  hasQuestions: boolean;
}

/** While nothing has been answered. */
export function StartCard({ tree, lastRead, hasQuestions }: StartCardProps) {
  const first = firstRow(tree);
  if (lastRead) {
    return (
      <section className="start" aria-labelledby="start">
        <LastReadRow lastRead={lastRead} id="start" isMain />
        {hasQuestions && (
          <div className="start-row">
            <h2>실력 확인</h2>
            <p className="start-what">읽은 것이 남아 있는지 봅니다.</p>
            <TopicLink className="button" path={CHECK}>
              10문제
            </TopicLink>
          </div>
        )}
      </section>
    );
  }
  if (!first?.path) return null;
  return (
    <section className="start" aria-labelledby="start">
      <div className="start-row">
        <h2 id="start">처음이신가요?</h2>
        <p className="start-what">
          <span className="number">{`${first.number} `}</span>
          {first.title}부터 차례대로 읽으면 됩니다.
        </p>
      </div>
      <p className="start-do">
        <TopicLink
          className="button button-main"
          path={first.path}
          anchor={first.anchor}
        >{`${first.number}부터 읽기`}</TopicLink>
        {hasQuestions && (
          <TopicLink className="button" path={CHECK}>
            10문제로 실력 확인
          </TopicLink>
        )}
      </p>
    </section>
  );
}

const CHECK = '/practice/?set=check';

export function LastReadRow({
  lastRead,
  id,
  isMain = false,
}: {
  lastRead: LastRead;
  id?: string;
  isMain?: boolean;
}) {
  return (
    <div className="start-row">
      <h2 id={id}>읽던 곳</h2>
      <p className="start-what">
        {lastRead.number && <span className="number">{`${lastRead.number} `}</span>}
        {lastRead.title}
        <span className="start-when note numeric">{formatWhen(lastRead.at, new Date())}</span>
      </p>
      <TopicLink
        className={isMain ? 'button button-main' : 'button'}
        path={lastRead.path}
        anchor={lastRead.anchor}
      >
        이어서 읽기
      </TopicLink>
    </div>
  );
}

/** The first row one can open: the first below an area, or the area itself. */
function firstRow(tree: TreeNode[]): TreeNode | null {
  for (const node of tree) {
    const below = firstRow(node.children);
    if (below) return below;
    if (node.path !== null) return node;
  }
  return null;
}
