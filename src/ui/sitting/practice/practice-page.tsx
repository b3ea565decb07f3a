/** 문제: choose a set to practise, answer it one question at a time, see the result. The choice is in the address. */

import '../../styles/late.css';
import '../sitting.css';
import '../../quiz/result.css';
import './exam.css';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PageData } from '../../../core/model/course.ts';
import type { ItemId } from '../../../core/model/event.ts';
import { dueExercises } from '../../../core/study/due-exercises.ts';
import { type Exercise, everyExercise } from '../../../core/study/exercises.ts';
import {
  daySeed,
  exercisesAfter,
  PRACTICE_SIZE,
  type PracticeSet,
  practiceExercises,
} from '../../../core/study/practice-set.ts';
import { type Exam, followExam, readExam, writeExam } from '../../../store/study/sittings.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { type Ready, RecordPage } from '../record-page.tsx';
import { type Session, useSession } from '../session.ts';
import { EndCard, firstAnswers, leftRows, StoppedEnd } from '../sitting-end.tsx';
import { SittingView } from '../sitting-view.tsx';
import { CheckEnd } from './check-end.tsx';
import { ExamResult } from './exam-result.tsx';
import { ExamSetup } from './exam-setup.tsx';
import { ExamSheet } from './exam-sheet.tsx';
import { readSet, rightOf, SetChoice, setName } from './sets.tsx';

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
  const [exercises] = useState(() => practiceExercises(state, index, today, chosen, daySeed(state, today)));
  const isCheck = chosen.set === 'check';
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it appears, and only then
  useEffect(() => {
    if (!session && exercises.length > 0) begin(exercises.slice(0, PRACTICE_SIZE), !isCheck);
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
  const leave = (path: string) => {
    end();
    navigate(path);
  };
  const props = { session, ready, name, onLeave: () => leave('/') };
  return (
    <SittingView
      key={session.startedAt}
      session={session}
      change={change}
      title="문제"
      onClose={() => leave('/practice/')}
      end={(onResume) =>
        onResume ? (
          <StoppedEnd {...props} onResume={onResume} />
        ) : session.sitting.isRepeating ? (
          <PracticeEnd {...props} chosen={chosen} onMore={begin} />
        ) : (
          <CheckEnd {...props} areas={page.course.areas} onRetry={begin} />
        )
      }
    />
  );
}

interface PracticeEndProps {
  session: Session;
  ready: Ready;
  name: string;
  chosen: PracticeSet;
  /** Goes on with the next ones of the set. */
  onMore: (exercises: readonly Exercise[]) => void;
  onLeave: () => void;
}

/** The end of ten: its result, and the ways on. What is due goes before more of the same. */
function PracticeEnd({ session, ready, name, chosen, onMore, onLeave }: PracticeEndProps) {
  const { state, index, today } = ready;
  const { first, right } = firstAnswers(session);
  const asked = session.sitting.turns.map(({ exercise }) => exercise.item);
  const set = practiceExercises(state, index, today, chosen, '');
  const more = exercisesAfter(state, set, chosen, asked).slice(0, PRACTICE_SIZE);
  const due = dueExercises(state, index, today);
  return (
    <EndCard
      session={session}
      ready={ready}
      name={name}
      title={rightOf(
        first.map(({ exercise }) => exercise),
        right,
      )}
      said={null}
      rows={leftRows(ready, due)}
    >
      {due.length > 0 && (
        <TopicLink className="button button-main" path="/review/?go">
          복습 시작
        </TopicLink>
      )}
      {more.length > 0 && (
        <button className="button" type="button" onClick={() => onMore(more)}>
          {`${more.length}개 더`}
        </button>
      )}
      <button className={due.length > 0 ? 'button' : 'button button-main'} type="button" onClick={onLeave}>
        여기까지
      </button>
      <TopicLink className="button" path="/practice/">
        다른 문제 고르기
      </TopicLink>
    </EndCard>
  );
}

/** 모의고사: setting up, answering, handing in, and the result. */
function ExamView({ page, ready }: { page: PageData; ready: Ready }) {
  const [exam, setExam] = useState<Exam | null>(() => readExam());
  const [isKept, setKept] = useState(true);
  // One that is gone on with leaves the focus where it is.
  const isBegunHere = useRef(false);
  useEffect(() => followExam(setExam), []);
  const change = (next: Exam | null) => {
    setExam(next);
    setKept(writeExam(next));
  };
  // Questions that the notes no longer hold are left out.
  const byItem = new Map(everyExercise(ready.index.topics).map((exercise) => [exercise.item, exercise]));
  const exercises: Exercise[] = exam?.items.flatMap((item) => byItem.get(item as ItemId) ?? []) ?? [];
  if (!exam || exercises.length === 0) {
    const start = (begun: Exam) => {
      isBegunHere.current = true;
      change(begun);
    };
    return <ExamSetup page={page} ready={ready} start={start} />;
  }
  const props = { exercises, exam, change };
  return exam.isOver ? (
    <ExamResult {...props} ready={ready} />
  ) : (
    <ExamSheet {...props} isKept={isKept} isFocused={isBegunHere.current} />
  );
}
