/** What is due today over all topics, one item a screen. */

import type { PageData } from '../../core/model/course.ts';

export function ReviewPage({ page }: { page: PageData }) {
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
    </article>
  );
}
