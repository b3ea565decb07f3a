/** The day's plan in words. */

import type { RecordState } from '../../core/memory/record-state.ts';
import type { Day } from '../../core/model/event.ts';
import { type Counts, type DayPlan, KINDS, millisPerExercise } from '../../core/study/due-exercises.ts';
import { formatDay } from '../days.ts';

const MINUTE_MILLIS = 60_000;

/** 12문제, 카드 3장, 비교표 2칸: questions first, the others named apart; 0문제 when there is nothing. */
export function countWords(counts: Counts): string {
  const words = {
    question: `${counts.question}문제`,
    card: `카드 ${counts.card}장`,
    cell: `비교표 ${counts.cell}칸`,
  };
  const told = KINDS.filter((kind) => counts[kind] > 0).map((kind) => words[kind]);
  return told.join(', ') || words.question;
}

/** As a sentence. */
export const nextReview = ({ day, due }: NonNullable<DayPlan['next']>, today: Day): string =>
  `다음 복습은 ${formatDay(day, today)}, ${countWords(due)}입니다.`;

/** At the learner's own pace. */
export const minutesFor = (state: RecordState, items: number): number =>
  Math.max(1, Math.round((items * millisPerExercise(state)) / MINUTE_MILLIS));
