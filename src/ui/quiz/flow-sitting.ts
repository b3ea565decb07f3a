/** A sitting at the quiz of a section: first answers, and the queue of what was missed until it is right once. */

import type { Result } from './use-attempt.ts';

export interface Sitting {
  /** How often the quiz was begun anew. */
  round: number;
  /** First answers by question id. */
  results: ReadonlyMap<string, Result>;
  /** Missed and not right yet; the first one is asked. */
  missed: readonly string[];
  /** How many retries were passed; makes each a card of its own. */
  passed: number;
  /** The first in the queue, answered again and not passed yet. */
  retry: Result | null;
}

export const newSitting = (round: number): Sitting => ({
  round,
  results: new Map(),
  missed: [],
  passed: 0,
  retry: null,
});

const isRight = (result: Result | null): boolean => result?.grade.verdict === 'correct';

/** Takes a first answer, or the same once more after a near miss was claimed. */
export function answer(sitting: Sitting, id: string, result: Result): Sitting {
  const others = sitting.missed.filter((each) => each !== id);
  return {
    ...sitting,
    results: new Map(sitting.results).set(id, result),
    missed: isRight(result) ? others : sitting.missed.includes(id) ? sitting.missed : [...others, id],
  };
}

export const answerAgain = (sitting: Sitting, result: Result): Sitting => ({ ...sitting, retry: result });

/** Goes on from an answered retry: what is right leaves the queue, the rest waits at its end. */
export function passOn(sitting: Sitting): Sitting {
  const [asked, ...others] = sitting.missed;
  if (asked === undefined || !sitting.retry) return sitting;
  return {
    ...sitting,
    missed: isRight(sitting.retry) ? others : [...others, asked],
    passed: sitting.passed + 1,
    retry: null,
  };
}

/** Whether passing on ends the sitting. */
export const isLast = ({ missed, retry }: Sitting): boolean => missed.length === 1 && isRight(retry);
