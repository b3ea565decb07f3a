/** The gauge of a row of the topic tree, with its number, and the legend that explains gauges. */

import type { TreeNode } from '../../core/model/course.ts';
import { gaugeStateOf } from '../../core/study/gauges.ts';
import { useGauges } from '../../store/study/gauges.ts';
import type { Study } from '../../store/study/record.ts';
import { useStudy } from '../../store/study/study.ts';
import { planOf } from './day-plan.ts';
import { Gauge, percent } from './gauge.tsx';

const useGoal = () => useStudy(({ state }) => state?.settings.retention ?? 0);

export function NodeGauge({ node }: { node: TreeNode }) {
  const summary = useGauges(({ gauges }) => gauges?.of(node) ?? null);
  const goal = useGoal();
  if (!summary) return null;
  const { count, fresh, due, recall } = summary;
  const state = gaugeStateOf(summary);
  return (
    <>
      <Gauge state={state} recall={recall} goal={goal} isPartlyNew={fresh > 0} />
      <span className="percent numeric" data-state={state}>
        {recall === null ? (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">, 아직 풀지 않음</span>
          </>
        ) : (
          <>
            <span className="visually-hidden">, 예상 정답률 </span>
            {percent(recall)}
            {due > 0 && <span className="visually-hidden">, 복습할 문제 {due}개</span>}
            {fresh > 0 && (
              <span className="visually-hidden">
                , {count}개 중 {fresh}개는 아직 풀지 않음
              </span>
            )}
          </>
        )}
      </span>
    </>
  );
}

/** The legend; shown once there are gauges. */
export function GaugeLegend() {
  const hasGauges = useGauges(({ gauges }) => gauges !== null);
  const goal = useGoal();
  if (!hasGauges) return null;
  return (
    <ul className="gauge-legend note">
      <li>
        <Gauge state="ok" recall={goal + (1 - goal) / 2} goal={goal} />
        예상 정답률
      </li>
      <li>
        <Gauge state="due" recall={goal * 0.75} goal={goal} />
        복습할 것 있음
      </li>
      <li>
        <Gauge state="new" recall={null} goal={goal} />
        아직 풀지 않음
      </li>
      <li className="numeric">세로줄은 목표 {percent(goal)}</li>
    </ul>
  );
}

const MOST = 99;

export function DueCount() {
  const due = useStudy(dueNow);
  if (due === 0) return null;
  return (
    <span className="count numeric">
      <span className="visually-hidden">, 복습할 문제 {due}개</span>
      <span aria-hidden="true">{due > MOST ? `${MOST}+` : due}</span>
    </span>
  );
}

/** As many as the review would put today. */
function dueNow(study: Study): number {
  const plan = planOf(study);
  return plan ? plan.due + plan.fresh : 0;
}
