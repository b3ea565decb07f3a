/** A sitting: exercises put one after the other. What was not right comes once more at the end, until it is right. */

import { isSince, type RecordState, type Since } from '../memory/record-state.ts';
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
}

export const startSitting = (exercises: readonly Exercise[]): Sitting => ({
  turns: exercises.map((exercise) => ({ exercise, round: 0, outcome: null })),
  at: 0,
});

/** The outcome of the turn on the screen; given again, the latest holds (a near miss was claimed). */
export function answerTurn(sitting: Sitting, outcome: Outcome): Sitting {
  const { turns, at } = sitting;
  return { ...sitting, turns: turns.map((turn, index) => (index === at ? { ...turn, outcome } : turn)) };
}

/** Goes on from an answered turn; one that was not right is put again at the end. */
export function nextTurn({ turns, at }: Sitting): Sitting {
  const turn = turns[at];
  if (!turn?.outcome) return { turns, at };
  const again =
    turn.outcome === 'right' ? [] : [{ exercise: turn.exercise, round: turn.round + 1, outcome: null }];
  return { turns: [...turns, ...again], at: at + 1 };
}

/** Goes on from a turn whose exercise is gone from the notes: it was not asked, and counts nowhere. */
export const dropTurn = ({ turns, at }: Sitting): Sitting => ({
  turns: turns.filter((_, index) => index !== at),
  at,
});

export const isOver = ({ turns, at }: Sitting): boolean => at >= turns.length;

/** Resumes a stored sitting. Turns whose exercise is gone (null) are left out; one that was graded is not put again. */
export function resumeSitting(turns: readonly (Turn | null)[], at: number): Sitting {
  const before = turns.slice(0, at).filter((turn) => turn !== null);
  const after = turns.slice(at).filter((turn) => turn !== null);
  return nextTurn({ turns: [...before, ...after], at: before.length });
}

/** Turns asked for the first time. */
export const firstTurns = ({ turns }: Sitting): Turn[] => turns.filter(({ round }) => round === 0);

/** Milliseconds spent on what was answered since the beginning, every turn counted. */
export function elapsedIn({ turns }: Sitting, { items }: RecordState, since: Since): number {
  const ids = new Set<ItemId>(turns.map(({ exercise }) => exercise.item));
  return [...ids]
    .flatMap((item) => items.get(item)?.history ?? [])
    .filter(({ event }) => isSince(event, since))
    .reduce((sum, { event }) => sum + event.elapsedMillis, 0);
}
