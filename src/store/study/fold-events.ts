/**
 * Folds new events into the shown state: at once when that is quick, else in slices while answers go on. Events that the
 * fold cannot take are left out and told, so that they take no others with them.
 */

import { applyAll, applying, EMPTY, type RecordState } from '../../core/memory/record-state.ts';
import { inSlices, type Slices } from '../../core/memory/slices.ts';
import type { StudyEvent } from '../../core/model/event.ts';

export interface FoldingOptions {
  now: () => RecordState;
  show: (state: RecordState) => void;
  /** Called between slices; see `inSlices`. */
  pause: () => Promise<void>;
  /** Called with how many events were left out since the last `takeAll`, when there are more. */
  onLeftOut: (events: number) => void;
}

export interface Folding {
  /** Takes events in whatever order they come; the state shown in the end is the fold of all. */
  take: (events: readonly StudyEvent[]) => void;
  /** Begins anew: the state shown in the end is the fold of these and of what is taken later. */
  takeAll: (events: readonly StudyEvent[]) => void;
  /** Resolves when all events given so far are shown; never rejects. */
  settled: () => Promise<void>;
}

/** Events that touch one item each; others may make every item be folded anew. */
const isLight = ({ type }: StudyEvent): boolean =>
  type === 'answer' || type === 'overrule' || type === 'star' || type === 'unstar';
const FEW = 20;
/** So many halves are tried in search of what the fold cannot take. */
const MOST_FAILURES = 100;

export function newFolding({ now, show, pause, onLeftOut }: FoldingOptions): Folding {
  let running: Promise<void> | null = null;
  /** What came while a fold is under way. */
  let waiting: readonly StudyEvent[] = [];
  /** Whether what waits replaces all that was folded. */
  let isAnew = false;
  let [leftOut, failures] = [0, 0];

  function* sparing(state: RecordState, events: readonly StudyEvent[]): Slices<RecordState> {
    try {
      return yield* applying(state, events);
    } catch {
      failures += 1;
      if (events.length < 2 || failures > MOST_FAILURES) {
        leftOut += events.length;
        onLeftOut(leftOut);
        return state;
      }
      const half = events.length >> 1;
      return yield* sparing(yield* sparing(state, events.slice(0, half)), events.slice(half));
    }
  }

  const goOn = async (first: Slices<RecordState>) => {
    let state = await inSlices(first, pause);
    while (waiting.length > 0 || isAnew) {
      const [events, from] = [waiting, isAnew ? EMPTY : state];
      [waiting, isAnew] = [[], false];
      state = await inSlices(sparing(from, events), pause);
    }
    running = null;
    show(state);
  };

  const start = (from: RecordState, events: readonly StudyEvent[]) => {
    const work = sparing(from, events);
    const { done, value } = work.next();
    if (done) show(value);
    else running = goOn(work);
  };

  return {
    take(events) {
      if (!running) return start(now(), events);
      waiting = [...waiting, ...events];
      if (events.length > FEW || !events.every(isLight)) return;
      try {
        // The learner sees an answer at once; it is folded again into what is under way.
        show(applyAll(now(), events));
      } catch {
        // Left out and told when its turn comes.
      }
    },
    takeAll(events) {
      [leftOut, failures] = [0, 0];
      if (!running) return start(EMPTY, events);
      [waiting, isAnew] = [events, true];
    },
    settled: async () => running ?? undefined,
  };
}
