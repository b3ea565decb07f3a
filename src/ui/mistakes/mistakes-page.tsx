/** Questions that are wrong now, the sure ones first, by topic. */

import type { PageData } from '../../core/model/course.ts';

export function MistakesPage({ page }: { page: PageData }) {
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
    </article>
  );
}
