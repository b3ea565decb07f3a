/**
 * Sittings under way, stored for the tab, so that a reload, or a phone that put the tab away, loses nothing. Where storage
 * is blocked or full a sitting lives as long as the page.
 */

import * as v from 'valibot';
import type { Day } from '../../core/model/event.ts';
import type { Outcome } from '../../core/study/sitting.ts';
import { courseId } from '../site.ts';
import { COUNT, storedValue } from '../stored-value.ts';

export interface StoredSitting {
  /** Milliseconds since 1970. */
  startedAt: number;
  /** The learner's day when it began; on another day something else is due. */
  day: Day;
  /** Index of the turn on the screen. */
  at: number;
  isRepeating: boolean;
  turns: { item: string; round: number; outcome: Outcome | null }[];
}

const MOST_TURNS = 2_000;
const NO_TURN = { item: '', round: 0, outcome: null };

/** A turn that cannot be read names no item, and is left out where the sitting goes on. */
const TURN = v.object({
  item: v.fallback(v.string(), ''),
  round: v.fallback(COUNT, 0),
  outcome: v.fallback(v.nullable(v.picklist(['right', 'partial', 'wrong'])), null),
});
const SCHEMA = v.object({
  startedAt: COUNT,
  day: v.custom<Day>((day) => typeof day === 'string'),
  at: COUNT,
  isRepeating: v.fallback(v.boolean(), true),
  turns: v.pipe(v.array(v.fallback(TURN, NO_TURN)), v.maxLength(MOST_TURNS)),
});

const sittingOf = (name: string) =>
  storedValue<StoredSitting>(`study.sitting/${courseId()}/${name}`, SCHEMA, { area: 'session' });

/** Null when there is none of today that can be read. */
export function readSitting(name: string, today: Day): StoredSitting | null {
  const sitting = sittingOf(name).read();
  return sitting?.day === today ? sitting : null;
}

/** Where it cannot be stored, the page holds it. */
export const writeSitting = (name: string, sitting: StoredSitting | null): boolean =>
  sittingOf(name).write(sitting);
