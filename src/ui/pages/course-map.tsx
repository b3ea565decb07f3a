/** The course map, the home page: what the course is, where to start, and the contents. */

import type { ReactNode } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { usePreferences } from '../../store/preferences.ts';
import { currentCourse } from '../../store/site.ts';
import { late } from '../lazy.tsx';
import { ChangedNotes, GaugeLegend } from '../shell/late-parts.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { PageParts } from './page-sections.tsx';
import { StartCard } from './start-card.tsx';
import { rowKey, TreeRows } from './tree-rows.tsx';

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
      <section className="home-contents" aria-labelledby="toc">
        <div className="contents-head">
          <h2 id="toc">차례</h2>
          <p className="note numeric">{`토픽 ${countPages(tree)}개 · ${tree.reduce((sum, area) => sum + areaMinutes(area, minutes), 0)}분`}</p>
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
        <div className="home-rest small">
          <Blocks blocks={rest} level={2} />
          <PageParts page={page} />
        </div>
      )}
    </article>
  );
}

const STEPS = 8;
const MOST_AREAS = 8;

function CourseStrip({ tree, minutes }: { tree: TreeNode[]; minutes: Record<string, number> }) {
  if (tree.length < 2 || tree.length > MOST_AREAS) return null;
  const times = tree.map((area) => areaMinutes(area, minutes));
  const longest = times.reduce((a, b) => Math.max(a, b), 1);
  return (
    <ol className="strip" aria-label="읽는 순서와 시간">
      {tree.map((area, index) => (
        <li
          key={area.number}
          className={`share-${Math.max(1, Math.round(((times[index] ?? 0) / longest) * STEPS))}`}
        >
          <a href={`#area-${area.number}`}>
            <span className="strip-number">{area.number}</span>{' '}
            <span className="strip-title">{area.title}</span>
            <span className="minutes numeric">{`${times[index]}분`}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

const MOST_ROWS = 300;

interface CourseAreasProps {
  tree: TreeNode[];
  minutes: Record<string, number>;
  questions: Record<string, number>;
  here: string | null;
}

function CourseAreas({ tree, minutes, questions, here }: CourseAreasProps) {
  const isFolded = countRows(tree) > MOST_ROWS;
  return (
    <ol className="contents">
      {tree.map((area) => (
        <li key={area.number}>
          <span className="area-number" aria-hidden="true">
            {area.number}
          </span>
          <h3 id={`area-${area.number}`} tabIndex={-1}>
            <AreaName area={area} />
          </h3>
          <p className="area-extent numeric">
            토픽 {countPages([area])}개 · {areaMinutes(area, minutes)}분
            {areaQuestions(area, questions) > 0 && <> · 문제 {areaQuestions(area, questions)}개</>}
          </p>
          {area.children.length > 0 && (
            <Fold isFolded={isFolded} label={`${area.title}의 글 ${countRows(area.children)}개`}>
              <TreeRows nodes={area.children} minutes={minutes} questions={questions} here={here} />
            </Fold>
          )}
        </li>
      ))}
    </ol>
  );
}

function AreaName({ area }: { area: TreeNode }) {
  const name = (
    <>
      <span className="visually-hidden">{`${area.number}. `}</span>
      {area.title}
      {area.draft && <span className="draft">초안</span>}
    </>
  );
  return area.path === null ? name : <TopicLink path={area.path}>{name}</TopicLink>;
}

function Fold({ isFolded, label, children }: { isFolded: boolean; label: string; children: ReactNode }) {
  if (!isFolded) return <div>{children}</div>;
  return (
    <details className="fold">
      <summary>{label}</summary>
      {children}
    </details>
  );
}

function countRows(nodes: TreeNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countRows(node.children), 0);
}

/** Pages of their own; sections of an area's page are not counted. */
function countPages(nodes: TreeNode[]): number {
  return pathsOf(nodes).size;
}

function areaMinutes(area: TreeNode, minutes: Record<string, number>): number {
  return [...pathsOf([area])].reduce((sum, path) => sum + (minutes[path] ?? 0), 0);
}

function areaQuestions(area: TreeNode, questions: Record<string, number>): number {
  return [...pathsOf([area])].reduce((sum, path) => sum + (questions[path] ?? 0), 0);
}

function pathsOf(nodes: TreeNode[], into = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (node.path !== null) into.add(node.path);
    pathsOf(node.children, into);
  }
  return into;
}
