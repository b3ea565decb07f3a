/**
 * 복습: everything that is due today, or what of it is on one topic (`?topic=/docker/&go`), one exercise at a time. Before it, how
 * much is due and a shorter choice, or when the next one is due.
 */

import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { itemState, type RecordState, stateBefore } from '../../core/memory/record-state.ts';
import type { PageData } from '../../core/model/course.ts';
import { countWithin, dayPlan, dueExercises, REVIEW_SIZE, sumOf } from '../../core/study/due-exercises.ts';
import type { Exercise } from '../../core/study/exercises.ts';
import { practiceExercises } from '../../core/study/practice-set.ts';
import { isReminderDue, noteReminder } from '../../store/study/persistence.ts';
import { useStudy } from '../../store/study/study.ts';
import { countWords, formatFull, minutesFor, nextReview } from '../days.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { byPlace, PlaceLink, practiceSearch } from './practice/sets.tsx';
import { type Ready, RecordPage } from './record-page.tsx';
import { type Session, useSession } from './session.ts';
import { EndCard, firstAnswers, leftRows, StoppedEnd, unitOf } from './sitting-end.tsx';
import { SittingView } from './sitting-view.tsx';

export function ReviewPage({ page }: { page: PageData }) {
  const topic = new URLSearchParams(useLocation().search).get('topic');
  return (
    <RecordPage page={page}>
      {(ready) => <Review key={topic} page={page} ready={ready} topic={topic} />}
    </RecordPage>
  );
}

interface ReviewProps {
  page: PageData;
  ready: Ready;
  /** Path of the page whose questions are reviewed; null for all. */
  topic: string | null;
}

/** What is due on one topic, whatever the daily limit: it was asked for. */
const dueOn = ({ state, index, today }: Ready, topic: string): Exercise[] =>
  dueExercises({ ...state, settings: { ...state.settings, dailyLimit: null } }, index, today).filter(
    ({ path, item }) => path === topic && itemState(state, item)?.memory,
  );

function Review({ page, ready, topic }: ReviewProps) {
  const { state, index, today } = ready;
  const exercises = useMemo(() => dueExercises(state, index, today), [state, index, today]);
  const { session, begin, change, end } = useSession({
    name: topic === null ? 'review' : `review ${topic}`,
    index,
    today,
  });
  const navigate = useNavigate();
  const { search } = useLocation();
  // `/review/?go` comes from 「복습 시작」 elsewhere; once begun it is not begun again.
  const isToStart = useRef(new URLSearchParams(search).has('go'));
  useEffect(() => {
    const asked = topic === null ? exercises : dueOn(ready, topic);
    if (isToStart.current && !session && asked.length > 0) begin(asked.slice(0, REVIEW_SIZE));
    isToStart.current = false;
  });

  if (!session) return <ReviewStart page={page} exercises={exercises} ready={ready} begin={begin} />;
  const leave = (path: string) => {
    end();
    if (path !== '/review/' || search !== '') navigate(path, { replace: path === '/review/' });
  };
  const props = { session, ready, left: exercises, onLeave: () => leave(topic ?? '/') };
  return (
    <SittingView
      key={session.startedAt}
      session={session}
      change={change}
      title="복습"
      onClose={() => leave(topic ?? '/review/')}
      end={(onResume) =>
        onResume ? (
          <StoppedEnd
            {...props}
            name="복습"
            rows={leftRows(ready, exercises)}
            dueNote={
              exercises.length > 0 ? `남은 ${exercises.length}개는 복습에 그대로 있습니다.` : undefined
            }
            onResume={onResume}
          />
        ) : (
          <ReviewEnd {...props} isOfTopic={topic !== null} onMore={() => begin(exercises.slice(0, MORE))} />
        )
      }
    />
  );
}

/** So many are added where more is due than one sitting takes. */
const MORE = 10;

interface ReviewEndProps {
  session: Session;
  ready: Ready;
  /** What is still to be done today. */
  left: readonly Exercise[];
  /** Then it ends with the way back to the topic. */
  isOfTopic: boolean;
  onMore: () => void;
  onLeave: () => void;
}

function ReviewEnd({ session, ready, left, isOfTopic, onMore, onLeave }: ReviewEndProps) {
  const { state, index, today } = ready;
  const { first, right } = firstAnswers(session);
  const items = first.map(({ exercise }) => exercise.item);
  const before = stateBefore(state, items, session);
  const isKnown = items.every((item) => itemState(before, item)?.memory);
  const unit = unitOf(session);
  const said = isKnown ? '기억하고 있었습니다' : '맞혔습니다';
  const result =
    right === first.length
      ? `${first.length}${unit}를 모두 ${said}`
      : `${first.length}${unit} 중 ${right}${unit}를 ${said}`;
  const isDone = left.length === 0;
  const wrong = isDone ? practiceExercises(state, index, today, WRONG, '').length : 0;
  return (
    <EndCard
      session={session}
      ready={ready}
      name="복습"
      title={isDone || first.length === 0 ? '오늘 복습을 마쳤습니다' : result}
      said={isDone && first.length > 0 ? `${result}.` : null}
      rows={[...leftRows(ready, left), { key: 'missed', label: '오답', count: wrong }]}
      extra={<ExportReminder state={state} />}
    >
      {isOfTopic && (
        <button className="button button-main" type="button" onClick={onLeave}>
          노트로 돌아가기
        </button>
      )}
      {!isDone && (
        <button className={isOfTopic ? 'button' : 'button button-main'} type="button" onClick={onMore}>
          {`${Math.min(MORE, left.length)}개 더`}
        </button>
      )}
      {!isOfTopic && (
        <button className={isDone ? 'button button-main' : 'button'} type="button" onClick={onLeave}>
          여기까지
        </button>
      )}
      {wrong > 0 && (
        <TopicLink className="button" path={`/practice/${practiceSearch(WRONG)}`}>
          {`오답 ${wrong}개 다시 풀기`}
        </TopicLink>
      )}
    </EndCard>
  );
}

const WRONG = { set: 'wrong', scope: { by: 'all' } } as const;

/**
 * Where the browser clears what was not visited for a week: a word about a copy of the record, at the end of a review, at most
 * once in two weeks, and not to whoever has one.
 */
function ExportReminder({ state }: { state: RecordState }) {
  const [isShown] = useState(() => isReminderDue(state, Date.now()));
  useEffect(() => {
    if (isShown) noteReminder(Date.now());
  }, [isShown]);
  if (!isShown) return null;
  return (
    <p className="note">
      이 브라우저는 7일 동안 열지 않은 사이트의 기록을 지울 수 있습니다.{' '}
      <TopicLink path="/progress/" anchor="record">
        기록 내보내기
      </TopicLink>
      에서 사본을 만들거나 홈 화면에 추가해 두세요.
    </p>
  );
}

/** What the shorter choice takes, in milliseconds. */
const TEN_MINUTES = 600_000;

interface ReviewStartProps {
  page: PageData;
  exercises: readonly Exercise[];
  ready: Ready;
  begin: (exercises: readonly Exercise[]) => void;
}

function ReviewStart({ page, exercises, ready, begin }: ReviewStartProps) {
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
  const { due, next } = dayPlan(ready.state, ready.index, ready.today);
  const isLimited = sumOf(due) > 0;
  const isAll = useStudy(({ log }) => log?.status === 'ok');
  return (
    <>
      <p className="study-lead">
        {isLimited
          ? `오늘 몫의 복습을 마쳤습니다. 남은 복습은 ${countWords(due)}, 하루 복습 수는 학습 기록에서 바꿀 수 있습니다.`
          : next
            ? `오늘 복습할 것이 없습니다. ${nextReview(next, ready.today)}`
            : isAll
              ? '아직 복습할 것이 없습니다. 문제를 풀면 잊기 전에 다시 나옵니다.'
              : '저장된 학습 기록을 열지 못해 복습할 것을 알 수 없습니다.'}
      </p>
      <p className="study-actions">
        <TopicLink className="button button-main" path="/practice/">
          문제 풀기
        </TopicLink>
        <TopicLink className="button" path="/progress/" anchor="reminder">
          복습 알림
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
  const { due, fresh } = dayPlan(state, index, today);
  const isLimited = exercises.length < sumOf(due) + sumOf(fresh);
  const places = byPlace(index.topics, exercises, (exercise) => exercise);
  return (
    <>
      <p className="study-lead">
        <span className="numeric">{formatFull(today)}</span>
        <b className="study-figure numeric">{sumOf(due) > 0 ? countWords(due) : `새 ${countWords(fresh)}`}</b>
        {sumOf(due) > 0 && sumOf(fresh) > 0 && <span className="numeric">{`새 ${countWords(fresh)}`}</span>}
        {isLimited && <span className="numeric">{`하루 한도까지 ${exercises.length}개`}</span>}
        <span className="numeric">{`약 ${minutesFor(state, exercises.length)}분`}</span>
      </p>
      <p className="study-actions">
        <button
          className="button button-main"
          type="button"
          onClick={() => begin(exercises.slice(0, REVIEW_SIZE))}
        >
          {exercises.length > REVIEW_SIZE ? `${REVIEW_SIZE}개 복습` : '복습 시작'}
        </button>
        {short < Math.min(exercises.length, REVIEW_SIZE) && (
          <button className="button" type="button" onClick={() => begin(exercises.slice(0, short))}>
            오늘은 10분만 <span className="numeric">{`${short}개`}</span>
          </button>
        )}
      </p>
      <ul className="study-rows" aria-label="복습할 토픽">
        {places.map(({ number, name, scope, things }) => (
          <li key={`${number} ${name}`}>
            <PlaceLink scope={scope}>
              <span>
                {number && <span className="number numeric">{number}</span>} {name}
              </span>
              <span className="numeric">{`${things.length}개`}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </>
  );
}
