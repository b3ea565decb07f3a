/** How well recall was predicted, by FSRS and by the learner: only answers that moved the schedule are counted. */

import type { Confidence, ItemId } from '../model/event.ts';
import type { AnswerRecord } from './item.ts';
import type { State } from './state.ts';

/** Answers whose predicted recall lay in `from` ≤ p < `to` (the last bin holds 1 too); shares are 0 to 1. */
export interface CalibrationBin {
  from: number;
  to: number;
  count: number;
  /** Mean of what was predicted and share that was recalled; null in an empty bin. */
  predicted: number | null;
  actual: number | null;
}

const BINS = 10;

/** Predicted against actual recall in ten bins of equal width. Recalled is anything but `again`. */
export function calibrate(state: State, ids: Iterable<ItemId>): CalibrationBin[] {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, predicted: 0, recalled: 0 }));
  for (const { predicted, grade } of scheduledAnswers(state, ids)) {
    if (predicted === null) continue;
    const sum = sums[Math.min(BINS - 1, Math.floor(predicted * BINS))];
    if (!sum) continue;
    sum.count += 1;
    sum.predicted += predicted;
    if (grade !== 'again') sum.recalled += 1;
  }
  return sums.map(({ count, predicted, recalled }, index) => ({
    from: index / BINS,
    to: (index + 1) / BINS,
    count,
    predicted: count > 0 ? predicted / count : null,
    actual: count > 0 ? recalled / count : null,
  }));
}

export type ConfidenceTable = Record<Confidence, { right: number; wrong: number }>;

/** How often sure and unsure answers were right. Repetitions within a day follow a look at the answer and are left out. */
export function confidenceTable(state: State, ids: Iterable<ItemId>): ConfidenceTable {
  const table: ConfidenceTable = { sure: { right: 0, wrong: 0 }, unsure: { right: 0, wrong: 0 } };
  for (const { event, grade } of scheduledAnswers(state, ids)) {
    if (event.kind === 'question') table[event.confidence][grade === 'again' ? 'wrong' : 'right'] += 1;
  }
  return table;
}

function* scheduledAnswers(state: State, ids: Iterable<ItemId>): Iterable<AnswerRecord> {
  for (const id of ids) {
    for (const answer of state.items.get(id)?.history ?? []) if (answer.isScheduled) yield answer;
  }
}
