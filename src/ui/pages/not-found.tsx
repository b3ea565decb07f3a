/** The page of an address that does not exist: says so and offers the nearest topics. */

import { useEffect, useState } from 'react';
import type { TreeNode } from '../../core/model/course.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { TreeRows } from './tree-rows.tsx';

export function NotFound({ path, tree }: { path: string; tree: TreeNode[] | null }) {
  const [nearest, setNearest] = useState<TreeNode[]>([]);
  useEffect(() => {
    document.title = '페이지를 찾을 수 없습니다';
  }, []);
  useEffect(() => {
    let isCurrent = true;
    if (tree) {
      import('./nearest-topics.ts').then(
        ({ nearestTopics }) => isCurrent && setNearest(nearestTopics(path, tree)),
        // Without them the page says what it has to.
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [path, tree]);
  return (
    <article className="read message">
      <h1 tabIndex={-1}>페이지를 찾을 수 없습니다</h1>
      <p>주소가 바뀌었거나 잘못 적혔을 수 있습니다.</p>
      {nearest.length > 0 && (
        <section aria-labelledby="nearest">
          <h2 id="nearest">이 글을 찾으셨나요?</h2>
          <TreeRows nodes={nearest} minutes={null} />
        </section>
      )}
      <p className="actions">
        <TopicLink className="button button-main" path="/">
          차례로
        </TopicLink>
      </p>
    </article>
  );
}
