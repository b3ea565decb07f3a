/** The exam itself: one question, the answer sheet to jump by, and the way to hand it in. */

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Response } from '../../../core/model/question.ts';
import { isAnswered } from '../../../core/quiz/response.ts';
import type { Ask } from '../../../core/study/asks.ts';
import type { Exam } from '../../../store/study/exam.ts';
import { Icon } from '../../icon.tsx';
import { placeOf } from '../../quiz/question-place.ts';
import { Report } from '../../quiz/report.tsx';
import { onQuestionKey } from '../../quiz/shortcuts.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { useAsked } from '../use-asked.ts';
import { useFocusMode } from '../use-focus-mode.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { ExamQuestion } from './exam-question.tsx';
import { HandIn } from './hand-in.tsx';
import { Timer } from './timer.tsx';

export interface ExamProps {
  asked: readonly Ask[];
  exam: Exam;
  change: (exam: Exam | null) => void;
}

interface ExamSheetProps extends ExamProps {
  isKept: boolean;
  /** Takes the focus to the first question. */
  isFocused: boolean;
}

export function ExamSheet({ asked, exam, change, isKept, isFocused }: ExamSheetProps) {
  const [at, setAt] = useState(() => firstOpen(asked, exam));
  const [handingIn, setHandingIn] = useState<'asked' | 'time-up' | null>(null);
  const ask = asked[at] as Ask;
  const current = useAsked(ask);
  const stemId = useId();
  const openedAt = useRef(Date.now());
  useFocusMode();

  /** Adds the time since the question was opened. */
  const spent = (): Exam => {
    const now = Date.now();
    const millis = (exam.elapsed[ask.item] ?? 0) + Math.max(0, now - openedAt.current);
    openedAt.current = now;
    return { ...exam, elapsed: { ...exam.elapsed, [ask.item]: millis } };
  };
  const go = (to: number) => {
    change(spent());
    setAt(to);
  };
  const handIn = (why: 'asked' | 'time-up') => {
    change(spent());
    setHandingIn(why);
  };
  const isLast = at === asked.length - 1;
  const goOn = () => (isLast ? handIn('asked') : go(at + 1));
  const respond = (response: Response) => {
    const next = spent();
    change({ ...next, responses: { ...next.responses, [ask.item]: response } });
  };
  const focusStem = useRef(isFocused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another question is on the screen
  useEffect(() => {
    if (current.kind !== 'question') return;
    if (focusStem.current) document.getElementById(stemId)?.focus();
    focusStem.current = true;
  }, [at, current.kind]);

  const open = asked.filter(({ item }) => !isAnswered(exam.responses[item])).length;
  return (
    <article className="exam">
      <header className="exam-bar">
        <TopicLink className="btn btn-icon" path="/practice/" aria-label="나가기, 답은 그대로 남습니다">
          <Icon name="close" />
        </TopicLink>
        <h1>모의고사</h1>
        <p className="note num">
          {asked.length}문제 중 {asked.length - open}문제 답함
        </p>
        {exam.minutes !== null && (
          <Timer until={exam.startedAt + exam.minutes * 60_000} onOver={() => handIn('time-up')} />
        )}
        <button className="btn" type="button" onClick={() => handIn('asked')}>
          제출
        </button>
      </header>
      {!isKept && (
        <p className="exam-note" role="alert">
          답을 저장할 수 없습니다. 이 탭을 닫거나 새로 고치면 모의고사를 처음부터 다시 봐야 합니다.
        </p>
      )}
      <div className="exam-body">
        <section
          className="exam-q"
          aria-labelledby={stemId}
          tabIndex={-1}
          onKeyDown={(event: KeyboardEvent<HTMLElement>) => onQuestionKey(event, { onEnter: goOn })}
        >
          <ExamQuestion
            key={ask.item}
            current={current}
            number={at + 1}
            stemId={stemId}
            response={exam.responses[ask.item] ?? null}
            seed={`${exam.seed} ${ask.item}`}
            onChange={respond}
          />
          <p className="act exam-ways">
            <button
              className="btn"
              type="button"
              aria-disabled={at === 0}
              onClick={() => at > 0 && go(at - 1)}
            >
              이전
            </button>
            <button className="btn btn-main" type="button" onClick={goOn}>
              {isLast ? '제출' : '다음'}
            </button>
          </p>
          {current.kind === 'question' && (
            <Report key={`report ${ask.item}`} placed={current.placed} place={placeOf(current.page)} />
          )}
        </section>
        <AnswerSheet asked={asked} exam={exam} at={at} go={go} />
      </div>
      {handingIn && (
        <HandIn
          asked={asked}
          exam={exam}
          change={change}
          isTimeUp={handingIn === 'time-up'}
          cancel={() => setHandingIn(null)}
        />
      )}
    </article>
  );
}

/** A reload goes on at the first question without an answer. */
const firstOpen = (asked: readonly Ask[], { responses }: Exam): number =>
  Math.max(
    0,
    asked.findIndex(({ item }) => !isAnswered(responses[item])),
  );
