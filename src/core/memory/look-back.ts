/** All answers looked at once: on which days they were given, how well recall was predicted, how sure ones went. */

import type { Confidence, ItemId } from '../model/event.ts';
import { dayNumber } from './day.ts';
import type { AnswerRecord } from './item.ts';
import { counter, type Slices } from './slices.ts';
import type { State } from './state.ts';

export interface LookBack {
  /** Every answer that counts, and the items that have one. */
  answers: number;
  items: number;
  /** Numbers of answers by day number, as `dayNumber` gives it, whether or not they moved the schedule. */
  byDay: ReadonlyMap<number, number>;
  calibration: CalibrationBin[];
  confidence: ConfidenceTable;
}

/** Answers whose predicted recall lay in `from` ≤ p < `to` (the last bin holds 1 too); shares are 0 to 1. */
export interface CalibrationBin {
  from: number;
  to: number;
  count: number;
  /** Mean of what was predicted and share that was recalled; null in an empty bin. Recalled is anything but `again`. */
  predicted: number | null;
  actual: number | null;
}

/** How often sure and unsure answers to questions were right; 「모르겠음」 is neither, nor is what nobody asked of. */
export type ConfidenceTable = Record<Confidence, { right: number; wrong: number }>;

const BINS = 10;

/**
 * In slices, since the histories of a large record are worked out on the way. Calibration and confidence are of the
 * items in `ids`, and of answers that moved the schedule: repetitions within a day follow a look at the answer.
 */
export function* lookingBack(state: State, ids: Iterable<ItemId>): Slices<LookBack> {
  const isSliceOver = counter();
  const asked = new Set(ids);
  const byDay = new Map<number, number>();
  const bins = Array.from({ length: BINS }, () => ({ count: 0, predicted: 0, recalled: 0 }));
  const confidence: ConfidenceTable = { sure: { right: 0, wrong: 0 }, unsure: { right: 0, wrong: 0 } };
  const take = ({ event, verdict, grade, predicted }: AnswerRecord) => {
    if (event.kind === 'question' && event.confidence !== null && verdict !== 'unanswered')
      confidence[event.confidence][grade === 'again' ? 'wrong' : 'right'] += 1;
    const bin = predicted === null ? undefined : bins[Math.min(BINS - 1, Math.floor(predicted * BINS))];
    if (!bin || predicted === null) return;
    bin.count += 1;
    bin.predicted += predicted;
    if (grade !== 'again') bin.recalled += 1;
  };
  let [answers, items] = [0, 0];
  for (const known of state.items.values()) {
    // While new there is no answer that counts, and no history to work out.
    if (!known.memory) continue;
    const { item, history } = known;
    answers += history.length;
    items += 1;
    for (const answer of history) {
      const day = dayNumber(answer.event.day);
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
      if (answer.isScheduled && asked.has(item)) take(answer);
    }
    if (isSliceOver(history.length)) yield;
  }
  const calibration = bins.map(({ count, predicted, recalled }, index) => ({
    from: index / BINS,
    to: (index + 1) / BINS,
    count,
    predicted: count > 0 ? predicted / count : null,
    actual: count > 0 ? recalled / count : null,
  }));
  return { answers, items, byDay, calibration, confidence };
}
