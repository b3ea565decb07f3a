/** The bar above a mock exam (leaving, number of answers, time left, handing in), and the answer sheet. */

import { useEffect, useRef, useState } from 'react';
import { isAnswered } from '../../../core/quiz/grade.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import type { Exam } from '../../../store/study/sittings.ts';
import { Icon } from '../../icon.tsx';
import { TopicLink } from '../../shell/topic-link.tsx';

/** `wish`: the learner's own. */
export type HandInReason = 'wish' | 'time-up';

interface ExamBarProps {
  exercises: readonly Exercise[];
  exam: Exam;
  handIn: (why: HandInReason) => void;
}

export function ExamBar({ exercises, exam, handIn }: ExamBarProps) {
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
export function AnswerSheet({ exercises, exam, at, go }: AnswerSheetProps) {
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
