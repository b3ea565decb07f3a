/** The day's plan in words. */

import type { ForecastDay } from '../../core/memory/due-day.ts';
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

/** 「하루 14–18문제, 약 9분」: the least and the most of some days, and what a day of them takes on average. */
export function dailyLoad(state: RecordState, days: readonly ForecastDay[]): string {
  const totals = days.map(({ due, fresh }) => due + fresh);
  const sum = totals.reduce((a, b) => a + b, 0);
  const least = totals.reduce((a, b) => Math.min(a, b), sum);
  const most = totals.reduce((a, b) => Math.max(a, b), 0);
  return `하루 ${least === most ? '' : `${least}–`}${most}문제, 약 ${minutesFor(state, sum / days.length)}분`;
}
