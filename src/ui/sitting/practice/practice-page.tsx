/** 문제: choose a set to practise, answer it one question at a time, see the result. The choice is in the address. */

import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PageData } from '../../../core/model/course.ts';
import { daySeed, type PracticeSet, practiceExercises } from '../../../core/study/practice-set.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { type Ready, RecordPage } from '../record-page.tsx';
import { useSession } from '../session.ts';
import { SittingView } from '../sitting-view.tsx';
import { ExamView } from './exam-view.tsx';
import { PracticeEnd } from './practice-end.tsx';
import { SetChoice } from './set-choice.tsx';
import { readSet, setName } from './sets.ts';

export function PracticePage({ page }: { page: PageData }) {
  return <RecordPage page={page}>{(ready) => <Chosen page={page} ready={ready} />}</RecordPage>;
}

function Chosen({ page, ready }: { page: PageData; ready: Ready }) {
  const { search } = useLocation();
  const chosen = readSet(search);
  if (chosen === 'exam') return <ExamView page={page} ready={ready} />;
  if (chosen) return <Practice key={search} page={page} ready={ready} chosen={chosen} search={search} />;
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <SetChoice page={page} ready={ready} />
    </article>
  );
}

interface PracticeProps {
  page: PageData;
  ready: Ready;
  chosen: PracticeSet;
  search: string;
}

function Practice({ page, ready, chosen, search }: PracticeProps) {
  const { state, index, today } = ready;
  const { session, begin, change, end } = useSession({
    name: `practice ${search}`,
    index,
    today,
  });
  const navigate = useNavigate();
  const name = setName(chosen, index, page.course.areas);
  // Made once: a question answered right is no longer in 오답, but stays in the sitting.
  const [exercises] = useState(() => practiceExercises(state, index, chosen, daySeed(state, today)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it appears, and only then
  useEffect(() => {
    if (!session && exercises.length > 0) begin(exercises);
  }, []);

  if (!session && exercises.length > 0) return null;
  if (!session) {
    return (
      <article className="study">
        <h1 id={page.anchor} tabIndex={-1}>
          {name}
        </h1>
        <p className="study-lead">여기에는 지금 풀 문제가 없습니다.</p>
        <p className="study-actions">
          <TopicLink className="button button-main" path="/practice/">
            다른 문제 고르기
          </TopicLink>
        </p>
      </article>
    );
  }
  const close = () => {
    end();
    navigate('/practice/');
  };
  return (
    <SittingView
      session={session}
      change={change}
      title="문제"
      onClose={close}
      end={<PracticeEnd session={session} ready={ready} name={name} />}
    />
  );
}
