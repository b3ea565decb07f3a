/** Where to begin, or where one left off; both take the same room, so nothing moves when the record is read. */

import type { TreeNode } from '../../core/model/course.ts';
import type { LastRead } from '../../store/preferences-format.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { firstRow } from './course-sums.ts';
import { formatWhen } from './when.ts';

export function StartCard({ tree, lastRead }: { tree: TreeNode[]; lastRead: LastRead | null }) {
  const first = firstRow(tree);
  if (lastRead) {
    return (
      <section className="start" aria-labelledby="start">
        <h2 id="start">읽던 곳</h2>
        <p className="start-what">
          {lastRead.number && <span className="n">{lastRead.number} </span>}
          {lastRead.title}
        </p>
        <p className="note num">{formatWhen(lastRead.at, new Date())}</p>
        <TopicLink className="btn btn-main" path={lastRead.path} anchor={lastRead.anchor}>
          이어서 읽기
        </TopicLink>
      </section>
    );
  }
  if (!first?.path) return null;
  return (
    <section className="start" aria-labelledby="start">
      <h2 id="start">처음이신가요?</h2>
      <p className="start-what">
        <span className="n">{first.number} </span>
        {first.title}
      </p>
      <p className="note">차례대로 읽으면 됩니다.</p>
      <TopicLink className="btn btn-main" path={first.path} anchor={first.anchor}>
        {first.number}부터 읽기
      </TopicLink>
    </section>
  );
}
