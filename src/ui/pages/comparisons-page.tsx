/** The page that lists all comparisons of the course: what is compared, where, and how large each table is. */

import type { ComparisonSummary, PageData } from '../../core/model/course.ts';
import { TopicLink } from '../shell/topic-link.tsx';

export function ComparisonsPage({ page }: { page: PageData }) {
  const comparisons = page.comparisons ?? [];
  return (
    <article className="read">
      <header className="opening">
        <h1 id={page.anchor} tabIndex={-1}>
          {page.titleText}
        </h1>
        <p className="meta row">
          <span className="numeric">{`표 ${comparisons.length}개`}</span>
          <span>표마다 차이를 보거나 가리고 떠올릴 수 있습니다.</span>
        </p>
      </header>
      <ol className="comparison-list">
        {comparisons.map((each) => (
          <Item key={`${each.page.path}${each.anchor}${each.columns.join()}`} comparison={each} />
        ))}
      </ol>
    </article>
  );
}

function Item({ comparison: { title, page, anchor, columns, rows } }: { comparison: ComparisonSummary }) {
  return (
    <li>
      {page.number && <span className="comparison-number numeric">{page.number}</span>}
      <div>
        <h2>
          <TopicLink path={page.path} anchor={anchor}>
            {title}
          </TopicLink>
        </h2>
        <p className="small">{columns.join(' · ')}</p>
        <p className="note numeric">
          {title !== page.title && `${page.title} · `}
          {rows}행
        </p>
      </div>
    </li>
  );
}
