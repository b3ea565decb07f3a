/** Once all questions are answered: what was missed, one at a time until right once, and how the sitting went. */

import { useEffect, useRef } from 'react';
import type { PlacedQuestion } from '../../core/study/questions.ts';
import { answerAgain, isLast, newSitting, passOn, type Sitting } from './flow-sitting.ts';
import { QuestionCard } from './question-card.tsx';
import type { QuestionPlace } from './question-place.ts';

interface SittingEndProps {
  placed: (PlacedQuestion | null)[];
  place: QuestionPlace;
  level: 3 | 4 | 5 | 6;
  sitting: Sitting;
  setSitting: (change: (sitting: Sitting) => Sitting) => void;
  /** The learner has gone on from the last question, and is taken here. */
  isAwaited: { current: boolean };
}

export function SittingEnd({ placed, place, level, sitting, setSitting, isAwaited }: SittingEndProps) {
  const { results, missed, passed, round } = sitting;
  const asked = placed.filter((each) => each !== null);
  const isThere = asked.length > 0 && asked.every(({ id }) => results.has(id));
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isThere && isAwaited.current && focusStem(end.current)) isAwaited.current = false;
  }, [isThere, isAwaited]);
  if (!isThere) return null;
  const right = asked.filter(({ id }) => results.get(id)?.grade.verdict === 'correct').length;
  const next = asked.find(({ id }) => id === missed[0]);
  return (
    <div className="sitting-end" ref={end}>
      <p className="sitting-sum" role="status">
        <b>
          {asked.length}문제 중 {right}문제를 바로 맞혔습니다.
        </b>{' '}
        {next
          ? `남은 ${missed.length}문제를 한 번 더 풉니다.`
          : right < asked.length && '다시 푼 문제까지 모두 맞혔습니다.'}
      </p>
      {next ? (
        <QuestionCard
          key={`${next.id}/${round}/${passed}`}
          placed={next}
          place={place}
          number={placed.indexOf(next) + 1}
          level={level}
          variant="flow"
          seed={`${next.id}/${round}/${passed + 1}`}
          isRetry
          isFocusedOnMount={passed > 0}
          onGraded={(result) => setSitting((now) => answerAgain(now, result))}
          onNext={() => setSitting(passOn)}
          nextLabel={isLast(sitting) ? '마치기' : '다음 문제'}
        />
      ) : (
        <button className="text-btn" type="button" onClick={() => setSitting(() => newSitting(round + 1))}>
          처음부터 다시 풀기
        </button>
      )}
    </div>
  );
}

/** To a question's stem, or to the way to begin anew; false when there is neither. */
export function focusStem(part: Element | null): boolean {
  const stem = part?.querySelector<HTMLElement>('.stem, .text-btn');
  stem?.focus();
  return Boolean(stem);
}
