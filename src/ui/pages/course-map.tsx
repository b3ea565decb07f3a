/** The course map: what the course is, where to start, and the whole contents. */

import type { PageData } from '../../core/model/course.ts';
import { currentCourse } from '../../store/course.ts';
import { usePreferences } from '../../store/preferences.ts';
import { late } from '../lazy.tsx';
import { ChangedNotes, GaugeLegend } from '../shell/late-parts.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { CourseAreas } from './course-areas.tsx';
import { CourseStrip } from './course-strip.tsx';
import { areaMinutes, countPages } from './course-sums.ts';
import { PageParts } from './page-parts.tsx';
import { StartCard } from './start-card.tsx';
import { rowKey } from './tree-rows.tsx';

const Today = late(async () =>
  currentCourse()?.hasStudy ? (await import('../progress/today.tsx')).Today : null,
);
const ExamDay = late(async () =>
  currentCourse()?.hasStudy ? (await import('../progress/settings/exam-day.tsx')).ExamDay : null,
);

export function CourseMap({ page }: { page: PageData }) {
  const lastRead = usePreferences((preferences) => preferences.lastRead);
  const { tree = [], minutes = {}, questions = {} } = page.map ?? {};
  // What stands below the title is not said again at the end, unless it has links or is longer.
  const said = `<p>${page.description}</p>`;
  const rest = page.blocks.filter((block) => block.kind !== 'prose' || block.html.trim() !== said);
  const start = (
    <StartCard tree={tree} lastRead={lastRead} hasQuestions={Object.keys(questions).length > 0} />
  );
  return (
    <article className="home">
      <header className="home-head">
        <Html as="h1" id={page.anchor} tabIndex={-1} html={page.title} />
        {page.description && <p>{page.description}</p>}
      </header>
      <Today fallback={start} />
      <section className="home-toc" aria-labelledby="toc">
        <div className="toc-h">
          <h2 id="toc">차례</h2>
          <p className="note num">
            토픽 {countPages(tree)}개 · {tree.reduce((sum, area) => sum + areaMinutes(area, minutes), 0)}분
          </p>
          <ExamDay />
        </div>
        <CourseStrip tree={tree} minutes={minutes} />
        <CourseAreas
          tree={tree}
          minutes={minutes}
          questions={questions}
          here={lastRead && rowKey(lastRead.path, lastRead.anchor)}
        />
        <GaugeLegend />
      </section>
      <ChangedNotes page={page} />
      {page.course.hasComparisons && (
        <p className="home-more">
          <TopicLink path="/comparisons/">비교표 모아 보기</TopicLink>
        </p>
      )}
      {rest.length + page.sections.length > 0 && (
        <div className="home-rest">
          <Blocks blocks={rest} level={2} />
          <PageParts page={page} />
        </div>
      )}
    </article>
  );
}
