/** One turn of a sitting: a question or a card, with the hints for its keys. */

import type { RecallVerdict } from '../../core/model/event.ts';
import type { QuestionType } from '../../core/model/question.ts';
import type { Outcome } from '../../core/study/sitting.ts';
import { QuestionCard } from '../quiz/question-card.tsx';
import { questionPlace } from '../quiz/question-place.ts';
import { RecallCard } from '../quiz/recall-card.tsx';
import { viewOf } from '../quiz/types/table.ts';
import type { KeyHint } from '../quiz/types/type-view.ts';
import type { Result } from '../quiz/use-attempt.ts';
import type { ExerciseContent } from './exercise-content.ts';

const OUTCOMES: Record<RecallVerdict, Outcome> = { known: 'right', vague: 'partial', missed: 'wrong' };

interface TurnViewProps {
  content: ExerciseContent;
  number: number;
  round: number;
  isLast: boolean;
  result: Result | null;
  onAnswered: (outcome: Outcome, result: Result | null) => void;
  onNext: () => void;
  onGone: () => void;
}

/** The question or card of a turn, or what is said while there is none. */
export function TurnView(props: TurnViewProps) {
  const { content, number, round, isLast, result, onAnswered, onNext, onGone } = props;
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
            onGraded={(graded) => onAnswered(outcomeOf(graded), graded)}
            onNext={onNext}
            nextLabel={isLast ? '마치기' : '다음 문제'}
          />
          <KeyHints type={content.placed.question.type} isAnswered={result !== null} />
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
            asks={content.kind === 'cell' || number % 2 === 1 ? 'explanation' : 'term'}
            kind={content.kind}
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

const CARD: readonly KeyHint[] = [
  [['Space'], '열기'],
  [['1', '2', '3'], '떠올림, 가물가물, 못 떠올림'],
];
const NEXT: readonly KeyHint[] = [[['Enter'], '다음 문제']];

/** Told to those who have a keyboard. */
function KeyHints({ type, isAnswered }: { type: QuestionType | 'card'; isAnswered: boolean }) {
  const hints = isAnswered ? NEXT : type === 'card' ? CARD : viewOf(type).keyHints;
  return (
    <ul className="sitting-keys" aria-label="단축키">
      {hints.map(([keys, does]) => (
        <li key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {does}
        </li>
      ))}
    </ul>
  );
}
