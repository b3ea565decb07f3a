/** The result of a mock exam: score, results by topic, and every question with its feedback. */

import { useEffect, useRef } from 'react';
import type { ItemId } from '../../../core/model/event.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import type { Exam } from '../../../store/study/mock-exam.ts';
import { percent } from '../../progress/gauge.tsx';
import { TopicLink } from '../../shell/topic-link.tsx';
import { contentOf, usePages } from '../exercise-content.ts';
import type { Ready } from '../record-page.tsx';
import { ExamAnswer, type GradedAnswer, gradeExam } from './exam-answer.tsx';
import type { ExamProps } from './exam-sheet.tsx';
import { practiceSearch } from './sets.ts';

export function ExamResult({ exercises, exam, change, ready }: ExamProps & { ready: Ready }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const pages = usePages(exercises.map(({ path }) => path));
  const graded = exercises.flatMap((exercise) => gradedIn(exercise, exam, ready, pages.get(exercise.path)));
  const right = graded.filter(isRight).length;
  const isWaiting = pages.size < new Set(exercises.map(({ path }) => path)).size;
  return (
    <article className="study">
      <h1 tabIndex={-1} ref={heading}>
        모의고사 결과
      </h1>
      {isWaiting ? (
        <p className="study-lead" role="status">
          채점할 문제를 불러오는 중입니다. 연결되면 이어집니다.
        </p>
      ) : (
        <>
          <p className="study-lead">
            <b className="study-figure numeric">
              {graded.length}문제 중 {right}문제
            </b>
            <span className="numeric">{percent(right / Math.max(1, graded.length))}</span>
          </p>
          <TopicTable graded={graded} ready={ready} />
        </>
      )}
      <p className="study-actions">
        {right < graded.length && (
          <TopicLink
            className="button button-main"
            path={`/practice/${practiceSearch({ set: 'wrong', scope: { by: 'all' } })}`}
          >
            오답 다시 풀기
          </TopicLink>
        )}
        <button className="button" type="button" onClick={() => change(null)}>
          새 모의고사
        </button>
        <TopicLink className="button" path="/practice/">
          다른 문제 고르기
        </TopicLink>
      </p>
      <h2>문제별 결과</h2>
      <ol className="exam-list">
        {graded.map((each) => (
          <ExamAnswer
            key={each.exercise.item}
            graded={each}
            number={exercises.indexOf(each.exercise) + 1}
            seed={`${exam.seed} ${each.exercise.item}`}
          />
        ))}
      </ol>
    </article>
  );
}

function TopicTable({ graded, ready: { index } }: { graded: readonly GradedAnswer[]; ready: Ready }) {
  const topics = index.topics.filter(({ path }) => graded.some(({ exercise }) => exercise.path === path));
  return (
    <div className="sitting-table">
      <table className="data-table">
        <caption className="visually-hidden">토픽별 결과</caption>
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col" className="align-end">
              맞음
            </th>
            <th scope="col" className="align-end">
              정답률
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ path, number, title }) => {
            const own = graded.filter(({ exercise }) => exercise.path === path);
            const right = own.filter(isRight).length;
            return (
              <tr key={path}>
                <th scope="row">
                  <TopicLink path={path}>
                    {number && <span className="numeric">{number} </span>}
                    {title}
                  </TopicLink>
                </th>
                <td className="align-end">
                  {own.length}문제 중 {right}문제
                </td>
                <td className="align-end">{percent(right / own.length)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const isRight = ({ result }: GradedAnswer): boolean => result.grade.verdict === 'correct';

function gradedIn(
  exercise: Exercise,
  exam: Exam,
  { state }: Ready,
  page: Parameters<typeof contentOf>[0] | undefined,
): GradedAnswer[] {
  const content = page && contentOf(page, exercise);
  if (!page || content?.kind !== 'question') return [];
  return [
    gradeExam({ exercise, page, placed: content.placed }, exam, state.items.get(exercise.item as ItemId)),
  ];
}
