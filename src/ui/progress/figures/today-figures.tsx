/** The day in four numbers: items due, predicted recall, answers so far, and wrong answers that were sure. */

import type { RecordState } from '../../../core/memory/record-state.ts';
import { summarise } from '../../../core/memory/summary.ts';
import type { ItemId } from '../../../core/model/event.ts';
import type { Study } from '../../../store/study/record.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { minutesFor, planOf } from '../day-plan.ts';
import { percent } from '../gauge.tsx';

export function TodayFigures({
  study,
  state,
  items,
}: {
  study: Study;
  state: RecordState;
  items: readonly ItemId[];
}) {
  const { count, fresh, recall } = summarise(state, items, study.today);
  const plan = planOf(study);
  const surelyWrong = items.filter((item) => state.items.get(item)?.isSurelyWrong).length;
  const due = plan?.due ?? 0;
  return (
    <dl className="figures numeric">
      <div>
        <dt className="note">오늘 복습</dt>
        <dd>
          <span>{due}</span>
          <small>개</small>
        </dd>
        <dd>
          {due > 0 ? (
            <TopicLink path="/review/?go">{`복습 시작, 약 ${minutesFor(state, due)}분`}</TopicLink>
          ) : plan && plan.postponed > 0 ? (
            '오늘 몫을 마쳤습니다'
          ) : plan?.next ? (
            `다음 복습은 ${plan.next.when}`
          ) : (
            '모두 마쳤습니다'
          )}
        </dd>
      </div>
      <div>
        <dt className="note">예상 정답률</dt>
        <dd>
          <span>{recall === null ? '–' : Math.round(recall * 100)}</span>
          <small>%</small>
        </dd>
        <dd>{`목표 ${percent(state.settings.retention)}`}</dd>
      </div>
      <div>
        <dt className="note">푼 문제</dt>
        <dd>
          <span>{count - fresh}</span>
          <small>{`/ ${count}`}</small>
        </dd>
        <dd>
          {plan && plan.fresh > 0
            ? `오늘 새 문제 ${plan.fresh}개`
            : fresh > 0
              ? `남은 문제 ${fresh}개`
              : '모두 풀어 보았습니다'}
        </dd>
      </div>
      <div>
        <dt className="note">확실했는데 틀림</dt>
        <dd>
          <span>{surelyWrong}</span>
          <small>개</small>
        </dd>
        <dd>
          {surelyWrong > 0 ? <TopicLink path="/mistakes/">오답에서 먼저 보기</TopicLink> : '지금은 없습니다'}
        </dd>
      </div>
    </dl>
  );
}
