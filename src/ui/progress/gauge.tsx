/**
 * The gauge: a bar for the predicted recall, a tick at the desired retention. It is decoration; the words stand beside it. Then
 * what a row of the topic tree shows of it, the legend, and the number of what is due.
 */

import type { TreeNode } from '../../core/model/course.ts';
import { type GaugeState, gaugeStateOf } from '../../core/study/gauges.ts';
import { useGauges } from '../../store/study/gauges.ts';
import { useStudy } from '../../store/study/study.ts';
import { planOf } from './day-plan.ts';

interface GaugeProps {
  state: GaugeState;
  /** 0 to 1; null while nothing has been answered. */
  recall: number | null;
  /** Desired retention, 0 to 1. */
  goal: number;
  /** Whether a part of what it stands for has not been answered yet: then the line under the bar is dotted. */
  isPartlyNew?: boolean;
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The width comes from the style sheet; everything inside is in percent of it. */
export function Gauge({ state, recall, goal, isPartlyNew = false }: GaugeProps) {
  const isDotted = recall === null || isPartlyNew;
  return (
    <svg className="gauge" data-state={state} height="12" aria-hidden="true">
      <line className="gauge-base" strokeDasharray={isDotted ? '2 2' : undefined} x2="100%" y1="6" y2="6" />
      {recall !== null && <rect className="gauge-bar" y="3" width={percent(recall)} height="6" />}
      <rect className="gauge-goal" x={percent(goal)} width="1.5" height="12" />
    </svg>
  );
}

const useGoal = () => useStudy(({ state }) => state?.settings.retention ?? 0);

/** In a row of the topic tree: the gauge with its number. */
export function NodeGauge({ node }: { node: TreeNode }) {
  const summary = useGauges(({ gauges }) => gauges?.of(node) ?? null);
  const goal = useGoal();
  if (!summary) return null;
  const { count, fresh, due, recall } = summary;
  const state = gaugeStateOf(summary);
  return (
    <>
      <Gauge state={state} recall={recall} goal={goal} isPartlyNew={fresh > 0} />
      <span className="percent numeric screen-only" data-state={state}>
        {recall === null ? (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">, 아직 풀지 않음</span>
          </>
        ) : (
          <>
            <span className="visually-hidden">, 예상 정답률 </span>
            <span>{percent(recall)}</span>
            {due > 0 && <span className="visually-hidden">{`, 복습할 문제 ${due}개`}</span>}
            {fresh > 0 && (
              <span className="visually-hidden">{`, ${count}개 중 ${fresh}개는 아직 풀지 않음`}</span>
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
    <ul className="gauge-legend row note screen-only">
      <li className="with-icon">
        <Gauge state="ok" recall={goal + (1 - goal) / 2} goal={goal} />
        예상 정답률
      </li>
      <li className="with-icon">
        <Gauge state="due" recall={goal * 0.75} goal={goal} />
        복습할 것 있음
      </li>
      <li className="with-icon">
        <Gauge state="new" recall={null} goal={goal} />
        아직 풀지 않음
      </li>
      <li className="numeric">{`세로줄은 목표 ${percent(goal)}`}</li>
    </ul>
  );
}

const MOST = 99;

/** As many as the review would put today; null while that is not known. */
export const useDueCount = (): number | null =>
  useStudy((study) => {
    const plan = planOf(study);
    return plan && plan.due + plan.fresh;
  });

/** The number of due items beside 복습 in the menus. */
export function DueCount() {
  const due = useDueCount();
  if (!due) return null;
  return (
    <span className="count numeric screen-only">
      <span className="visually-hidden">{`, 복습할 문제 ${due}개`}</span>
      <span aria-hidden="true">{due > MOST ? `${MOST}+` : due}</span>
    </span>
  );
}
