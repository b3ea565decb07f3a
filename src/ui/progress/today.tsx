/** On the course map, with a record: what is due today, and where one left off. */

import type { ReactNode } from 'react';
import { usePreferences } from '../../store/preferences.ts';
import { useGauges } from '../../store/study/gauges.ts';
import { useStudy } from '../../store/study/study.ts';
import { LastReadRow } from '../pages/start-card.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { planOf } from './plan.ts';

export function Today({ fallback }: { fallback: ReactNode }) {
  const study = useStudy();
  const lastRead = usePreferences((preferences) => preferences.lastRead);
  const hasGauges = useGauges(({ gauges }) => gauges !== null);
  const plan = hasGauges ? planOf(study) : null;
  if (!plan) return fallback;
  const { due, fresh, minutes, next } = plan;
  const hasWork = due + fresh > 0;
  return (
    <section className="start" aria-labelledby="start">
      <div className="start-row">
        <h2 id="start">오늘 복습</h2>
        {hasWork ? (
          <p className="start-what num">
            <b>{due}개</b>
            {fresh > 0 && <> · 새 문제 {fresh}개</>}
            <span className="start-min"> · 약 {minutes}분</span>
          </p>
        ) : (
          <p className="start-what num">
            {next === null ? '복습할 문제가 없습니다.' : `다음 복습은 ${next.when}, ${next.due}개입니다.`}
          </p>
        )}
        {due > 0 ? (
          <TopicLink className="btn btn-main" path="/review/">
            복습 시작
          </TopicLink>
        ) : (
          <TopicLink className="btn" path="/practice/?set=new">
            새 문제
          </TopicLink>
        )}
      </div>
      {lastRead && <LastReadRow lastRead={lastRead} />}
    </section>
  );
}
