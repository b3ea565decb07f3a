/** How many items are due, beside 복습 in the menus. */

import { countDue } from '../../core/memory/summary.ts';
import { type Study, useStudy } from '../../store/study/study.ts';
import { allItems } from './plan.ts';

const MOST = 99;

export function DueCount() {
  const due = useStudy(dueNow);
  if (due === 0) return null;
  return (
    <span className="count num">
      <span className="vh">, 복습할 문제 {due}개</span>
      <span aria-hidden="true">{due > MOST ? `${MOST}+` : due}</span>
    </span>
  );
}

const dueNow = (study: Study): number =>
  study.state ? countDue(study.state, allItems(study), study.today) : 0;
