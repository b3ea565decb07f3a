/** What is known and what comes: today, forecast, calendar, calibration, and the record itself. */

import { summarise } from '../../core/memory/summary.ts';
import type { PageData } from '../../core/model/course.ts';
import { itemsOf, topicsIn } from '../../core/study/items.ts';
import { useOpenStudy } from '../../store/study/study.ts';

export function ProgressPage({ page }: { page: PageData }) {
  const { state, index, today } = useOpenStudy(page.course.id);
  const items =
    state && index
      ? itemsOf(topicsIn(index, { by: 'all' }), state.settings.cardTopics, (item) => state.items.has(item))
      : [];
  const summary = state && summarise(state, items, today);
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      {summary && (
        <p className="num">
          {summary.count}개 가운데 {summary.count - summary.fresh}개를 풀었습니다.
        </p>
      )}
    </article>
  );
}
