/** Statistics over all answers: on which days they were given, how well recall was predicted, how often sure answers were right. */

import type { Confidence, Day, ItemId } from '../model/event.ts';
import { dayNumber, dayOf } from './day-number.ts';
import { isAhead } from './due-day.ts';
import type { AnswerRecord } from './item.ts';
import type { RecordState } from './record-state.ts';

export interface Statistics {
  /** Every answer that counts, and the items that have one. */
  answers: number;
  items: number;
  /** Numbers of answers by day number, as `dayNumber` gives it, whether or not they moved the schedule. */
  byDay: ReadonlyMap<number, number>;
  calibration: CalibrationBin[];
  confidence: ConfidenceTable;
  /** Answers whose day is still to come, as a clock was ahead, and the last of those days; null where there are none. */
  ahead: { answers: number; day: Day } | null;
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

/** Numbers of different questions by the day on which they were answered, cards and cells left out, and days still to come. */
export function questionsByDay(state: RecordState, today: Day): ReadonlyMap<number, number> {
  const now = dayNumber(today);
  const byDay = new Map<number, number>();
  for (const { history } of state.items.values()) {
    const answers = history.filter(({ event, day }) => event.kind === 'question' && !isAhead(day, now));
    for (const day of new Set(answers.map((answer) => answer.day))) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  return byDay;
}

const BINS = 10;

/**
 * Calibration and confidence are of the items in `ids`, and of answers that moved the schedule: repetitions within a
 * day follow a look at the answer. What has a day still to come is counted in `answers` and `ahead` only.
 */
export function answerStatistics(state: RecordState, ids: Iterable<ItemId>, today: Day): Statistics {
  const now = dayNumber(today);
  const counted = new Set(ids);
  const byDay = new Map<number, number>();
  const bins = Array.from({ length: BINS }, () => ({ count: 0, predicted: 0, recalled: 0 }));
  const confidence: ConfidenceTable = { sure: { right: 0, wrong: 0 }, unsure: { right: 0, wrong: 0 } };
  const take = ({ event, verdict, rating, predicted }: AnswerRecord) => {
    if (event.kind === 'question' && event.confidence !== null && verdict !== 'unanswered')
      confidence[event.confidence][rating === 'again' ? 'wrong' : 'right'] += 1;
    const bin = predicted === null ? undefined : bins[Math.min(BINS - 1, Math.floor(predicted * BINS))];
    if (!bin || predicted === null) return;
    bin.count += 1;
    bin.predicted += predicted;
    if (rating !== 'again') bin.recalled += 1;
  };
  let [answers, items, ahead, lastDay] = [0, 0, 0, now];
  for (const { item, history } of state.items.values()) {
    answers += history.length;
    if (history.length > 0) items += 1;
    for (const answer of history) {
      if (isAhead(answer.day, now)) {
        ahead += 1;
        lastDay = Math.max(lastDay, answer.day);
        continue;
      }
      byDay.set(answer.day, (byDay.get(answer.day) ?? 0) + 1);
      if (answer.isScheduled && counted.has(item)) take(answer);
    }
  }
  const calibration = bins.map(({ count, predicted, recalled }, index) => ({
    from: index / BINS,
    to: (index + 1) / BINS,
    count,
    predicted: count > 0 ? predicted / count : null,
    actual: count > 0 ? recalled / count : null,
  }));
  const told = ahead > 0 ? { answers: ahead, day: dayOf(lastDay) } : null;
  return { answers, items, byDay, calibration, confidence, ahead: told };
}
