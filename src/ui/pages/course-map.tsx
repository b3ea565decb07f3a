/** The course map: what the course is, where to start, and the whole contents. */

import { use } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { usePreferences } from '../../store/preferences.ts';
import { RecordPartsContext } from '../shell/record-parts.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { VersionPartsContext } from '../shell/version-parts.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { CourseAreas } from './course-areas.tsx';
import { CourseStrip } from './course-strip.tsx';
import { areaMinutes, countPages } from './course-sums.ts';
import { PageParts } from './page-parts.tsx';
import { StartCard } from './start-card.tsx';
import { rowKey } from './tree-rows.tsx';

export function CourseMap({ page }: { page: PageData }) {
  const lastRead = usePreferences((preferences) => preferences.lastRead);
  const parts = use(RecordPartsContext);
  const version = use(VersionPartsContext);
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
      {parts ? <parts.Today fallback={start} /> : start}
      <section className="home-toc" aria-labelledby="toc">
        <div className="toc-h">
          <h2 id="toc">차례</h2>
          <p className="note num">
            토픽 {countPages(tree)}개 · {tree.reduce((sum, area) => sum + areaMinutes(area, minutes), 0)}분
          </p>
          {parts && <parts.ExamDay />}
        </div>
        <CourseStrip tree={tree} minutes={minutes} />
        <CourseAreas
          tree={tree}
          minutes={minutes}
          questions={questions}
          here={lastRead && rowKey(lastRead.path, lastRead.anchor)}
        />
        {parts && <parts.GaugeLegend />}
      </section>
      {version && <version.ChangedNotes page={page} />}
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
