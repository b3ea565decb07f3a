/** The numbers on the screen, all of one moment: shown when the record has been read, then renewed after every answer. */

import { create } from 'zustand';
import { type DayPlan, dayPlan } from '../../core/study/due-exercises.ts';
import { type CourseTally, courseTally, hasRecord } from '../../core/study/standing.ts';
import type { Study } from './record.ts';
import { useStudy } from './study.ts';

/** So that a click has been answered first. */
const HOLD_MILLIS = 200;

export interface Tallies {
  /** Null until record and index are here, and while nothing has been answered. */
  tally: CourseTally | null;
  plan: DayPlan | null;
}

const NONE: Tallies = { tally: null, plan: null };

export const useTally = create<Tallies>(() => NONE);

let shown: Study | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Brings the numbers up to date. */
export function renewTally(): void {
  const study = useStudy.getState();
  const { state, index, today } = study;
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (shown && !isChanged(shown, study)) return;
  shown = study;
  useTally.setState(
    state && index && hasRecord(state)
      ? { tally: courseTally(index, state, today), plan: dayPlan(state, index, today) }
      : NONE,
  );
}

/** Follows the record; called once, by the chunk that draws the numbers. */
export function followRecord(): void {
  renewTally();
  useStudy.subscribe((now, before) => {
    const isFirst = useTally.getState().tally === null;
    const isErased = now.state !== null && !hasRecord(now.state);
    const isAnswer = !isFirst && !isErased && now.index === before.index && now.today === before.today;
    if (isAnswer) timer ??= setTimeout(renewTally, HOLD_MILLIS);
    else renewTally();
  });
}

const isChanged = (a: Study, b: Study): boolean =>
  a.state !== b.state || a.index !== b.index || a.today !== b.today;
