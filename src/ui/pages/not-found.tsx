/** An address without a page: says so and offers the nearest topics. */

import { useEffect } from 'react';
import type { TreeNode } from '../../core/model/course.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { nearestTopics } from './nearest.ts';

export function NotFound({ path, tree }: { path: string; tree: TreeNode[] | null }) {
  const nearest = tree ? nearestTopics(path, tree) : [];
  useEffect(() => {
    document.title = '페이지를 찾을 수 없습니다';
  }, []);
  return (
    <article className="read message">
      <h1 tabIndex={-1}>페이지를 찾을 수 없습니다</h1>
      <p>주소가 바뀌었거나 잘못 적혔을 수 있습니다.</p>
      {nearest.length > 0 && (
        <section aria-labelledby="nearest">
          <h2 id="nearest">이 글을 찾으셨나요?</h2>
          <ul className="toc-rows">
            {nearest.map((node) => (
              <li key={node.number}>
                <TopicLink className="toc-row" path={node.path}>
                  <span className="n">{node.number}</span>
                  <span className="ti">{node.title}</span>
                </TopicLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="actions">
        <TopicLink className="btn btn-main" path="/">
          차례로
        </TopicLink>
      </p>
    </article>
  );
}
