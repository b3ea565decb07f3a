/** 문제: choose what to practise, answer one a screen, see how it went; the address holds the choice. */

import '../sitting/study-page.css';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PageData } from '../../core/model/course.ts';
import { daySeed, type PracticeSet, practiceAsks } from '../../core/study/practice-set.ts';
import { startSitting } from '../../core/study/sitting.ts';
import { type Study, useOpenStudy } from '../../store/study/study.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { useKept } from '../sitting/kept.ts';
import { NeedsScripts } from '../sitting/needs-scripts.tsx';
import { SittingView } from '../sitting/sitting-view.tsx';
import { readSet } from './address.ts';
import { ExamView } from './exam-view.tsx';
import { PracticeEnd } from './practice-end.tsx';
import { SetChoice } from './set-choice.tsx';
import { setName } from './set-name.ts';

export function PracticePage({ page }: { page: PageData }) {
  const study = useOpenStudy(page.course.id);
  const { search } = useLocation();
  // The prerendered page knows no query, and neither does the first render after it.
  const isReady = study.state !== null && study.index !== null;
  const chosen = isReady ? readSet(search) : null;
  if (chosen === 'exam') return <ExamView page={page} study={study} />;
  if (chosen) return <Practice key={search} page={page} study={study} chosen={chosen} search={search} />;
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      <SetChoice study={study} />
    </article>
  );
}

interface PracticeProps {
  page: PageData;
  study: Study;
  chosen: PracticeSet;
  search: string;
}

function Practice({ page, study, chosen, search }: PracticeProps) {
  const { state, index, today } = study;
  const { session, setSession, setSitting } = useKept(`practice ${search}`);
  const navigate = useNavigate();
  const name = index ? setName(chosen, index) : '';
  // Made once: a question answered right is no longer in 오답, but stays in the sitting.
  useEffect(() => {
    if (session || !state || !index) return;
    const asks = practiceAsks(state, index, chosen, daySeed(state, today));
    if (asks.length > 0) setSession({ sitting: startSitting(asks), before: state });
  });

  if (!session) {
    return (
      <article className="study">
        <h1 id={page.anchor} tabIndex={-1}>
          {name}
        </h1>
        <p className="study-lead">여기에는 지금 풀 문제가 없습니다.</p>
        <p className="s-actions">
          <TopicLink className="btn btn-main" path="/practice/">
            다른 문제 고르기
          </TopicLink>
        </p>
      </article>
    );
  }
  const close = () => {
    setSession(null);
    navigate('/practice/');
  };
  return (
    <SittingView
      sitting={session.sitting}
      setSitting={setSitting}
      title="문제"
      onClose={close}
      end={<PracticeEnd session={session} study={study} name={name} onClose={close} />}
    />
  );
}
