/** What the frame shows of the record; see ui/shell/record-parts.ts for when it comes. */

import './record-parts.css';
import { followDueDay } from '../../store/study/follow-due.ts';
import { followRecord, renewGauges } from '../../store/study/gauges.ts';
import { keepPersistent } from '../../store/study/persistence.ts';
import { openStudy } from '../../store/study/study.ts';
import type { RecordParts } from '../shell/record-parts.ts';
import { DueCount } from './due-count.tsx';
import { GaugeLegend, NodeGauge } from './node-gauge.tsx';
import { StorageNotice } from './record/storage-notice.tsx';
import { ExamDay } from './settings/exam-day.tsx';
import { Today } from './today.tsx';

export const recordParts: RecordParts = {
  Gauge: NodeGauge,
  GaugeLegend,
  DueCount,
  StorageNotice,
  Today,
  ExamDay,
};

let isFollowing = false;

/** Opens the record and shows it; called again for every page. */
export function showRecord(): void {
  if (!isFollowing) {
    followRecord();
    keepPersistent();
    followDueDay();
  }
  isFollowing = true;
  openStudy().then(renewGauges, () => undefined);
}
