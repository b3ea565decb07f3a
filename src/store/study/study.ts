/**
 * What React reads of the learner's record: a projection in memory, empty until the record has been opened. Light on
 * purpose; the log, the fold and the scheduler come with record.ts when `openStudy` is first called.
 */

import { useEffect } from 'react';
import { create } from 'zustand';
import type { State } from '../../core/memory/state.ts';
import type { Day } from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { courseId } from '../course.ts';
import type { LogState } from '../log/log-state.ts';
import type { StudyRecord } from './record.ts';

export interface Study {
  /** Null until the record has been read. */
  state: State | null;
  /** Null while there is no network and none was fetched before. */
  index: StudyIndex | null;
  /** It was asked for in vain, and comes with the network; until then it is on its way. */
  isIndexMissing: boolean;
  /** How storing is doing; null until opened. */
  log: LogState | null;
  /** The learner's calendar day; follows midnight while the page is open. */
  today: Day;
}

export const useStudy = create<Study>(() => ({
  state: null,
  index: null,
  isIndexMissing: false,
  log: null,
  today: '' as Day,
}));

let opening: Promise<StudyRecord> | null = null;

/** Opens the record of the course once; later calls get the same. */
export function openStudy(): Promise<StudyRecord> {
  opening ??= import('./record.ts').then(({ openRecord }) => openRecord(courseId()));
  opening.catch(() => {
    // The chunk did not come; the next call fetches it again.
    opening = null;
  });
  return opening;
}

/** Opens the record when a component that shows it is on the screen. */
export function useOpenStudy(): Study {
  useEffect(() => {
    openStudy().catch(() => undefined);
  }, []);
  return useStudy();
}
