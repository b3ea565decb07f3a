/** The page of an address that does not exist: says so, offers the search and the nearest topics. */

import { type FormEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TreeNode } from '../../core/model/course.ts';
import { SITE_PAGES } from '../../core/model/site.ts';
import { Icon } from '../icon.tsx';
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
      <Search />
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

function Search() {
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('q')).trim();
    if (query !== '') navigate(`${SITE_PAGES.search.path}?q=${encodeURIComponent(query)}`);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is too new for the browsers we serve
    <form className="search-field needs-scripts" role="search" onSubmit={search}>
      <Icon name="search" />
      <input
        name="q"
        type="search"
        aria-label="찾을 말, 초성도 됩니다"
        placeholder="노트와 문제에서 찾기"
        autoComplete="off"
      />
      <button className="button" type="submit">
        찾기
      </button>
    </form>
  );
}
