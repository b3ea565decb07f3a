/** The end of a practice: its result, and links to go on. */

import { firstTurns } from '../../../core/study/sitting.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import type { Ready } from '../record-page.tsx';
import type { Session } from '../session.ts';
import { SittingHeading } from '../sitting-heading.tsx';
import { SummaryTable } from '../summary-table.tsx';
import { rightOf } from './sets.ts';

interface PracticeEndProps {
  session: Session;
  ready: Ready;
  name: string;
}

export function PracticeEnd({ session, ready, name }: PracticeEndProps) {
  const first = firstTurns(session.sitting).filter(({ outcome }) => outcome !== null);
  const right = first.filter(({ outcome }) => outcome === 'right').length;
  return (
    <div className="sitting-result">
      <SittingHeading session={session} state={ready.state} name={name}>
        {rightOf(
          first.map(({ exercise }) => exercise),
          right,
        )}
      </SittingHeading>
      {first.length > 0 && <SummaryTable session={session} index={ready.index} state={ready.state} />}
      {right < first.length && (
        <p>
          틀린 것은 <TopicLink path="/mistakes/">오답</TopicLink>에 모이고, 잊기 전에 복습에서 다시 나옵니다.
        </p>
      )}
      <p className="study-actions">
        <TopicLink className="button" path="/">
          차례로
        </TopicLink>
        <TopicLink className="button button-main" path="/practice/">
          다른 문제 고르기
        </TopicLink>
      </p>
    </div>
  );
}
