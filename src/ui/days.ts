/** Formats calendar days, and moments as seen from now, in Korean. */

import { dayNumber, dayOf } from '../core/memory/day-number.ts';
import type { Day } from '../core/model/event.ts';

const WEEKDAYS = '일월화수목금토';

/** 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Days since the Monday of the day's week: 0 for Monday, 6 for Sunday. */
export const fromMonday = (day: number): number => (weekday(day) + 6) % 7;

/** 오늘, 내일, 어제, or 11월 30일 월요일. */
export function formatDay(day: Day, today: number): string {
  const number = dayNumber(day);
  if (number === today) return '오늘';
  if (number === today + 1) return '내일';
  if (number === today - 1) return '어제';
  return formatFull(day);
}

/** 11월 30일 월요일. */
export const formatFull = (day: Day): string => `${formatShort(day)}요일`;

/** 11월 30일. */
export const formatDate = (day: Day): string => `${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일`;

/** 11월 30일 월. */
export const formatShort = (day: Day): string => `${formatDate(day)} ${WEEKDAYS[weekday(dayNumber(day))]}`;

/** 11/30. */
export const formatTick = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

/** 12월 5일 토요일 (12일 뒤). `due` is a day's number. */
export const formatDue = (due: number, today: Day): string =>
  `${formatFull(dayOf(due))} (${daysUntil(due - dayNumber(today))})`;

/** 오늘, 내일, 3일 뒤. */
export function daysUntil(days: number): string {
  if (days <= 0) return '오늘';
  return days === 1 ? '내일' : `${days}일 뒤`;
}

const DAY_MILLIS = 86_400_000;

/** A moment in the past in words, `at` in milliseconds since 1970: 어제 오후 9시 40분. */
export function formatWhen(at: number, now: Date): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const then = new Date(at);
  const hour = then.getHours();
  const time = `${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}시 ${then.getMinutes()}분`;
  if (at >= midnight) return `오늘 ${time}`;
  if (at >= midnight - DAY_MILLIS) return `어제 ${time}`;
  return `${then.getMonth() + 1}월 ${then.getDate()}일 ${WEEKDAYS[then.getDay()]}요일`;
}
