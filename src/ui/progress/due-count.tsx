/** The number of due items beside 복습 in the menus. */

import type { Study } from '../../store/study/record.ts';
import { useStudy } from '../../store/study/study.ts';
import { planOf } from './day-plan.ts';

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
