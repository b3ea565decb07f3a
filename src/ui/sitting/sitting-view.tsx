/** One thing a screen: the bar with the ticks, what is asked, and the way on; at the end what the caller shows. */

import '../quiz/result.css';
import './sitting.css';
import { type ReactNode, useEffect } from 'react';
import type { RecallVerdict } from '../../core/model/event.ts';
import { answerTurn, dropTurn, isOver, nextTurn, type Outcome } from '../../core/study/sitting.ts';
import { prefetchPage } from '../../store/pages.ts';
import { Icon } from '../icon.tsx';
import { QuestionCard } from '../quiz/question-card.tsx';
import { placeOf } from '../quiz/question-place.ts';
import { RecallCard } from '../quiz/recall-card.tsx';
import type { Result } from '../quiz/use-attempt.ts';
import type { Kept } from './kept.ts';
import { KeyHints } from './key-hints.tsx';
import { Ticks } from './ticks.tsx';
import { type Asked, useAsked } from './use-asked.ts';
import { useFocusMode } from './use-focus-mode.ts';

interface SittingViewProps {
  session: Kept;
  change: (change: (now: Kept) => Kept) => void;
  /** What the sitting is called: 복습, 문제. */
  title: string;
  /** Ends it before its end; what was answered is kept. */
  onClose: () => void;
  /** What is shown once it is over. */
  end: ReactNode;
}

const OUTCOMES: Record<RecallVerdict, Outcome> = { known: 'right', vague: 'partial', missed: 'wrong' };

export function SittingView({ session, change, title, onClose, end }: SittingViewProps) {
  const { sitting } = session;
  const { turns, at } = sitting;
  const turn = turns[at] ?? null;
  const asked = useAsked(turn?.ask ?? null);
  useFocusMode();
  const upcoming = turns[at + 1]?.ask.path;
  useEffect(() => {
    if (upcoming) prefetchPage(upcoming);
  }, [upcoming]);

  const answered = (outcome: Outcome, result: Result | null) =>
    change((now) => ({ ...now, sitting: answerTurn(now.sitting, outcome), result }));
  const passOver = () => change((now) => ({ ...now, sitting: dropTurn(now.sitting), result: null }));
  const goOn = () => change((now) => ({ ...now, sitting: nextTurn(now.sitting), result: null }));
  return (
    <article className="session">
      <header className="s-bar">
        <button className="btn btn-icon" type="button" aria-label={`${title} 그만두기`} onClick={onClose}>
          <Icon name="close" />
        </button>
        <Ticks sitting={sitting} />
      </header>
      <div className="s-main">
        {isOver(sitting) || !turn ? (
          end
        ) : (
          <>
            <h1 className="vh">{title}</h1>
            <TurnView
              key={`${turn.ask.item}/${turn.round}`}
              asked={asked}
              number={at + 1}
              round={turn.round}
              isLast={at === turns.length - 1 && turn.outcome === 'right'}
              result={session.result}
              onAnswered={answered}
              onNext={goOn}
              onGone={passOver}
            />
          </>
        )}
      </div>
    </article>
  );
}

interface TurnViewProps {
  asked: Asked;
  number: number;
  round: number;
  isLast: boolean;
  result: Result | null;
  onAnswered: (outcome: Outcome, result: Result | null) => void;
  onNext: () => void;
  onGone: () => void;
}

function TurnView(props: TurnViewProps) {
  const { asked, number, round, isLast, result, onAnswered, onNext, onGone } = props;
  switch (asked.kind) {
    case 'loading':
      return (
        <p className="s-wait note" role="status">
          불러오는 중
        </p>
      );
    case 'failed':
      return (
        <div className="s-wait" role="alert">
          <p>문제를 불러오지 못했습니다. 연결을 확인하세요.</p>
          <button className="btn" type="button" onClick={asked.retry}>
            다시 시도
          </button>
        </div>
      );
    case 'gone':
      return (
        <div className="s-wait" role="status">
          <p>노트에서 없어진 문제입니다.</p>
          <button className="btn btn-main" type="button" onClick={onGone}>
            다음 문제
          </button>
        </div>
      );
    case 'question':
      return (
        <>
          <QuestionCard
            placed={asked.placed}
            place={placeOf(asked.page)}
            number={number}
            level={2}
            variant="single"
            seed={round === 0 ? asked.placed.id : `${asked.placed.id}/${round}`}
            isRetry={round > 0}
            result={result}
            isFocusedOnMount
            onGraded={(graded) => onAnswered(outcomeOf(graded), graded)}
            onNext={onNext}
            nextLabel={isLast ? '마치기' : '다음 문제'}
          />
          <KeyHints type={asked.placed.question.type} isAnswered={result !== null} />
        </>
      );
    default:
      return (
        <>
          <RecallCard
            placed={asked.placed}
            place={placeOf(asked.page)}
            number={number}
            level={2}
            // Which side is asked changes with the turn, never by chance.
            asks={asked.kind === 'cell' || number % 2 === 1 ? 'explanation' : 'term'}
            kind={asked.kind}
            isFocusedOnMount
            onGraded={(verdict) => {
              onAnswered(OUTCOMES[verdict], null);
              onNext();
            }}
          />
          <KeyHints type="card" isAnswered={false} />
        </>
      );
  }
}

const outcomeOf = ({ grade: { verdict } }: Result): Outcome =>
  verdict === 'correct' ? 'right' : verdict === 'partial' ? 'partial' : 'wrong';
