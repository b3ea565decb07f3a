/** One run through a quiz: the first answers, then what was missed once more until it is right, and the end. */

import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { PlacedQuestion } from '../../core/study/questions.ts';
import { QuestionCard } from './question-card.tsx';
import type { QuestionPlace } from './question-place.ts';
import type { Result } from './use-attempt.ts';

export interface QuizRun {
  /** How often the quiz was begun anew. */
  round: number;
  /** First answers by question id. */
  results: ReadonlyMap<string, Result>;
  /** Ids of questions missed and not right yet; the first one is on the screen. */
  missed: readonly string[];
  /** How many retries were passed; makes each a card of its own. */
  passed: number;
  /** The first in the queue, answered again and not passed yet. */
  retry: Result | null;
}

export const newSitting = (round: number): QuizRun => ({
  round,
  results: new Map(),
  missed: [],
  passed: 0,
  retry: null,
});

const isRight = (result: Result | null): boolean => result?.grade.verdict === 'correct';

/** Takes a first answer, or the same once more after a near miss was claimed. */
export function answer(sitting: QuizRun, id: string, result: Result): QuizRun {
  const others = sitting.missed.filter((each) => each !== id);
  return {
    ...sitting,
    results: new Map(sitting.results).set(id, result),
    missed: isRight(result) ? others : sitting.missed.includes(id) ? sitting.missed : [...others, id],
  };
}

export const answerAgain = (sitting: QuizRun, result: Result): QuizRun => ({ ...sitting, retry: result });

/** Goes on from an answered retry: what is right leaves the queue, the rest waits at its end. */
export function passOn(sitting: QuizRun): QuizRun {
  const [current, ...others] = sitting.missed;
  if (current === undefined || !sitting.retry) return sitting;
  return {
    ...sitting,
    missed: isRight(sitting.retry) ? others : [...others, current],
    passed: sitting.passed + 1,
    retry: null,
  };
}

/** Whether passing on ends the sitting. */
export const isLast = ({ missed, retry }: QuizRun): boolean => missed.length === 1 && isRight(retry);

interface SittingEndProps {
  placed: (PlacedQuestion | null)[];
  place: QuestionPlace;
  before: number;
  level: 3 | 4 | 5 | 6;
  sitting: QuizRun;
  setSitting: (change: (sitting: QuizRun) => QuizRun) => void;
  /** The learner has gone on from the last question, and is taken here. */
  isAwaited: RefObject<boolean>;
  /** Where it is drawn; null until it is there. */
  end: RefObject<HTMLDivElement | null>;
  /** What is folded is not asked. */
  isLeftOut: (placed: PlacedQuestion) => boolean;
  /** Begins anew with all of it. */
  onAgain: () => void;
}

/** Once all questions that are open are answered: what was missed, one at a time until right once, and how the sitting went. */
export function SittingEnd({
  placed,
  place,
  before,
  level,
  sitting,
  setSitting,
  isAwaited,
  end,
  isLeftOut,
  onAgain,
}: SittingEndProps) {
  const { results, missed, passed, round } = sitting;
  const questions = placed.filter((each) => each !== null).filter((each) => !isLeftOut(each));
  const isThere = questions.length > 0 && questions.every(({ id }) => results.has(id));
  useEffect(() => {
    if (!isThere || !isAwaited.current) return;
    isAwaited.current = false;
    focusStem(end.current);
  }, [isThere, isAwaited, end]);
  if (!isThere) return null;
  const right = questions.filter(({ id }) => results.get(id)?.grade.verdict === 'correct').length;
  const next = questions.find(({ id }) => id === missed[0]);
  return (
    <div className="sitting-end" ref={end}>
      <p className="sitting-sum" role="status">
        <b>{`${questions.length}문제 중 ${right}문제를 바로 맞혔습니다.`}</b>{' '}
        <span>
          {next
            ? `남은 ${missed.length}문제를 한 번 더 풉니다.`
            : right < questions.length && '다시 푼 문제까지 모두 맞혔습니다.'}
        </span>
      </p>
      {next ? (
        <QuestionCard
          key={`${next.id}/${round}/${passed}`}
          placed={next}
          place={place}
          number={before + placed.indexOf(next) + 1}
          level={level}
          variant="flow"
          seed={`${next.id}/${round}/${passed + 1}`}
          isRetry
          isRepeating
          onGraded={(result) => setSitting((now) => answerAgain(now, result))}
          onNext={() => {
            // At once: the card that was pressed goes away, and the focus would go with it.
            flushSync(() => setSitting(passOn));
            focusStem(end.current);
          }}
          nextLabel={isLast(sitting) ? '마치기' : '다음 문제'}
        />
      ) : (
        <button className="text-button with-icon" type="button" onClick={onAgain}>
          처음부터 다시 풀기
        </button>
      )}
    </div>
  );
}

/** To the stem of a card, or of the question that is asked again; to the way to begin anew where there is none. */
export function focusStem(part: Element | null): void {
  part?.querySelector<HTMLElement>('.stem, .text-button')?.focus();
}
