/** The head of a question: its number in a quiz, or where it comes from when it stands alone; its type and its star. */

import { dayNumber, dayOf } from '../../core/memory/day-number.ts';
import { isChanged } from '../../core/memory/item.ts';
import { ownItemState } from '../../core/memory/record-state.ts';
import { type ItemId, type QuestionVerdict, questionItem } from '../../core/model/event.ts';
import { contentHash } from '../../core/quiz/grade.ts';
import type { PlacedQuestion } from '../../core/study/questions.ts';
import { starItem } from '../../store/study/answers.ts';
import { useStudy } from '../../store/study/study.ts';
import { formatDate } from '../days.ts';
import { Icon } from '../icon.tsx';
import { Hand, VERDICTS } from '../marks.tsx';
import type { QuestionPlace } from './question-place.ts';
import { Report } from './report.tsx';
import { viewOf } from './types/views.ts';
import type { Result } from './use-attempt.ts';

export interface CardHeadProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  number: number;
  pooledWith?: readonly number[] | undefined;
  variant: 'flow' | 'single';
  isRetry: boolean;
  result: Result | null;
}

export function CardHead({ placed, place, number, pooledWith, variant, isRetry, result }: CardHeadProps) {
  const type = isRetry ? '다시 풀기' : viewOf(placed.question.type).label;
  const tools = (
    <span className="question-tools line">
      <StarButton item={questionItem(placed.id)} name={`문제 ${number}`} />
      <Report placed={placed} place={place} />
    </span>
  );
  const mark = (
    <span className="number">
      <span className="visually-hidden">문제 </span>
      <span>{number}</span>
      {result ? <Hand verdict={result.grade.verdict} /> : variant === 'flow' && <LastHand id={placed.id} />}
    </span>
  );
  if (variant === 'single') {
    return (
      <div className="question-head line">
        {mark}
        <p className="crumb row note">
          <span>
            {place.number && <span className="numeric">{`${place.number} `}</span>}
            <span>{placed.section ? `${place.title} › ${placed.section}` : place.title}</span>
          </span>
          <span>
            <span>{type}</span>
            <ChangedTag placed={placed} />
          </span>
        </p>
        {tools}
      </div>
    );
  }
  return (
    <div className="question-head line">
      {mark}
      <span className={pooledWith ? 'note pooled' : 'note'}>
        {result && <span className="screen-only">{VERDICTS[result.grade.verdict]}</span>}
        <span className={result ? 'paper-only' : undefined}>{type}</span>
        <ChangedTag placed={placed} />
        {pooledWith && (
          <span className="pool-note screen-only">{`${pooledWith.join(', ')}번과 한 문제로 셈`}</span>
        )}
        {!result && !isRetry && <LastAnswer id={placed.id} />}
      </span>
      {tools}
    </div>
  );
}

/** The last answer that the record has; null for none. */
function useLastAnswer(id: string): { verdict: QuestionVerdict; day: number } | null {
  const last = useStudy(({ state }) => state && ownItemState(state, questionItem(id))?.history.at(-1));
  if (!last || !Object.hasOwn(VERDICTS, last.verdict)) return null;
  return { verdict: last.verdict as QuestionVerdict, day: last.day };
}

function LastHand({ id }: { id: string }) {
  const last = useLastAnswer(id);
  return last && <Hand verdict={last.verdict} isOld />;
}

/** 「11월 20일 맞음」. The record comes after the page: room is kept for it. */
function LastAnswer({ id }: { id: string }) {
  const last = useLastAnswer(id);
  const today = useStudy(({ today: day }) => day);
  if (!last || !today) return null;
  const day = last.day === dayNumber(today) ? '오늘' : formatDate(dayOf(last.day), today);
  return (
    <span className="last-answer screen-only">{`${day} ${last.verdict === 'unanswered' ? '모르겠음' : VERDICTS[last.verdict]}`}</span>
  );
}

/** 「수정됨」: the options or the key are not what they were when it was last answered. */
function ChangedTag({ placed: { id, question } }: { placed: PlacedQuestion }) {
  const isOther = useStudy(({ state }) => {
    const item = state ? ownItemState(state, questionItem(id)) : undefined;
    return item !== undefined && isChanged(item, contentHash(question));
  });
  return isOther && <span className="changed">수정됨</span>;
}

/** `name` tells the questions of a page apart: 「문제 2」. */
export function StarButton({ item, name }: { item: ItemId; name: string }) {
  const isStarred = useStudy(({ state }) => (state && ownItemState(state, item)?.isStarred) ?? false);
  return (
    <button
      className="button button-icon star needs-scripts"
      type="button"
      aria-pressed={isStarred}
      aria-label={`${name}, 다시 볼 문제`}
      title="다시 볼 문제"
      onClick={() => void starItem(item, !isStarred)}
    >
      <Icon name="star" />
    </button>
  );
}
