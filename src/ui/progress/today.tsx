/** On the course map, once there is a record: the two ways on, the one that is due first. */

import type { ReactNode } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import type { CourseMap } from '../../core/model/course.ts';
import type { Tally } from '../../core/model/study.ts';
import { type DayPlan, REVIEW_SIZE, sumOf } from '../../core/study/due-exercises.ts';
import { PRACTICE_SIZE } from '../../core/study/practice-set.ts';
import { usePreferences } from '../../store/preferences.ts';
import type { Study } from '../../store/study/record.ts';
import { useStudy } from '../../store/study/study.ts';
import { useTally } from '../../store/study/tally.ts';
import { countWords, formatDay, minutesFor } from '../days.ts';
import { LastReadRow, StartRow } from '../pages/start-card.tsx';
import { TopicLink } from '../shell/topic-link.tsx';

interface TodayProps {
  /** While nothing has been answered. */
  fallback: ReactNode;
  /** Where reading begins. */
  first: CourseMap['first'];
}

export function Today({ fallback, first }: TodayProps) {
  const study = useStudy();
  const lastRead = usePreferences((preferences) => preferences.lastRead);
  const { tally, plan } = useTally();
  if (!tally || !plan || !study.state) return fallback;
  const asked = Math.min(plan.left, sumOf(plan.due) + sumOf(plan.fresh));
  const review = (
    <StartRow
      key="review"
      {...reviewWords(study, plan, asked)}
      way={<ReviewWay plan={plan} asked={asked} tally={tally.all} />}
    />
  );
  const isMain = asked === 0;
  const reading = lastRead ? (
    <LastReadRow key="reading" lastRead={lastRead} isMain={isMain} />
  ) : (
    first?.path && (
      <StartRow
        key="reading"
        name="읽기"
        what={`${first.number} ${first.title}`}
        way={
          <TopicLink
            className={isMain ? 'button button-main' : 'button'}
            path={first.path}
            anchor={first.anchor}
          >
            처음부터 읽기
          </TopicLink>
        }
      />
    )
  );
  return (
    <section className="start start-begun screen-only" aria-label="이어서 할 것">
      {isMain ? [reading, review] : [review, reading]}
    </section>
  );
}

/** What is due, and what is to be known of it: how long it takes, or when the next comes. */
function reviewWords({ state, today }: Study, { due, fresh, left, next }: DayPlan, asked: number) {
  const exam = state?.settings.examDay ?? null;
  const days = exam === null ? 0 : dayNumber(exam) - dayNumber(today);
  const name = days > 0 ? '시험까지' : '오늘 복습';
  const isLimited = left < sumOf(due) + sumOf(fresh);
  const coming = next && `${formatDay(next.day, today)} ${countWords(next.due)}`;
  if (days > 0) {
    const load = sumOf(due) > 0 && `복습 ${countWords(due)}`;
    const begin = sumOf(fresh) > 0 && `새 ${countWords(fresh)}`;
    const words = [load, begin].filter(Boolean).join(' · ');
    return { name, what: `${days}일`, more: words || (coming ?? '오늘 몫을 마쳤습니다') };
  }
  if (sumOf(due) === 0) return { name, what: '오늘은 없습니다', more: coming };
  const long = isLimited ? `하루 한도까지 ${left}개` : `${REVIEW_SIZE}개씩 나누어 풉니다`;
  const more =
    asked === 0
      ? '오늘 몫을 마쳤습니다'
      : asked > REVIEW_SIZE || isLimited
        ? long
        : state && `약 ${minutesFor(state, asked)}분`;
  return { name, what: countWords(due), more };
}

interface ReviewWayProps {
  plan: DayPlan;
  asked: number;
  tally: Tally;
}

/** 복습 시작; with nothing to review, what was not right, then what is new. */
function ReviewWay({ plan: { due, fresh }, asked, tally }: ReviewWayProps) {
  if (asked > 0) {
    const now = Math.min(asked, REVIEW_SIZE);
    const isAll = now === asked && asked === sumOf(due);
    const isQuestions = sumOf(due) + sumOf(fresh) === due.question + fresh.question;
    const label =
      isAll && sumOf(fresh) === 0
        ? '복습 시작'
        : sumOf(fresh) === 0
          ? `${now}개 복습`
          : `${now}${isQuestions ? '문제' : '개'} 풀기`;
    return (
      <TopicLink className="button button-main" path="/review/?go">
        {label}
      </TopicLink>
    );
  }
  if (tally.wrong > 0) {
    return (
      <TopicLink className="button" path="/practice/?set=wrong">
        {`오답 ${tally.wrong}문제`}
      </TopicLink>
    );
  }
  return (
    tally.new > 0 && (
      <TopicLink className="button" path="/practice/?set=new">
        {`새 문제 ${Math.min(PRACTICE_SIZE, tally.new)}개`}
      </TopicLink>
    )
  );
}
