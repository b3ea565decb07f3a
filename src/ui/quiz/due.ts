/** When an item comes back, in words: 12월 5일 토요일 (12일 뒤). */

import { dayNumber } from '../../core/memory/day.ts';
import type { Day } from '../../core/model/event.ts';

const WEEKDAYS = '일월화수목금토';

/** `due` is a day's number; both days are the learner's calendar days. */
export function formatDue(due: number, today: Day): string {
  const date = new Date(due * 86_400_000);
  const name = `${date.getUTCMonth() + 1}월 ${date.getUTCDate()}일 ${WEEKDAYS[date.getUTCDay()]}요일`;
  return `${name} (${daysUntil(due - dayNumber(today))})`;
}

/** 오늘, 내일, 3일 뒤. */
export function daysUntil(days: number): string {
  if (days <= 0) return '오늘';
  return days === 1 ? '내일' : `${days}일 뒤`;
}
