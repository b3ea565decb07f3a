/** A sitting, one exercise at a time: the progress bar, the exercise, the next button, and at the end what the caller shows. */

import '../quiz/result.css';
import './sitting.css';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import {
  answerTurn,
  dropTurn,
  isOver,
  nextTurn,
  type Outcome,
  type Sitting,
  type Turn,
} from '../../core/study/sitting.ts';
import { prefetchPage } from '../../store/pages.ts';
import { Icon } from '../icon.tsx';
import type { Result } from '../quiz/use-attempt.ts';
import { useExerciseContent } from './exercise-content.ts';
import type { Session } from './session.ts';
import { TurnView } from './turn-view.tsx';

interface SittingViewProps {
  session: Session;
  change: (change: (now: Session) => Session) => void;
  /** What the sitting is called: 복습, 문제. */
  title: string;
  /** Ends it before its end; what was answered is kept. */
  onClose: () => void;
  /** What is shown once it is over. */
  end: ReactNode;
}

export function SittingView({ session, change, title, onClose, end }: SittingViewProps) {
  const { sitting } = session;
  const { turns, at } = sitting;
  const turn = turns[at] ?? null;
  const content = useExerciseContent(turn?.exercise ?? null);
  useFocusMode();
  const upcoming = turns[at + 1]?.exercise.path;
  useEffect(() => {
    if (upcoming) prefetchPage(upcoming);
  }, [upcoming]);

  const answered = (outcome: Outcome, result: Result | null) =>
    change((now) => ({ ...now, sitting: answerTurn(now.sitting, outcome), result }));
  const passOver = () => change((now) => ({ ...now, sitting: dropTurn(now.sitting), result: null }));
  const goOn = () => change((now) => ({ ...now, sitting: nextTurn(now.sitting), result: null }));
  return (
    <article className="session">
      <header className="sitting-bar">
        <button
          className="button button-icon"
          type="button"
          aria-label={`${title} 그만두기`}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
        <Ticks sitting={sitting} />
      </header>
      <div className="sitting-main">
        {isOver(sitting) || !turn ? (
          end
        ) : (
          <>
            <h1 className="visually-hidden">{title}</h1>
            <TurnView
              key={`${turn.exercise.item}/${turn.round}`}
              content={content}
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

const MOST_TICKS = 40;

/** How far the sitting is: a tick a turn, drawn by what came of it. */
function Ticks({ sitting: { turns, at } }: { sitting: Sitting }) {
  const now = Math.min(at + 1, turns.length);
  return (
    <>
      {turns.length <= MOST_TICKS ? (
        <div className="sitting-progress" role="img" aria-label={`${turns.length}개 가운데 ${now}번째`}>
          {turns.map((turn, index) => (
            <i key={`${turn.exercise.item}/${turn.round}`} data-v={stateOf(turn, index === at)} />
          ))}
        </div>
      ) : (
        <progress className="sitting-bar-line" max={turns.length} value={at} aria-label="진행" />
      )}
      <span className="note numeric" aria-hidden={turns.length <= MOST_TICKS}>
        {now} / {turns.length}
      </span>
    </>
  );
}

const stateOf = ({ outcome }: Turn, isNow: boolean): string | undefined =>
  outcome ?? (isNow ? 'now' : undefined);

/** Takes the bars of the app away while something is answered that wants the whole screen. */
export function useFocusMode(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.sitting = '';
    return () => {
      delete root.dataset.sitting;
    };
  }, []);
}
