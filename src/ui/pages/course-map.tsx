/** The course map, the home page: what the course is, where to start, and the contents. */

import type { ReactNode } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { newTally } from '../../core/model/study.ts';
import { usePreferences } from '../../store/preferences.ts';
import { currentCourse } from '../../store/site.ts';
import { late } from '../lazy.tsx';
import { ChangedNotes } from '../shell/late-parts.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { AreaRuns, TallyHead } from '../tally-bar.tsx';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { PageParts } from './page-sections.tsx';
import { StartCard } from './start-card.tsx';
import { rowKey, TreeRows } from './tree-rows.tsx';

const Today = late(async () =>
  currentCourse()?.hasStudy ? (await import('../progress/today.tsx')).Today : null,
);
const MapTally = late(async () =>
  currentCourse()?.hasStudy ? (await import('../progress/map-side.tsx')).MapTally : null,
);
const MapSide = late(async () =>
  currentCourse()?.hasStudy ? (await import('../progress/map-side.tsx')).MapSide : null,
);
const ExamDay = late(async () =>
  currentCourse()?.hasStudy ? (await import('../progress/exam-day.tsx')).ExamDay : null,
);

export function CourseMap({ page }: { page: PageData }) {
  const lastRead = usePreferences((preferences) => preferences.lastRead);
  const { tree = [], first = null, minutes = {}, questions = {} } = page.map ?? {};
  // What stands below the title is not said again at the end, unless it has links or is longer.
  const said = `<p>${page.description}</p>`;
  const rest = page.blocks.filter((block) => block.kind !== 'prose' || block.html.trim() !== said);
  const all = sumOf(tree, questions);
  const topics = countPages(tree);
  const time = sumOf(tree, minutes);
  const start = (
    <StartCard
      first={first}
      lastRead={lastRead}
      hasQuestions={all > 0}
      minutes={Math.max(1, Math.round(time / Math.max(1, topics)))}
    />
  );
  const untold = (
    <TallyHead id="tally" tally={newTally(all)} isKnown={false}>
      <AreaRuns areas={tree} tallyOf={(area) => tallyBefore(sumOf([area], questions))} />
    </TallyHead>
  );
  return (
    <article className="home">
      <header className="home-head">
        <Html as="h1" id={page.anchor} tabIndex={-1} html={page.title} />
        {page.description && <p>{page.description}</p>}
      </header>
      <Today fallback={start} first={first} />
      {all > 0 && <MapTally areas={tree} fallback={untold} />}
      <section className="home-contents" aria-labelledby="toc">
        <div className="contents-head">
          <h2 id="toc">차례</h2>
          <p className="note numeric">{`토픽 ${topics}개 · ${time}분`}</p>
          <ExamDay />
          {all > 0 && (
            <p className="remembered-head" aria-hidden="true">
              기억 / 문제
            </p>
          )}
        </div>
        <CourseAreas
          tree={tree}
          minutes={minutes}
          questions={questions}
          here={lastRead && rowKey(lastRead.path, lastRead.anchor)}
        />
      </section>
      <MapSide />
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

/** Before the record has been read. */
const tallyBefore = (count: number) => (count > 0 ? newTally(count) : null);

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
            {[
              `토픽 ${countPages([area])}개`,
              `${sumOf([area], minutes)}분`,
              sumOf([area], questions) > 0 && `문제 ${sumOf([area], questions)}개`,
            ]
              .filter(Boolean)
              .join(' · ')}
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

/** Of minutes or questions by path. */
function sumOf(nodes: TreeNode[], byPath: Record<string, number>): number {
  return [...pathsOf(nodes)].reduce((sum, path) => sum + (byPath[path] ?? 0), 0);
}

function pathsOf(nodes: TreeNode[], into = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (node.path !== null) into.add(node.path);
    pathsOf(node.children, into);
  }
  return into;
}
