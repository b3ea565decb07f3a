/** One thing a screen: the bar with the ticks, what is asked, and the way on; at the end what the caller shows. */

import '../quiz/result.css';
import './sitting.css';
import { type ReactNode, useEffect } from 'react';
import type { RecallVerdict } from '../../core/model/event.ts';
import { answerTurn, isOver, nextTurn, type Outcome, type Sitting } from '../../core/study/sitting.ts';
import { prefetchPage } from '../../store/pages.ts';
import { Icon } from '../icon.tsx';
import { placeOf } from '../quiz/place.ts';
import { QuestionCard } from '../quiz/question-card.tsx';
import { RecallCard } from '../quiz/recall-card.tsx';
import type { Result } from '../quiz/use-attempt.ts';
import { Ticks } from './ticks.tsx';
import { type Asked, useAsked } from './use-asked.ts';

interface SittingViewProps {
  sitting: Sitting;
  setSitting: (change: (sitting: Sitting) => Sitting) => void;
  /** What the sitting is called: 복습, 문제. */
  title: string;
  /** Ends it before its end; what was answered is kept. */
  onClose: () => void;
  /** What is shown once it is over. */
  end: ReactNode;
}

const OUTCOMES: Record<RecallVerdict, Outcome> = { known: 'right', vague: 'partial', missed: 'wrong' };

export function SittingView({ sitting, setSitting, title, onClose, end }: SittingViewProps) {
  const { turns, at } = sitting;
  const turn = turns[at] ?? null;
  const asked = useAsked(turn?.ask ?? null);
  useFocusMode();
  const upcoming = turns[at + 1]?.ask.path;
  useEffect(() => {
    if (upcoming) prefetchPage(upcoming);
  }, [upcoming]);

  const outcome = (value: Outcome) => setSitting((now) => answerTurn(now, value));
  const goOn = () => setSitting(nextTurn);
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
              onOutcome={outcome}
              onNext={goOn}
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
  onOutcome: (outcome: Outcome) => void;
  onNext: () => void;
}

function TurnView({ asked, number, round, isLast, onOutcome, onNext }: TurnViewProps) {
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
          <button
            className="btn btn-main"
            type="button"
            onClick={() => {
              onOutcome('right');
              onNext();
            }}
          >
            다음 문제
          </button>
        </div>
      );
    case 'question':
      return (
        <>
          <Where asked={asked} />
          <QuestionCard
            placed={asked.placed}
            place={placeOf(asked.page)}
            number={number}
            level={2}
            variant="single"
            seed={round === 0 ? asked.placed.id : `${asked.placed.id}/${round}`}
            isRetry={round > 0}
            isFocusedOnMount
            onGraded={(result) => onOutcome(outcomeOf(result))}
            onNext={onNext}
            nextLabel={isLast ? '마치기' : '다음 문제'}
          />
        </>
      );
    default:
      return (
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
            onOutcome(OUTCOMES[verdict]);
            onNext();
          }}
        />
      );
  }
}

function Where({ asked: { page, placed } }: { asked: Extract<Asked, { kind: 'question' }> }) {
  return (
    <p className="crumb note">
      {page.number && <span className="num">{page.number} </span>}
      {page.titleText}
      {placed.section && ` › ${placed.section}`}
    </p>
  );
}

const outcomeOf = ({ grade: { verdict } }: Result): Outcome =>
  verdict === 'correct' ? 'right' : verdict === 'partial' ? 'partial' : 'wrong';

/** Takes the bars of the app away while a sitting is on. */
function useFocusMode(): void {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.sitting = '';
    return () => {
      delete root.dataset.sitting;
    };
  }, []);
}
