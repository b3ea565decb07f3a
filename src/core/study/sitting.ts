/** A sitting, exercises put one after the other, and what it has changed. What was not right comes once more at the end, until it is right, except in a check. */

import { intervalOf, latestStep } from '../memory/curve.ts';
import { memoryOn } from '../memory/due-day.ts';
import {
  isSince,
  itemState,
  type RecordState,
  type Since,
  scheduledItem,
  stateBefore,
} from '../memory/record-state.ts';
import type { ItemId } from '../model/event.ts';
import type { Exercise } from './exercises.ts';

export type Outcome = 'right' | 'partial' | 'wrong';

/** One turn of a sitting. */
export interface Turn {
  exercise: Exercise;
  /** 0 when asked first, then how often it came back. */
  round: number;
  outcome: Outcome | null;
}

export interface Sitting {
  turns: readonly Turn[];
  /** Index of the turn on the screen; the number of turns when the sitting is over. */
  at: number;
  /** Whether what is missed is put again. */
  isRepeating: boolean;
}

export const startSitting = (exercises: readonly Exercise[], isRepeating = true): Sitting => ({
  turns: exercises.map((exercise) => ({ exercise, round: 0, outcome: null })),
  at: 0,
  isRepeating,
});

/** The outcome of the turn on the screen; given again, the latest holds (a near miss was claimed). */
export function answerTurn(sitting: Sitting, outcome: Outcome): Sitting {
  const { turns, at } = sitting;
  return { ...sitting, turns: turns.map((turn, index) => (index === at ? { ...turn, outcome } : turn)) };
}

/** Goes on from an answered turn; one that was not right is put again at the end. */
export function nextTurn(sitting: Sitting): Sitting {
  const { turns, at, isRepeating } = sitting;
  const turn = turns[at];
  if (!turn?.outcome) return sitting;
  const isPutAgain = isRepeating && turn.outcome !== 'right';
  const again = isPutAgain ? [{ exercise: turn.exercise, round: turn.round + 1, outcome: null }] : [];
  return { ...sitting, turns: [...turns, ...again], at: at + 1 };
}

/** Goes on from a turn whose exercise is gone from the notes: it was not asked, and counts nowhere. */
export const dropTurn = (sitting: Sitting): Sitting => ({
  ...sitting,
  turns: sitting.turns.filter((_, index) => index !== sitting.at),
});

export const isOver = ({ turns, at }: Sitting): boolean => at >= turns.length;

/** Resumes a stored sitting. Turns whose exercise is gone (null) are left out; one that was graded is not put again. */
export function resumeSitting(turns: readonly (Turn | null)[], at: number, isRepeating: boolean): Sitting {
  const before = turns.slice(0, at).filter((turn) => turn !== null);
  const after = turns.slice(at).filter((turn) => turn !== null);
  return nextTurn({ turns: [...before, ...after], at: before.length, isRepeating });
}

/** Turns asked for the first time. */
export const firstTurns = ({ turns }: Sitting): Turn[] => turns.filter(({ round }) => round === 0);

/** What a sitting has changed, of items asked in it. Intervals are in days, from the latest review to the day an item comes back. */
export interface Gains {
  /** Known before, and coming back after a longer interval than before: how many, and the means of both intervals. */
  longer: { count: number; before: number; after: number };
  /** Not known before, and right at first: how many, and the mean of their intervals. */
  begun: { count: number; after: number };
  /** How many come back on the next day. */
  tomorrow: number;
}

export function gainsOf({ turns }: Sitting, state: RecordState, since: Since, today: number): Gains {
  const asked = turns.filter(({ outcome }) => outcome !== null).map(({ exercise }) => exercise.item);
  const items = [...new Set(asked.map((item) => scheduledItem(state, item)))];
  const earlier = stateBefore(state, items, since);
  const steps = items.flatMap((item) => {
    const before = memoryOn(earlier, item, today);
    const step = latestStep(state, item, today);
    return step ? [{ ...step, before: before && intervalOf(before).days, after: step.after.days }] : [];
  });
  const longer = steps.filter(({ before, after }) => before !== null && after > before);
  const begun = steps.filter(({ before, rating }) => before === null && rating !== 'again');
  return {
    longer: {
      count: longer.length,
      before: mean(longer.map(({ before }) => before ?? 0)),
      after: mean(longer.map(({ after }) => after)),
    },
    begun: { count: begun.length, after: mean(begun.map(({ after }) => after)) },
    tomorrow: steps.filter(({ due }) => due === today + 1).length,
  };
}

/** 0 of none. */
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

/** Milliseconds spent on what was answered since the beginning, every turn counted. */
export function elapsedIn({ turns }: Sitting, state: RecordState, since: Since): number {
  const ids = new Set<ItemId>(turns.map(({ exercise }) => scheduledItem(state, exercise.item)));
  return [...ids]
    .flatMap((item) => itemState(state, item)?.history ?? [])
    .filter(({ event }) => isSince(event, since))
    .reduce((sum, { event }) => sum + event.elapsedMillis, 0);
}
