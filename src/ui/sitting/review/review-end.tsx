/** The last screen of a review: how it went, what it changed, and what comes next. */

import { firstTurns } from '../../../core/study/sitting.ts';
import { nextReview, planOf } from '../../progress/day-plan.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import type { Kept } from '../kept.ts';
import type { Ready } from '../record-page.tsx';
import { SittingHeading } from '../sitting-heading.tsx';
import { SummaryTable } from '../summary-table.tsx';
import { ExportReminder } from './export-reminder.tsx';

interface ReviewEndProps {
  session: Kept;
  ready: Ready;
  /** How many are still due today. */
  left: number;
  onClose: () => void;
}

export function ReviewEnd({ session, ready, left, onClose }: ReviewEndProps) {
  const first = firstTurns(session.sitting).filter(({ outcome }) => outcome !== null);
  const right = first.filter(({ outcome }) => outcome === 'right').length;
  const next = planOf(ready)?.next;
  return (
    <div className="s-end">
      <SittingHeading session={session} state={ready.state} name={null}>
        복습을 마쳤습니다.
        {first.length > 0 && ` ${first.length}개 가운데 ${right}개를 떠올렸습니다.`}
      </SittingHeading>
      {first.length > 0 && <SummaryTable session={session} index={ready.index} state={ready.state} />}
      <p>{left > 0 ? `오늘 복습할 것이 ${left}개 남았습니다.` : next && nextReview(next)}</p>
      <ExportReminder state={ready.state} />
      <p className="s-actions">
        {left > 0 && (
          <button className="btn" type="button" onClick={onClose}>
            남은 복습 보기
          </button>
        )}
        <TopicLink className="btn" path="/progress/">
          학습 기록
        </TopicLink>
        <TopicLink className="btn btn-main" path="/">
          차례로
        </TopicLink>
      </p>
    </div>
  );
}
