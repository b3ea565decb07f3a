/**
 * Opens the learner's record once the page stands, looks at it again on every page, shows what is due on the icon of the
 * installed app, and notes the next due day when the page is left.
 */

import '../styles/late.css';
import './record-parts.css';
import { useEffect } from 'react';
import { dayNumber, dayOf } from '../../core/memory/day-number.ts';
import { dueDayNumber } from '../../core/memory/due-day.ts';
import { exercisesOf } from '../../core/study/exercises.ts';
import { basePath, courseId } from '../../store/site.ts';
import { storedKeys } from '../../store/stored-value.ts';
import { keepPersistent } from '../../store/study/persistence.ts';
import { openStudy, useStudy } from '../../store/study/study.ts';
import { noteDueDay } from '../../store/study/study-day.ts';
import { followRecord, renewTally } from '../../store/study/tally.ts';
import { useDueCount } from './record-parts.tsx';

let isFollowing = false;

export function OpenRecord({ path }: { path: string | null }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a moment to look at the record again
  useEffect(() => {
    if (!isFollowing) {
      followRecord();
      keepPersistent();
      followDueDay();
      if (import.meta.env.SYNC_URL) followSync();
    }
    isFollowing = true;
    openStudy().then(renewTally, () => undefined);
  }, [path]);
  const due = useDueCount();
  useEffect(() => {
    if (due !== null) void badge(due);
  }, [due]);
  return null;
}

/** On devices that share their record; their key is stored by `store/sync/sync.ts`. */
function followSync(): void {
  if (storedKeys(`study.sync/${courseId()}`).length === 0) return;
  // Without a network nothing would come of it: the next page tries again.
  import('../../store/sync/sync.ts').then(({ startSync }) => startSync()).catch(() => undefined);
}

/** Puts a number on the icon of the installed app; 0 takes it off. */
async function badge(due: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  try {
    await (due > 0 ? navigator.setAppBadge(due) : navigator.clearAppBadge());
  } catch {
    // Refused where the app is not installed or may not notify; the number stands beside 복습, too.
  }
}

/** Notes the next due day when the page is left; called once. */
function followDueDay(): void {
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
