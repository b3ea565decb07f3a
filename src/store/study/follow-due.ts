/** Notes the next due day when the page is left. */

import { dayNumber, dayOf } from '../../core/memory/day.ts';
import { dueDayNumber } from '../../core/memory/due-day.ts';
import { exercisesOf } from '../../core/study/exercises.ts';
import { basePath } from '../site.ts';
import { noteDueDay } from './start-at-review.ts';
import { useStudy } from './study.ts';

/** Called once, with the code that reads the record. */
export function followDueDay(): void {
  document.addEventListener('visibilitychange', () => {
    const { state, index, today } = useStudy.getState();
    if (document.visibilityState === 'visible' || !state || !index) return;
    const now = dayNumber(today);
    const days = exercisesOf(index.topics, state.settings.cardTopics).map(
      ({ item }) => dueDayNumber(state, item, now) ?? Number.POSITIVE_INFINITY,
    );
    const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
    noteDueDay(`${basePath()}/`, Number.isFinite(first) ? dayOf(first) : null);
  });
}
