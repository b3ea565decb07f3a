/** Opens the learner's record once the page stands, and looks at it again on every page. */

import './record-parts.css';
import { useEffect } from 'react';
import { followDueDay } from '../../store/study/follow-due.ts';
import { followRecord, renewGauges } from '../../store/study/gauges.ts';
import { keepPersistent } from '../../store/study/persistence.ts';
import { openStudy } from '../../store/study/study.ts';

let isFollowing = false;

export function OpenRecord({ path }: { path: string | null }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a moment to look at the record again
  useEffect(() => {
    if (!isFollowing) {
      followRecord();
      keepPersistent();
      followDueDay();
    }
    isFollowing = true;
    openStudy().then(renewGauges, () => undefined);
  }, [path]);
  return null;
}
