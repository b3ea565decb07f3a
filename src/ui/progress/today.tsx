/** On the course map, once there is a record: what is due today, and where the learner left off. */

import type { ReactNode } from 'react';
import { usePreferences } from '../../store/preferences.ts';
import { useGauges } from '../../store/study/gauges.ts';
import { useStudy } from '../../store/study/study.ts';
import { formatFull } from '../days.ts';
import { LastReadRow } from '../pages/start-card.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { dueTopics, minutesFor, nextReview, planOf } from './day-plan.ts';
import { Gauge, percent } from './gauge.tsx';

function UnseenRow({ unseen }: { unseen: number }) {
  return (
    <div className="start-row">
      <h2>새 문제</h2>
      <p className="start-what numeric">{`아직 풀지 않은 문제 ${unseen}개`}</p>
      <TopicLink className="button" path="/practice/?set=new">
        문제 풀기
      </TopicLink>
    </div>
  );
}

const MOST_TOPICS = 5;

export function Today({ fallback }: { fallback: ReactNode }) {
  const study = useStudy();
  const lastRead = usePreferences((preferences) => preferences.lastRead);
  const hasGauges = useGauges(({ gauges }) => gauges !== null);
  const unseen = useGauges(({ gauges }) => gauges?.all.fresh ?? 0);
  const plan = hasGauges ? planOf(study) : null;
  if (!plan) return fallback;
  const { due, fresh, postponed, next } = plan;
  const topics = dueTopics(study).slice(0, MOST_TOPICS);
  const hasWork = due + fresh > 0;
  return (
    <section className="start" aria-labelledby="start">
      <div className="start-row start-today">
        <h2 id="start">
          오늘 복습 <span className="start-date numeric">{formatFull(study.today)}</span>
        </h2>
        {hasWork ? (
          <p className="start-what start-figure numeric">
            {due === 0 && <span>새 문제 </span>}
            <b>{due || fresh}</b>
            <span>
              {`개${due > 0 && fresh > 0 ? ` · 새 문제 ${fresh}개` : ''} · 약 ${study.state ? minutesFor(study.state, due + fresh) : ''}분`}
            </span>
          </p>
        ) : (
          <p className="start-what numeric">
            {postponed > 0
              ? '오늘 몫의 복습을 마쳤습니다.'
              : next === null
                ? '복습할 문제가 없습니다.'
                : nextReview(next)}
          </p>
        )}
        {hasWork ? (
          <TopicLink className="button button-main" path="/review/?go">
            복습 시작
          </TopicLink>
        ) : (
          <TopicLink className="button" path="/practice/?set=new">
            새 문제
          </TopicLink>
        )}
        {topics.length > 0 && (
          <ul className="start-due">
            {topics.map((topic) => (
              <li key={topic.path}>
                <TopicLink path={topic.path}>
                  <span>{topic.title}</span>
                  <span className="note numeric">{`${topic.due}개`}</span>
                  <Gauge state="due" recall={topic.recall} goal={study.state?.settings.retention ?? 0} />
                  <span className="percent numeric screen-only" data-state="due">
                    <span className="visually-hidden">, 예상 정답률 </span>
                    <span>{percent(topic.recall)}</span>
                  </span>
                </TopicLink>
              </li>
            ))}
          </ul>
        )}
      </div>
      {lastRead ? <LastReadRow lastRead={lastRead} /> : unseen > 0 && <UnseenRow unseen={unseen} />}
    </section>
  );
}
