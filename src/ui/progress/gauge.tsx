/** The gauge: a bar for the predicted recall, a tick at the desired retention. It is decoration; the words stand beside it. */

import type { GaugeState } from '../../core/study/gauges.ts';

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
      <line className={isDotted ? 'gauge-base gauge-dots' : 'gauge-base'} x2="100%" y1="6" y2="6" />
      {recall !== null && <rect className="gauge-bar" y="3" width={percent(recall)} height="6" />}
      <rect className="gauge-goal" x={percent(goal)} width="1.5" height="12" />
    </svg>
  );
}
