/** The contents of the course, area by area; a very large course shows its areas folded. */

import type { ReactNode } from 'react';
import type { TreeNode } from '../../core/model/course.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { areaMinutes, areaQuestions, countPages, countRows } from './course-sums.ts';
import { TreeRows } from './tree-rows.tsx';

const MOST_ROWS = 300;

interface CourseAreasProps {
  tree: TreeNode[];
  minutes: Record<string, number>;
  questions: Record<string, number>;
  here: string | null;
}

export function CourseAreas({ tree, minutes, questions, here }: CourseAreasProps) {
  const isFolded = countRows(tree) > MOST_ROWS;
  return (
    <ol className="toc">
      {tree.map((area) => (
        <li key={area.number}>
          <span className="chno" aria-hidden="true">
            {area.number}
          </span>
          <h3 id={`area-${area.number}`} tabIndex={-1}>
            <AreaName area={area} />
          </h3>
          <p className="chmeta num">
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
      <span className="vh">{area.number}. </span>
      {area.title}
      {area.draft && <span className="draft">초안</span>}
    </>
  );
  return area.path === null ? name : <TopicLink path={area.path}>{name}</TopicLink>;
}

function Fold({ isFolded, label, children }: { isFolded: boolean; label: string; children: ReactNode }) {
  if (!isFolded) return <div className="toc-body">{children}</div>;
  return (
    <details className="fold toc-body">
      <summary>{label}</summary>
      {children}
    </details>
  );
}
