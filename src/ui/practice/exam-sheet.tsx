/** The exam itself: one question, the answer sheet to jump by, and the way to hand it in. */

import { useEffect, useId, useRef, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import type { Response } from '../../core/quiz/response.ts';
import type { Ask } from '../../core/study/asks.ts';
import type { Exam } from '../../store/study/exam.ts';
import { AnswerArea } from '../quiz/answer-area.tsx';
import { useAsked } from '../sitting/use-asked.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { HandIn } from './hand-in.tsx';
import { isAnswered } from './is-answered.ts';
import { Timer } from './timer.tsx';

export interface ExamProps {
  page: PageData;
  asked: readonly Ask[];
  exam: Exam;
  change: (exam: Exam | null) => void;
}

export function ExamSheet({ page, asked, exam, change }: ExamProps) {
  const [at, setAt] = useState(() => firstOpen(asked, exam));
  const [isHandingIn, setHandingIn] = useState(false);
  const ask = asked[at] as Ask;
  const current = useAsked(ask);
  const stem = useRef<HTMLHeadingElement>(null);
  const stemId = useId();
  const openedAt = useRef(Date.now());

  /** Adds the time since the question was opened. */
  const spent = (): Exam => {
    const now = Date.now();
    const millis = (exam.elapsed[ask.item] ?? 0) + now - openedAt.current;
    openedAt.current = now;
    return { ...exam, elapsed: { ...exam.elapsed, [ask.item]: millis } };
  };
  const go = (to: number) => {
    change(spent());
    setAt(to);
  };
  const respond = (response: Response) => {
    const next = spent();
    change({ ...next, responses: { ...next.responses, [ask.item]: response } });
  };
  const hasMoved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another question is on the screen
  useEffect(() => {
    if (hasMoved.current && current.kind === 'question') stem.current?.focus();
    hasMoved.current = true;
  }, [at, current.kind]);

  const open = asked.filter(({ item }) => !isAnswered(exam.responses[item])).length;
  return (
    <article className="exam">
      <header className="exam-bar">
        <h1>모의고사</h1>
        <p className="note num" role="status">
          {asked.length - open} / {asked.length}
          <span className="vh"> 답함</span>
        </p>
        {exam.minutes !== null && (
          <Timer until={exam.startedAt + exam.minutes * 60_000} onOver={() => setHandingIn(true)} />
        )}
        <button className="btn" type="button" onClick={() => setHandingIn(true)}>
          제출
        </button>
      </header>
      <div className="exam-body">
        <section className="exam-q" aria-labelledby={stemId}>
          {current.kind === 'question' ? (
            <>
              <h2 className="stem" id={stemId} tabIndex={-1} ref={stem}>
                <span className="exam-no num">
                  {at + 1}
                  <span className="vh">번.</span>
                </span>{' '}
                <Html html={current.placed.question.title} />
              </h2>
              <Blocks blocks={current.placed.question.stem} level={6} />
              {current.placed.question.type === 'multiple' && <p className="ask">모두 고르세요.</p>}
              <AnswerArea
                key={ask.item}
                question={current.placed.question}
                response={exam.responses[ask.item] ?? null}
                onChange={respond}
                seed={`${exam.seed} ${ask.item}`}
                labelledBy={stemId}
              />
            </>
          ) : (
            <div className="s-wait" role="status" id={stemId}>
              {current.kind === 'failed' ? (
                <>
                  <p>문제를 불러오지 못했습니다. 연결을 확인하세요.</p>
                  <button className="btn" type="button" onClick={current.retry}>
                    다시 시도
                  </button>
                </>
              ) : current.kind === 'gone' ? (
                '노트에서 없어진 문제입니다.'
              ) : (
                '불러오는 중'
              )}
            </div>
          )}
          <p className="act exam-ways">
            <button
              className="btn"
              type="button"
              aria-disabled={at === 0}
              onClick={() => at > 0 && go(at - 1)}
            >
              이전
            </button>
            <button
              className="btn btn-main"
              type="button"
              onClick={() => (at < asked.length - 1 ? go(at + 1) : setHandingIn(true))}
            >
              {at < asked.length - 1 ? '다음' : '제출'}
            </button>
          </p>
        </section>
        <nav className="omr" aria-label="답안지">
          <ol>
            {asked.map(({ item }, index) => {
              const isFilled = isAnswered(exam.responses[item]);
              return (
                <li key={item}>
                  <button
                    type="button"
                    aria-current={index === at ? 'step' : undefined}
                    data-filled={isFilled || undefined}
                    onClick={() => go(index)}
                  >
                    {index + 1}
                    <span className="vh">번, {isFilled ? '답함' : '안 품'}</span>
                  </button>
                </li>
              );
            })}
          </ol>
        </nav>
      </div>
      {isHandingIn && (
        <HandIn
          page={page}
          asked={asked}
          exam={exam}
          change={change}
          open={open}
          cancel={() => setHandingIn(false)}
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
