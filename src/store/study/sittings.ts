/**
 * Sittings under way, kept for the tab, so that a reload or a phone that put the tab away goes on where one was. Read
 * back without trust; where storage is blocked or full a sitting lives as long as the page.
 */

import type { Day } from '../../core/model/event.ts';
import { fieldOf, stringOf } from '../../core/model/unknown.ts';
import type { Outcome } from '../../core/study/sitting.ts';
import { courseId } from '../course.ts';

export interface StoredSitting {
  /** Milliseconds since 1970. */
  startedAt: number;
  /** The learner's day when it began; on another day something else is due. */
  day: Day;
  /** Index of the turn on the screen. */
  at: number;
  turns: { item: string; round: number; outcome: Outcome | null }[];
}

const MOST_TURNS = 2_000;
const OUTCOMES: readonly unknown[] = ['right', 'partial', 'wrong'] satisfies Outcome[];

const keyOf = (name: string): string => `study.sitting/${courseId()}/${name}`;

/** Null when there is none of today that can be read. */
export function readSitting(name: string, today: Day): StoredSitting | null {
  try {
    const sitting = parseSitting(JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null'));
    return sitting?.day === today ? sitting : null;
  } catch {
    // Blocked or broken: there is none.
    return null;
  }
}

export function writeSitting(name: string, sitting: StoredSitting | null): void {
  try {
    if (sitting) sessionStorage.setItem(keyOf(name), JSON.stringify(sitting));
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    // Blocked or full: it is held by the page.
  }
}

function parseSitting(value: unknown): StoredSitting | null {
  const [startedAt, at, list] = ['startedAt', 'at', 'turns'].map((name) => fieldOf(value, name));
  if (!isCount(startedAt) || !isCount(at) || !Array.isArray(list) || list.length > MOST_TURNS) return null;
  const turns = list.map((turn: unknown) => {
    const [round, outcome] = [fieldOf(turn, 'round'), fieldOf(turn, 'outcome')];
    return {
      item: stringOf(fieldOf(turn, 'item')),
      round: isCount(round) ? round : 0,
      outcome: OUTCOMES.includes(outcome) ? (outcome as Outcome) : null,
    };
  });
  return { startedAt, day: stringOf(fieldOf(value, 'day')) as Day, at, turns };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
