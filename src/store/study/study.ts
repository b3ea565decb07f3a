/**
 * The record as React sees it; empty until it has been opened. The log, the fold and the scheduler are loaded with record.ts when
 * `openStudy` is first called.
 */

import { useEffect } from 'react';
import { create } from 'zustand';
import type { Day } from '../../core/model/event.ts';
import { courseId } from '../site.ts';
import type { Study, StudyRecord } from './record.ts';

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
  opening ??= import('./record.ts').then(({ openRecord }) => openRecord(courseId(), useStudy));
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
