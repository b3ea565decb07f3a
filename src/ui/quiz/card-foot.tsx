/** Below the answer of a question: its hints, the ways to submit, and once it is graded the way on. */

import { type MouseEvent, useId } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import { dueDayNumber } from '../../core/memory/due-day.ts';
import { type Confidence, questionItem } from '../../core/model/event.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import type { QuestionType } from '../../core/model/question.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { useStudy } from '../../store/study/study.ts';
import { daysUntil } from '../days.ts';
import { Icon } from '../icon.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { Html } from '../topic/html.tsx';
import { Mark, VERDICTS } from './marks.tsx';
import type { QuestionPlace } from './question-place.ts';
import { viewOf } from './types/views.ts';
import type { Result } from './use-attempt.ts';

interface HintsProps {
  hints: readonly SafeHtml[];
  shown: number;
  /** Shows the next one; null once it is too late. */
  onShow: (() => void) | null;
}

/** Hints, shown one by one and counted. */
export function Hints({ hints, shown, onShow }: HintsProps) {
  if (hints.length === 0) return null;
  const isMore = onShow !== null && shown < hints.length;
  return (
    <div className="hints">
      <ol aria-label="힌트" aria-live="polite" hidden={shown === 0}>
        {hints.slice(0, shown).map((hint, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints are shown in their one order
          <li key={at}>
            <b>{hints.length > 1 ? `힌트 ${at + 1}` : '힌트'}</b> <Html html={hint} />
          </li>
        ))}
      </ol>
      {isMore && (
        <button className="text-button with-icon needs-scripts" type="button" onClick={onShow}>
          <Icon name="tip" isSmall />
          <span>{hints.length > 1 ? `힌트 보기 (${shown + 1}/${hints.length})` : '힌트 보기'}</span>
        </button>
      )}
    </div>
  );
}

interface SubmitProps {
  type: QuestionType;
  isComplete: boolean;
  isEmpty: boolean;
  onSubmit: (confidence: Confidence) => void;
}

/** The two ways to submit, which are the learner's confidence; before anything is answered, the way not to know. */
export function Submit({ type, isComplete, isEmpty, onSubmit }: SubmitProps) {
  const id = useId();
  const submit = (event: MouseEvent<HTMLElement>, confidence: Confidence) => {
    // The button goes with the verdict. Taken away while it has the focus, it costs a second pass over the styles.
    event.currentTarget.blur();
    onSubmit(confidence);
  };
  return (
    <div className="question-actions needs-scripts">
      <button
        className="button button-main"
        type="button"
        aria-disabled={!isComplete}
        aria-describedby={isComplete ? undefined : id}
        onClick={(event) => isComplete && submit(event, 'sure')}
      >
        답 확인
      </button>
      <button className="button" type="button" onClick={(event) => submit(event, 'unsure')}>
        {isEmpty ? '모르겠음' : '헷갈림으로 제출'}
      </button>
      {!isComplete && (
        <span className="visually-hidden" id={id}>
          {viewOf(type).reason}
        </span>
      )}
    </div>
  );
}

interface FootProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  result: Result;
  comesBack: boolean;
}

/** Beside the way on, under a question alone on a screen: the way to its notes, and on a phone how it went. */
export function Foot({ placed, place, result, comesBack }: FootProps) {
  const { verdict } = result.grade;
  return (
    <>
      {/* The same as the verdict above, which may have scrolled away. */}
      <p className="foot-verdict" data-verdict={verdict} aria-hidden="true">
        <span className="verdict-tag with-icon" data-verdict={verdict}>
          <Mark verdict={verdict} />
          <span>{VERDICTS[verdict]}</span>
        </span>
        <Due id={placed.id} comesBack={comesBack} />
      </p>
      <TopicLink
        className="button button-quiet"
        path={place.path}
        anchor={placed.anchor ?? questionAnchor(placed.id)}
      >
        노트에서 보기
      </TopicLink>
    </>
  );
}

function Due({ id, comesBack }: { id: string; comesBack: boolean }) {
  const days = useStudy(({ state, today }) => {
    const now = dayNumber(today);
    const due = state && dueDayNumber(state, questionItem(id), now);
    return due === null ? null : due - now;
  });
  return (
    <span className="numeric">
      {comesBack ? '잠시 뒤 다시' : days !== null && `다음 복습 ${daysUntil(days)}`}
    </span>
  );
}
