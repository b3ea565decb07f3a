/** Study days, moments as seen from now, and what a day asks, in Korean. A date more than a year away has its year: 2028년 1월 5일. */

import { dayNumber } from '../core/memory/day-number.ts';
import type { ForecastDay } from '../core/memory/due-day.ts';
import type { RecordState } from '../core/memory/record-state.ts';
import type { Day } from '../core/model/event.ts';
import { type Counts, type DayPlan, KINDS, millisPerExercise } from '../core/study/due-exercises.ts';
import { dayAt } from '../store/study/study-day.ts';

const WEEKDAYS = '일월화수목금토';
const YEAR_DAYS = 365;

/** 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Days since the Monday of the day's week: 0 for Monday, 6 for Sunday. */
export const fromMonday = (day: number): number => (weekday(day) + 6) % 7;

/** 월, of a day's number. */
export const weekdayName = (day: number): string => WEEKDAYS[weekday(day)] ?? '';

/** 오늘, 내일, 어제, or 11월 30일 월요일. */
export function formatDay(day: Day, today: Day): string {
  const days = dayNumber(day) - dayNumber(today);
  if (days === 0) return '오늘';
  if (days === 1) return '내일';
  return days === -1 ? '어제' : formatFull(day, today);
}

/** 11월 30일 월요일. Of today itself nothing else has to be given. */
export const formatFull = (day: Day, today: Day = day): string => `${formatShort(day, today)}요일`;

/** 11월 30일. */
export function formatDate(day: Day, today: Day): string {
  const isFar = Math.abs(dayNumber(day) - dayNumber(today)) > YEAR_DAYS;
  const year = isFar ? `${Number(day.slice(0, 4))}년 ` : '';
  return `${year}${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일`;
}

/** 11월 30일 월. */
export const formatShort = (day: Day, today: Day): string =>
  `${formatDate(day, today)} ${weekdayName(dayNumber(day))}`;

/** 11/30. */
export const formatTick = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

/** 오늘, 내일, 3일 뒤. */
export function daysUntil(days: number): string {
  if (days <= 0) return '오늘';
  return days === 1 ? '내일' : `${days}일 뒤`;
}

/**
 * A moment in the past in words, `at` in milliseconds since 1970: 어제 오후 9시 40분; of an earlier day only the day. The hours
 * after midnight belong to the day before and are told as the night's: 어제 새벽 1시 30분.
 */
export function formatWhen(at: number, now: Date): string {
  const then = new Date(at);
  const [day, today] = [dayAt(then), dayAt(now)];
  const days = dayNumber(day) - dayNumber(today);
  if (days !== 0 && days !== -1) return formatFull(day, today);
  const hour = then.getHours();
  const part = hour < 4 ? '새벽' : hour < 12 ? '오전' : '오후';
  return `${formatDay(day, today)} ${part} ${hour % 12 || 12}시 ${then.getMinutes()}분`;
}

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

/** Above so many times the mean a day is told by itself. */
const HEAVY = 1.5;

/**
 * 「하루 14–18문제, 약 9분씩입니다.」: the least and the most of some days, and what a day of them takes on average. What is overdue is
 * due today, so today may be much fuller than the others and is told apart: 「오늘 60문제, 내일부터 하루 10–14문제, 약 6분씩입니다.」
 */
export function dailyLoad(state: RecordState, days: readonly ForecastDay[], today: Day): string {
  const totals = days.map(({ due, fresh }) => due + fresh);
  const [first = 0, ...later] = totals;
  const isHeavy = days[0]?.day === today && first > HEAVY * meanOf(totals) && later.length > 0;
  if (!isHeavy) return `${rangeOf(totals)}, 약 ${minutesFor(state, meanOf(totals))}분씩입니다.`;
  return meanOf(later) === 0
    ? `오늘 ${first}문제, 약 ${minutesFor(state, first)}분입니다.`
    : `오늘 ${first}문제, 내일부터 ${rangeOf(later)}, 약 ${minutesFor(state, meanOf(later))}분씩입니다.`;
}

const meanOf = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0) / counts.length;

function rangeOf(counts: readonly number[]): string {
  const least = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  return `하루 ${least === most ? '' : `${least}–`}${most}문제`;
}
