/** The exam, graded: the score, by topic, and every question with what was answered and its feedback. */

import { useEffect, useRef } from 'react';
import type { ItemId } from '../../../core/model/event.ts';
import type { Ask } from '../../../core/study/asks.ts';
import type { Exam } from '../../../store/study/exam.ts';
import { percent } from '../../progress/gauge.tsx';
import { TopicLink } from '../../shell/topic-link.tsx';
import { contentOf, usePages } from '../ask-content.ts';
import type { Ready } from '../record-page.tsx';
import { ExamAnswer, type GradedAnswer, gradeExam } from './exam-answer.tsx';
import type { ExamProps } from './exam-sheet.tsx';
import { practiceSearch } from './sets.ts';

export function ExamResult({ asks, exam, change, ready }: ExamProps & { ready: Ready }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const pages = usePages(asks.map(({ path }) => path));
  const graded = asks.flatMap((ask) => gradedIn(ask, exam, ready, pages.get(ask.path)));
  const right = graded.filter(isRight).length;
  const isWaiting = pages.size < new Set(asks.map(({ path }) => path)).size;
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
            <b className="study-figure num">
              {graded.length}문제 중 {right}문제
            </b>
            <span className="num">{percent(right / Math.max(1, graded.length))}</span>
          </p>
          <TopicTable graded={graded} ready={ready} />
        </>
      )}
      <p className="s-actions">
        {right < graded.length && (
          <TopicLink
            className="btn btn-main"
            path={`/practice/${practiceSearch({ set: 'wrong', scope: { by: 'all' } })}`}
          >
            오답 다시 풀기
          </TopicLink>
        )}
        <button className="btn" type="button" onClick={() => change(null)}>
          새 모의고사
        </button>
        <TopicLink className="btn" path="/practice/">
          다른 문제 고르기
        </TopicLink>
      </p>
      <h2>문제별 결과</h2>
      <ol className="exam-list">
        {graded.map((each) => (
          <ExamAnswer
            key={each.ask.item}
            graded={each}
            number={asks.indexOf(each.ask) + 1}
            seed={`${exam.seed} ${each.ask.item}`}
          />
        ))}
      </ol>
    </article>
  );
}

function TopicTable({ graded, ready: { index } }: { graded: readonly GradedAnswer[]; ready: Ready }) {
  const topics = index.topics.filter(({ path }) => graded.some(({ ask }) => ask.path === path));
  return (
    <div className="s-table">
      <table className="tbl">
        <caption className="vh">토픽별 결과</caption>
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col" className="r">
              맞음
            </th>
            <th scope="col" className="r">
              정답률
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ path, number, title }) => {
            const own = graded.filter(({ ask }) => ask.path === path);
            const right = own.filter(isRight).length;
            return (
              <tr key={path}>
                <th scope="row">
                  <TopicLink path={path}>
                    {number && <span className="num">{number} </span>}
                    {title}
                  </TopicLink>
                </th>
                <td className="r">
                  {own.length}문제 중 {right}문제
                </td>
                <td className="r">{percent(right / own.length)}</td>
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
  ask: Ask,
  exam: Exam,
  { state }: Ready,
  page: Parameters<typeof contentOf>[0] | undefined,
): GradedAnswer[] {
  const content = page && contentOf(page, ask);
  if (!page || content?.kind !== 'question') return [];
  return [gradeExam({ ask, page, placed: content.placed }, exam, state.items.get(ask.item as ItemId))];
}
