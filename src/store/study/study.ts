/**
 * The record as React sees it; empty until it has been opened. The log, the fold and the scheduler are loaded with record.ts when
 * `openStudy` is first called.
 */

import { useEffect } from 'react';
import { create } from 'zustand';
import type { Day } from '../../core/model/event.ts';
import type { LogState } from '../log/log-state.ts';
import { courseId } from '../site.ts';
import type { Study, StudyRecord } from './record.ts';

export const useStudy = create<Study>(() => ({
  state: null,
  index: null,
  isIndexMissing: false,
  log: null,
  today: '' as Day,
}));

/** The code of the record did not come. */
const UNOPENED: LogState = {
  status: 'memory-only',
  message: '학습 기록을 열지 못했습니다. 저장된 기록은 그대로 있습니다. 네트워크를 확인하고 다시 시도하세요.',
  cause: 'unopened',
};

let opening: Promise<StudyRecord> | null = null;

/** Opens the record of the course once; later calls get the same. A failure is told by `useStudy`, too. */
export function openStudy(): Promise<StudyRecord> {
  if (opening) return opening;
  const opened = import('./record.ts').then(({ openRecord }) => openRecord(courseId(), useStudy));
  opening = opened;
  opened.catch(() => {
    // The next call tries anew.
    opening = null;
    useStudy.setState({ log: UNOPENED });
  });
  return opened;
}

/** Opens the record when a component that shows it is on the screen. */
export function useOpenStudy(): Study {
  useEffect(() => {
    openStudy().catch(() => undefined);
  }, []);
  return useStudy();
}
