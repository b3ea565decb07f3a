/** Folds new events into the shown state: at once when that is quick, else in slices while answers go on. */

import { applyAll, applying, type RecordState } from '../../core/memory/record-state.ts';
import { inSlices, type Slices } from '../../core/memory/slices.ts';
import type { StudyEvent } from '../../core/model/event.ts';

export interface FoldingOptions {
  now: () => RecordState;
  show: (state: RecordState) => void;
  /** Called between slices; see `inSlices`. */
  pause: () => Promise<void>;
}

export interface Folding {
  /** Takes events in whatever order they come; the state shown in the end is the fold of all. */
  take: (events: readonly StudyEvent[]) => void;
  /** Resolves when all events given so far are shown. */
  settled: () => Promise<void>;
}

/** Events that touch one item each; others may make every item be folded anew. */
const isLight = ({ type }: StudyEvent): boolean =>
  type === 'answer' || type === 'overrule' || type === 'star' || type === 'unstar';
const FEW = 20;

export function newFolding({ now, show, pause }: FoldingOptions): Folding {
  let running: Promise<void> | null = null;
  /** What came while a fold is under way. */
  let waiting: readonly StudyEvent[] = [];

  const goOn = async (first: Slices<RecordState>) => {
    let state = await inSlices(first, pause);
    while (waiting.length > 0) {
      const events = waiting;
      waiting = [];
      state = await inSlices(applying(state, events), pause);
    }
    running = null;
    show(state);
  };

  return {
    take(events) {
      if (running) {
        waiting = [...waiting, ...events];
        // The learner sees an answer at once; it is folded again into what is under way.
        if (events.length <= FEW && events.every(isLight)) show(applyAll(now(), events));
        return;
      }
      const work = applying(now(), events);
      const { done, value } = work.next();
      if (done) show(value);
      else running = goOn(work);
    },
    settled: async () => running ?? undefined,
  };
}
