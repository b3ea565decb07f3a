/** Questions to practise: of a section, a topic, an area or all, wrong or starred ones, and the mock exam. */

import type { PageData } from '../../core/model/course.ts';

export function PracticePage({ page }: { page: PageData }) {
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
    </article>
  );
}
