/** Beside the way on, under a question alone on a screen: the way to its notes, and on a phone how it went. */

import { dayNumber } from '../../core/memory/day.ts';
import { dueDayNumber } from '../../core/memory/due-day.ts';
import { questionItem } from '../../core/model/event.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { useStudy } from '../../store/study/study.ts';
import { daysUntil } from '../days.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { Mark, VERDICTS } from './marks.tsx';
import type { QuestionPlace } from './question-place.ts';
import type { Result } from './use-attempt.ts';

interface FootProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  result: Result;
}

export function Foot({ placed, place, result }: FootProps) {
  const { verdict } = result.grade;
  return (
    <>
      {/* The same as the verdict above, which may have scrolled away. */}
      <p className="foot-verdict" data-verdict={verdict} aria-hidden="true">
        <span className="tag" data-verdict={verdict}>
          <Mark verdict={verdict} />
          {VERDICTS[verdict]}
        </span>
        <Due id={placed.id} />
      </p>
      <TopicLink
        className="btn btn-quiet"
        path={place.path}
        anchor={placed.anchor ?? questionAnchor(placed.id)}
      >
        노트에서 보기
      </TopicLink>
    </>
  );
}

function Due({ id }: { id: string }) {
  const days = useStudy(({ state, today }) => {
    const now = dayNumber(today);
    const due = state && dueDayNumber(state, questionItem(id), now);
    return due === null ? null : due - now;
  });
  return <span className="num">{days !== null && `다음 ${daysUntil(days)}`}</span>;
}
