/** Where the frame shows the learner's record: parts of a chunk that comes when the page is idle, nothing until then. */

import {
  type ComponentType,
  createContext,
  type ReactNode,
  startTransition,
  useEffect,
  useState,
} from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';

const WAIT_MILLIS = 2_000;

export interface RecordParts {
  Gauge: ComponentType<{ node: TreeNode }>;
  GaugeLegend: ComponentType;
  /** The number of what is due, beside 복습. */
  DueCount: ComponentType;
  /** Trouble with storing, and what to do about it. */
  StorageNotice: ComponentType<{ page: PageData | null }>;
  /** On the course map: 복습 and 읽던 곳, or what is given while nothing has been answered. */
  Today: ComponentType<{ fallback: ReactNode }>;
  ExamDay: ComponentType;
}

export const RecordPartsContext = createContext<RecordParts | null>(null);

let loaded: RecordParts | null = null;

/** The parts, once they are here; opens the record of the page's course and brings its gauges up to date. */
export function useRecordParts(page: PageData | null): RecordParts | null {
  const [parts, setParts] = useState(loaded);
  const course = page?.course.hasStudy ? page.course : null;
  const path = page?.path;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a moment to look at the record again
  useEffect(() => {
    if (!course) return;
    const load = () => {
      import('../progress/record-parts.tsx')
        .then(({ recordParts, showRecord }) => {
          loaded = recordParts;
          showRecord();
          startTransition(() => setParts(recordParts));
        })
        // No network: the page reads as it does without a record, and the next page tries again.
        .catch(() => undefined);
    };
    if (loaded) {
      load();
      return;
    }
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(load, WAIT_MILLIS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(load, { timeout: WAIT_MILLIS });
    return () => cancelIdleCallback(idle);
  }, [course?.id, path]);

  return parts;
}
