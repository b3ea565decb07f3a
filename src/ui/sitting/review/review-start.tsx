/** Before a review: how much is due, a shorter choice, or when the next one is due. */

import type { PageData } from '../../../core/model/course.ts';
import { countWithin } from '../../../core/study/due-exercises.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import { formatFull } from '../../days.ts';
import { minutesFor, nextReview, planOf } from '../../progress/day-plan.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import type { Ready } from '../record-page.tsx';

const TEN_MINUTES = 600_000;

interface ReviewStartProps {
  page: PageData;
  exercises: readonly Exercise[];
  ready: Ready;
  begin: (exercises: readonly Exercise[]) => void;
}

export function ReviewStart({ page, exercises, ready, begin }: ReviewStartProps) {
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      {exercises.length === 0 ? (
        <NothingDue ready={ready} />
      ) : (
        <Due exercises={exercises} ready={ready} begin={begin} />
      )}
    </article>
  );
}

function NothingDue({ ready }: { ready: Ready }) {
  const plan = planOf(ready);
  const isLimited = (plan?.postponed ?? 0) > 0;
  return (
    <>
      <p className="study-lead">
        {isLimited
          ? '오늘 몫의 복습을 마쳤습니다. 하루 복습 수는 학습 기록에서 바꿀 수 있습니다.'
          : plan?.next
            ? `오늘 복습할 것이 없습니다. ${nextReview(plan.next)}`
            : '아직 복습할 것이 없습니다. 문제를 풀면 잊기 전에 다시 나옵니다.'}
      </p>
      <p className="study-actions">
        <TopicLink className="button button-main" path="/practice/">
          문제 풀기
        </TopicLink>
        <TopicLink className="button" path="/">
          차례로
        </TopicLink>
      </p>
    </>
  );
}

function Due({ exercises, ready: { state, index, today }, begin }: Omit<ReviewStartProps, 'page'>) {
  const short = countWithin(state, TEN_MINUTES);
  const topics = index.topics
    .map(({ path, number, title }) => ({
      path,
      number,
      title,
      count: exercises.filter((exercise) => exercise.path === path).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <p className="study-lead">
        <span className="numeric">{formatFull(today)}</span>
        <b className="study-figure numeric">{exercises.length}개</b>
        <span className="numeric">약 {minutesFor(state, exercises.length)}분</span>
      </p>
      <p className="study-actions">
        <button className="button button-main" type="button" onClick={() => begin(exercises)}>
          복습 시작
        </button>
        {short < exercises.length && (
          <button className="button" type="button" onClick={() => begin(exercises.slice(0, short))}>
            오늘은 10분만 <span className="numeric">{short}개</span>
          </button>
        )}
      </p>
      <ul className="study-rows" aria-label="복습할 토픽">
        {topics.map(({ path, number, title, count }) => (
          <li key={path}>
            <TopicLink path={path}>
              <span>
                {number && <span className="number numeric">{number}</span>} {title}
              </span>
              <span className="numeric">{count}개</span>
            </TopicLink>
          </li>
        ))}
      </ul>
    </>
  );
}
