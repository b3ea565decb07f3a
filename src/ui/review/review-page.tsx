/** What is due today over all topics, one item a screen. */

import '../sitting/study-page.css';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { PageData } from '../../core/model/course.ts';
import type { Ask } from '../../core/study/asks.ts';
import { countWithin, dueAsks } from '../../core/study/due-asks.ts';
import { firstTurns, startSitting } from '../../core/study/sitting.ts';
import { type Study, useOpenStudy } from '../../store/study/study.ts';
import { formatFull } from '../progress/days.ts';
import { minutesFor, planOf } from '../progress/plan.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { type Kept, useKept } from '../sitting/kept.ts';
import { NeedsScripts } from '../sitting/needs-scripts.tsx';
import { SittingView } from '../sitting/sitting-view.tsx';
import { SummaryTable } from '../sitting/summary-table.tsx';

const TEN_MINUTES = 600_000;

export function ReviewPage({ page }: { page: PageData }) {
  const study = useOpenStudy(page.course.id);
  const { session, setSession, setSitting } = useKept('review');
  const navigate = useNavigate();
  const { state, index, today } = study;
  const asks = state && index ? dueAsks(state, index, today) : null;
  const start = (chosen: readonly Ask[]) => {
    if (state) setSession({ sitting: startSitting(chosen), before: state });
  };
  // `/review/?go` comes from 「복습 시작」 elsewhere.
  const hasStarted = useRef(false);
  useEffect(() => {
    if (!asks || hasStarted.current || session) return;
    hasStarted.current = true;
    if (new URLSearchParams(location.search).has('go') && asks.length > 0) start(asks);
  });

  if (session && index) {
    const close = () => {
      setSession(null);
      navigate('/review/', { replace: true });
    };
    return (
      <SittingView
        sitting={session.sitting}
        setSitting={setSitting}
        title="복습"
        onClose={close}
        end={<ReviewEnd session={session} study={study} onClose={close} />}
      />
    );
  }
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      {asks && state && index && <Start asks={asks} study={study} start={start} />}
    </article>
  );
}

interface StartProps {
  asks: readonly Ask[];
  study: Study;
  start: (asks: readonly Ask[]) => void;
}

function Start({ asks, study, start }: StartProps) {
  const { state, index, today } = study;
  if (!state || !index) return null;
  const plan = planOf(study);
  if (asks.length === 0) {
    const isLimited = (plan?.held ?? 0) > 0;
    return (
      <>
        <p className="study-lead">
          {isLimited
            ? '오늘 몫의 복습을 마쳤습니다. 하루 복습 수는 학습 기록에서 바꿀 수 있습니다.'
            : plan?.next
              ? `오늘 복습할 것이 없습니다. 다음 복습은 ${plan.next.when}, ${plan.next.due}개입니다.`
              : '아직 복습할 것이 없습니다. 문제를 풀면 잊기 전에 다시 나옵니다.'}
        </p>
        <p className="s-actions">
          <TopicLink className="btn btn-main" path="/practice/">
            문제 풀기
          </TopicLink>
          <TopicLink className="btn" path="/">
            차례로
          </TopicLink>
        </p>
      </>
    );
  }
  const short = countWithin(state, TEN_MINUTES);
  const topics = index.topics
    .map(({ path, title }) => ({ path, title, count: asks.filter((ask) => ask.path === path).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <p className="study-lead">
        <span className="num">{formatFull(today)}</span>
        <b className="study-figure num">{asks.length}개</b>
        <span className="num">약 {minutesFor(state, asks.length)}분</span>
      </p>
      <p className="s-actions">
        <button className="btn btn-main" type="button" onClick={() => start(asks)}>
          복습 시작
        </button>
        {short < asks.length && (
          <button className="btn" type="button" onClick={() => start(asks.slice(0, short))}>
            오늘은 10분만 <span className="num">{short}개</span>
          </button>
        )}
      </p>
      <ul className="study-rows" aria-label="복습할 토픽">
        {topics.map(({ path, title, count }) => (
          <li key={path}>
            <TopicLink path={path}>
              <span>{title}</span>
              <span className="num">{count}개</span>
            </TopicLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function ReviewEnd({ session, study, onClose }: { session: Kept; study: Study; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const first = firstTurns(session.sitting).filter(({ outcome }) => outcome !== null);
  const right = first.filter(({ outcome }) => outcome === 'right').length;
  const { state, index, today } = study;
  const left = state && index ? dueAsks(state, index, today).length : 0;
  const plan = planOf(study);
  return (
    <div className="s-end">
      <h1 tabIndex={-1} ref={heading}>
        복습을 마쳤습니다. {first.length}개 가운데 {right}개를 떠올렸습니다.
      </h1>
      {index && <SummaryTable sitting={session.sitting} index={index} before={session.before} />}
      <p>
        {left > 0
          ? `오늘 복습할 것이 ${left}개 남았습니다.`
          : plan?.next && `다음 복습은 ${plan.next.when}, ${plan.next.due}개입니다.`}
      </p>
      <p className="s-actions">
        <TopicLink className="btn btn-main" path="/" onClick={onClose}>
          차례로
        </TopicLink>
        <TopicLink className="btn" path="/progress/" onClick={onClose}>
          학습 기록
        </TopicLink>
        {left > 0 && (
          <button className="btn" type="button" onClick={onClose}>
            남은 복습 보기
          </button>
        )}
      </p>
    </div>
  );
}
