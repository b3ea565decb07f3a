/**
 * A mock exam under way: the bar above it (leaving, number of answers, time left, handing in), one question at a time, and the answer
 * sheet.
 */

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Response } from '../../../core/model/question.ts';
import { isAnswered } from '../../../core/quiz/grade.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import type { Exam } from '../../../store/study/sittings.ts';
import { Icon } from '../../icon.tsx';
import { AnswerArea, Stem, StemRest } from '../../quiz/answer.tsx';
import { questionPlace } from '../../quiz/question-place.ts';
import { Report } from '../../quiz/report.tsx';
import { onQuestionKey } from '../../quiz/shortcuts.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { type ExerciseContent, useExerciseContent } from '../exercise-content.ts';
import { useFocusMode } from '../sitting-view.tsx';
import { HandIn } from './hand-in.tsx';

export interface ExamProps {
  exercises: readonly Exercise[];
  exam: Exam;
  change: (exam: Exam | null) => void;
}

interface ExamSheetProps extends ExamProps {
  isKept: boolean;
  /** Takes the focus to the first question. */
  isFocused: boolean;
}

export function ExamSheet({ exercises, exam, change, isKept, isFocused }: ExamSheetProps) {
  const { at, exercise, go, handIn, goOn, respond, handingIn, cancel } = useExamSheet({
    exercises,
    exam,
    change,
  });
  const content = useExerciseContent(exercise);
  const stemId = useId();
  useFocusMode();
  const focusStem = useRef(isFocused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another question is on the screen
  useEffect(() => {
    if (content.kind !== 'question') return;
    if (focusStem.current) document.getElementById(stemId)?.focus();
    focusStem.current = true;
  }, [at, content.kind]);

  return (
    <article className="exam">
      <ExamBar exercises={exercises} exam={exam} handIn={handIn} />
      {!isKept && (
        <p className="exam-note" role="alert">
          답을 저장할 수 없습니다. 이 탭을 닫거나 새로 고치면 모의고사를 처음부터 다시 봐야 합니다.
        </p>
      )}
      <div className="exam-body">
        <section
          className="exam-question"
          aria-labelledby={stemId}
          tabIndex={-1}
          onKeyDown={(event: KeyboardEvent<HTMLElement>) => onQuestionKey(event, { onEnter: goOn })}
        >
          <ExamQuestion
            key={exercise.item}
            content={content}
            number={at + 1}
            stemId={stemId}
            response={exam.responses[exercise.item] ?? null}
            seed={`${exam.seed} ${exercise.item}`}
            onChange={respond}
          />
          <p className="question-actions exam-ways">
            <button
              className="button"
              type="button"
              aria-disabled={at === 0}
              onClick={() => at > 0 && go(at - 1)}
            >
              이전
            </button>
            <button className="button button-main" type="button" onClick={goOn}>
              {at === exercises.length - 1 ? '제출' : '다음'}
            </button>
          </p>
          {content.kind === 'question' && (
            <Report
              key={`report ${exercise.item}`}
              placed={content.placed}
              place={questionPlace(content.page)}
            />
          )}
        </section>
        <AnswerSheet exercises={exercises} exam={exam} at={at} go={go} />
      </div>
      {handingIn && (
        <HandIn
          exercises={exercises}
          exam={exam}
          change={change}
          isTimeUp={handingIn === 'time-up'}
          cancel={cancel}
        />
      )}
    </article>
  );
}

/** Which question is on the screen, and how long it has been: every step adds the time to the exam. */
function useExamSheet({ exercises, exam, change }: ExamProps) {
  const [at, setAt] = useState(() => firstOpen(exercises, exam));
  const [handingIn, setHandingIn] = useState<HandInReason | null>(null);
  const openedAt = useRef(Date.now());
  const exercise = exercises[at] as Exercise;
  const spent = (): Exam => {
    const now = Date.now();
    const millis = (exam.elapsed[exercise.item] ?? 0) + Math.max(0, now - openedAt.current);
    openedAt.current = now;
    return { ...exam, elapsed: { ...exam.elapsed, [exercise.item]: millis } };
  };
  const go = (to: number) => {
    change(spent());
    setAt(to);
  };
  const handIn = (why: HandInReason) => {
    change(spent());
    setHandingIn(why);
  };
  return {
    at,
    exercise,
    go,
    handIn,
    goOn: () => (at === exercises.length - 1 ? handIn('wish') : go(at + 1)),
    respond(response: Response) {
      const next = spent();
      change({ ...next, responses: { ...next.responses, [exercise.item]: response } });
    },
    handingIn,
    cancel: () => setHandingIn(null),
  };
}

/** A reload goes on at the first question without an answer. */
const firstOpen = (exercises: readonly Exercise[], { responses }: Exam): number =>
  Math.max(
    0,
    exercises.findIndex(({ item }) => !isAnswered(responses[item])),
  );

interface ExamQuestionProps {
  content: ExerciseContent;
  number: number;
  stemId: string;
  response: Response | null;
  seed: string;
  onChange: (response: Response) => void;
}

/** A question of a mock exam: without hints and feedback. */
function ExamQuestion({ content, number, stemId, response, seed, onChange }: ExamQuestionProps) {
  if (content.kind === 'question') {
    const { question } = content.placed;
    return (
      <>
        <h2 className="stem" id={stemId} tabIndex={-1}>
          <span className="exam-number numeric">
            {number}
            <span className="visually-hidden">번.</span>
          </span>{' '}
          <Stem as="span" html={question.title} />
        </h2>
        <StemRest question={question} />
        <AnswerArea
          question={question}
          response={response}
          onChange={onChange}
          seed={seed}
          labelledBy={stemId}
        />
      </>
    );
  }
  return (
    <div className="sitting-wait" id={stemId} role={content.kind === 'failed' ? 'alert' : 'status'}>
      {content.kind === 'failed' ? (
        <>
          <p>문제를 불러오지 못했습니다. 연결을 확인하세요.</p>
          <button className="button" type="button" onClick={content.retry}>
            다시 시도
          </button>
        </>
      ) : content.kind === 'gone' ? (
        <p>노트에서 없어진 문제입니다. 채점하지 않습니다.</p>
      ) : (
        <p>불러오는 중</p>
      )}
    </div>
  );
}

/** `wish`: the learner's own. */
type HandInReason = 'wish' | 'time-up';

interface ExamBarProps {
  exercises: readonly Exercise[];
  exam: Exam;
  handIn: (why: HandInReason) => void;
}

function ExamBar({ exercises, exam, handIn }: ExamBarProps) {
  const answered = exercises.filter(({ item }) => isAnswered(exam.responses[item])).length;
  return (
    <header className="exam-bar row">
      <TopicLink className="button button-icon" path="/practice/" aria-label="나가기, 답은 그대로 남습니다">
        <Icon name="close" />
      </TopicLink>
      <h1>모의고사</h1>
      <p className="note numeric">{`${exercises.length}문제 중 ${answered}문제 답함`}</p>
      {exam.minutes !== null && (
        <Timer until={exam.startedAt + exam.minutes * 60_000} onOver={() => handIn('time-up')} />
      )}
      <button className="button" type="button" onClick={() => handIn('wish')}>
        제출
      </button>
    </header>
  );
}

const SPOKEN_AT_SECONDS = [300, 60];

/** Said aloud only when it gets short. */
function Timer({ until, onOver }: { until: number; onOver: () => void }) {
  const [left, setLeft] = useState(() => secondsTo(until));
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    let wasOver = false;
    const tick = () => {
      const seconds = secondsTo(until);
      setLeft(seconds);
      if (seconds === 0 && !wasOver) {
        wasOver = true;
        over.current();
      }
    };
    const timer = setInterval(tick, 1_000);
    tick();
    return () => clearInterval(timer);
  }, [until]);
  const spoken = SPOKEN_AT_SECONDS.find((each) => left <= each && left > each - 5);
  return (
    <p className="exam-timer numeric">
      <span aria-hidden="true">{`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}</span>
      <span className="visually-hidden" role="timer">{`${Math.ceil(left / 60)}분 남음`}</span>
      <span className="visually-hidden" role="status">
        {spoken !== undefined && `${spoken / 60}분 남았습니다.`}
      </span>
    </p>
  );
}

const secondsTo = (until: number): number => Math.max(0, Math.round((until - Date.now()) / 1_000));

interface AnswerSheetProps {
  exercises: readonly Exercise[];
  exam: Exam;
  /** Index of the question on the screen. */
  at: number;
  go: (at: number) => void;
}

/** Which questions are answered, and a link to each. */
function AnswerSheet({ exercises, exam, at, go }: AnswerSheetProps) {
  return (
    <nav className="answer-sheet" aria-label="답안지">
      <ol>
        {exercises.map(({ item }, index) => {
          const isFilled = isAnswered(exam.responses[item]);
          return (
            <li key={item}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                data-filled={isFilled || undefined}
                onClick={() => go(index)}
              >
                <span aria-hidden="true">{index + 1}</span>
                <span className="visually-hidden">{`${index + 1}번, ${isFilled ? '답함' : '답 없음'}`}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
