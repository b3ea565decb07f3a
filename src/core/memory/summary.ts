/** Sums up a set of items for a gauge: how many are new, due, wrong or starred, and their mean recall. */

import type { Day, ItemId } from '../model/event.ts';
import { dayNumber } from './day-number.ts';
import { dueDayNumber, memoryOn } from './due-day.ts';
import type { RecordState } from './record-state.ts';
import { recallOn } from './schedule.ts';

export interface Summary {
  count: number;
  /** Never answered, or all answers erased. */
  fresh: number;
  due: number;
  /** In 오답. */
  wrong: number;
  starred: number;
  /**
   * Mean recall of the items that are not new, 0 to 1; null when all are. What was answered today is told as of
   * tomorrow: right after a look at the answer recall is 1, whether it was known or missed.
   */
  recall: number | null;
}

/** Sums up items by their ids; ids the record does not know are new. */
export function summarise(state: RecordState, ids: Iterable<ItemId>, today: Day): Summary {
  const now = dayNumber(today);
  const summary: Summary = { count: 0, fresh: 0, due: 0, wrong: 0, starred: 0, recall: null };
  let recalled = 0;
  for (const id of ids) {
    const item = state.items.get(id);
    summary.count += 1;
    if (item?.isStarred) summary.starred += 1;
    if (!item?.memory) {
      summary.fresh += 1;
      continue;
    }
    const memory = memoryOn(state, id, now) ?? item.memory;
    recalled += recallOn(memory, Math.max(now, memory.lastDay + 1));
    if (item.isWrong) summary.wrong += 1;
    if ((dueDayNumber(state, id, now) ?? Number.POSITIVE_INFINITY) <= now) summary.due += 1;
  }
  const seen = summary.count - summary.fresh;
  if (seen > 0) summary.recall = recalled / seen;
  return summary;
}

/** Probability of recalling an item today, 0 to 1; null while new. */
export function retrievability(state: RecordState, id: ItemId, today: Day): number | null {
  const memory = memoryOn(state, id, dayNumber(today)) ?? state.items.get(id)?.memory;
  return memory ? recallOn(memory, dayNumber(today)) : null;
}
