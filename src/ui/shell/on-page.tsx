/** 「이 페이지에서」: the headings of a page, below its row in the rail, or folded under the title where there is no rail. */

import type { PageData } from '../../core/model/course.ts';
import { headingsOf, useReadingPlaceIn } from './reading-place.ts';
import { TopicLink } from './topic-link.tsx';

const FEWEST = 2;

/** `isFollowing`: marks the section being read. */
export function OnPageList({ page, isFollowing = false }: { page: PageData; isFollowing?: boolean }) {
  const place = useReadingPlaceIn(isFollowing ? page.path : null);
  const headings = headingsOf(page);
  if (headings.length < FEWEST) return null;
  return (
    <ol className="on-page-list" aria-label="이 페이지에서">
      {headings.map(({ anchor, title, isDeeper }) => (
        <li key={anchor} className={isDeeper ? 'deeper' : undefined}>
          <TopicLink
            path={page.path}
            anchor={anchor}
            aria-current={anchor === place ? 'location' : undefined}
          >
            {title}
          </TopicLink>
        </li>
      ))}
    </ol>
  );
}

export function OnPageFold({ page }: { page: PageData }) {
  if (headingsOf(page).length < FEWEST) return null;
  return (
    <details className="fold on-page">
      <summary>이 페이지에서</summary>
      <OnPageList page={page} />
    </details>
  );
}
