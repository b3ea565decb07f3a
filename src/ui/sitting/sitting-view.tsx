/**
 * A sitting, one exercise at a time: the progress bar, the question or card with the hints for its keys, the next button, and at the
 * end what the caller shows.
 */

import '../styles/late.css';
import '../quiz/result.css';
import './sitting.css';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import type { ItemId, RecallVerdict } from '../../core/model/event.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import {
  answerTurn,
  dropTurn,
  firstTurns,
  isOver,
  nextTurn,
  type Outcome,
  type Sitting,
  type Turn,
} from '../../core/study/sitting.ts';
import { prefetchPage } from '../../store/pages.ts';
import { usePreferences } from '../../store/preferences.ts';
import { Icon } from '../icon.tsx';
import { QuestionCard } from '../quiz/question-card.tsx';
import { questionPlace } from '../quiz/question-place.ts';
import { RecallCard } from '../quiz/recall-card.tsx';
import type { KeyHint } from '../quiz/types/type-view.ts';
import { viewOf } from '../quiz/types/views.ts';
import type { Result } from '../quiz/use-attempt.ts';
import { type ExerciseContent, useExerciseContent } from './exercise-content.ts';
import type { Session } from './session.ts';

interface SittingViewProps {
  session: Session;
  change: (change: (now: Session) => Session) => void;
  /** What the sitting is called: 복습, 문제. */
  title: string;
  /** Leaves it; what was answered is kept. */
  onClose: () => void;
  /** What is shown once it is over, or stopped after an answer: then with the way back to it. */
  end: (onResume: (() => void) | null) => ReactNode;
}

export function SittingView({ session, change, title, onClose, end }: SittingViewProps) {
  const { sitting } = session;
  const { turns, at } = sitting;
  const turn = turns[at] ?? null;
  const [isStopped, setStopped] = useState(false);
  const isAtEnd = isStopped || isOver(sitting) || !turn;
  const hasAnswers = turns.some(({ outcome }) => outcome !== null);
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
          onClick={() => (hasAnswers && !isAtEnd ? setStopped(true) : onClose())}
        >
          <Icon name="close" />
        </button>
        <Ticks sitting={sitting} />
      </header>
      <div className="sitting-main">
        {isAtEnd ? (
          end(isStopped ? () => setStopped(false) : null)
        ) : (
          <>
            <h1 className="visually-hidden">{title}</h1>
            <TurnView
              key={`${turn.exercise.item}/${turn.round}`}
              content={content}
              number={
                firstTurns(sitting).findIndex(({ exercise }) => exercise.item === turn.exercise.item) + 1
              }
              round={turn.round}
              isLast={at === turns.length - 1 && (turn.outcome === 'right' || !sitting.isRepeating)}
              isRepeating={sitting.isRepeating}
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

/**
 * How far the sitting is: a tick an exercise, drawn by what came of it last. What is asked again is no further exercise: how many
 * there are never grows, and of those still to be got right the number falls.
 */
function Ticks({ sitting }: { sitting: Sitting }) {
  const { turns, at } = sitting;
  const all = firstTurns(sitting);
  const now = turns[Math.min(at, turns.length - 1)];
  const left = turns.length - at;
  return (
    <>
      <div
        className="sitting-progress"
        role="img"
        aria-label={
          now?.round ? `다시 풀 것 ${left}개` : `${all.length}개 가운데 ${Math.min(at + 1, all.length)}번째`
        }
      >
        {all.map(({ exercise: { item } }) => (
          <i key={item} data-v={stateOf(turns, item, now)} />
        ))}
      </div>
      <span className="note numeric" aria-hidden="true">
        {now?.round ? `다시 ${left}` : `${Math.min(at + 1, all.length)} / ${all.length}`}
      </span>
    </>
  );
}

/** Of an exercise the latest outcome, or that it is asked now. */
function stateOf(turns: readonly Turn[], item: ItemId, now: Turn | undefined): string | undefined {
  const latest = turns.findLast(({ exercise, outcome }) => exercise.item === item && outcome)?.outcome;
  return now?.exercise.item === item ? (now.outcome ?? 'now') : (latest ?? undefined);
}

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

const OUTCOMES: Record<RecallVerdict, Outcome> = { known: 'right', vague: 'partial', missed: 'wrong' };

interface TurnViewProps {
  content: ExerciseContent;
  number: number;
  round: number;
  isLast: boolean;
  isRepeating: boolean;
  result: Result | null;
  onAnswered: (outcome: Outcome, result: Result | null) => void;
  onNext: () => void;
  onGone: () => void;
}

/** The question or card of a turn, or what is said while there is none. */
function TurnView(props: TurnViewProps) {
  const { content, number, round, isLast, isRepeating, result, onAnswered, onNext, onGone } = props;
  switch (content.kind) {
    case 'loading':
      return (
        <p className="sitting-wait note" role="status">
          불러오는 중
        </p>
      );
    case 'failed':
      return (
        <div className="sitting-wait" role="alert">
          <p>문제를 불러오지 못했습니다. 연결을 확인하세요.</p>
          <button className="button" type="button" onClick={content.retry}>
            다시 시도
          </button>
        </div>
      );
    case 'gone':
      return (
        <div className="sitting-wait" role="status">
          <p>노트에서 없어진 문제입니다.</p>
          <button className="button button-main" type="button" onClick={onGone}>
            다음 문제
          </button>
        </div>
      );
    case 'question':
      return (
        <>
          <QuestionCard
            placed={content.placed}
            place={questionPlace(content.page)}
            number={number}
            level={2}
            variant="single"
            seed={round === 0 ? content.placed.id : `${content.placed.id}/${round}`}
            isRetry={round > 0}
            result={result}
            isFocusedOnMount
            isRepeating={isRepeating}
            onGraded={(graded) => onAnswered(outcomeOf(graded), graded)}
            onNext={onNext}
            nextLabel={isLast ? '마치기' : '다음 문제'}
          />
          {!result && <KeyHints keys={keysOf(content.placed.question)} />}
        </>
      );
    default:
      return (
        <>
          <RecallCard
            placed={content.placed}
            place={questionPlace(content.page)}
            number={number}
            level={2}
            // The sides alternate from turn to turn, so that the order is not random.
            asks={content.kind === 'cell' || (number + round) % 2 === 1 ? 'explanation' : 'term'}
            kind={content.kind}
            isFocusedOnMount
            isRepeating={isRepeating}
            onGraded={(verdict) => {
              onAnswered(OUTCOMES[verdict], null);
              onNext();
            }}
          />
          <KeyHints keys={CARD} />
        </>
      );
  }
}

const outcomeOf = ({ grade: { verdict } }: Result): Outcome =>
  verdict === 'correct' ? 'right' : verdict === 'partial' ? 'partial' : 'wrong';

const CARD: readonly KeyHint[] = [
  [['Space'], '열기'],
  [['1', '2', '3'], '떠올림, 가물가물, 못 떠올림'],
];
const HINT: KeyHint = [['H'], '힌트'];
const ALL_KEYS: KeyHint = [['?'], '단축키 모두'];

const keysOf = ({ type, hints }: ReadQuestion): KeyHint[] => [
  ...viewOf(type).keyHints,
  ...(hints.length > 0 ? [HINT] : []),
];

/** Told to those who have a keyboard, in the margin where the verdict will stand. */
function KeyHints({ keys }: { keys: readonly KeyHint[] }) {
  const hasShortcuts = usePreferences(({ shortcuts }) => shortcuts);
  return (
    <ul className="sitting-keys" aria-label="단축키">
      {(hasShortcuts ? [...keys, ALL_KEYS] : keys).map(([caps, does]) => (
        <li key={does} className="with-icon">
          {caps.map((cap) => (cap === '…' ? cap : <kbd key={cap}>{cap}</kbd>))} {does}
        </li>
      ))}
    </ul>
  );
}
