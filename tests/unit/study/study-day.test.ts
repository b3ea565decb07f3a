/** The study day: it turns at 4 in the morning by the clock, whatever the time zone and on days when clocks are changed. */

import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../../src/core/memory/day-number.ts';
import { dayAt, followDay } from '../../../src/store/study/study-day.ts';
import { formatWhen } from '../../../src/ui/days.ts';

const home = process.env.TZ;
const MINUTE = 60_000;

afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Zones with and without summer time, with half hours, east and west of everything; Beirut and Santiago change at midnight. */
const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/Santiago',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

test.each(ZONES)('%s: 23:57, 00:02 and 03:59 are of one day, 04:00 of the next', (zone) => {
  process.env.TZ = zone;
  for (const month of [0, 2, 6, 9, 10]) {
    expect(dayAt(new Date(2026, month, 14, 23, 57))).toBe(dayAt(new Date(2026, month, 14, 12)));
    expect(dayAt(new Date(2026, month, 15, 0, 2))).toBe(dayAt(new Date(2026, month, 14, 12)));
    expect(dayAt(new Date(2026, month, 15, 3, 59, 59, 999))).toBe(dayAt(new Date(2026, month, 14, 12)));
    const next = dayAt(new Date(2026, month, 15, 4));
    expect(dayNumber(next)).toBe(dayNumber(dayAt(new Date(2026, month, 14, 12))) + 1);
  }
  expect(dayAt(new Date(2026, 10, 30, 23, 57))).toBe('2026-11-30');
  expect(dayAt(new Date(2027, 0, 1, 3, 59))).toBe('2026-12-31');
});

test.each(ZONES)('%s: over a year no day is skipped or comes twice, and each begins at 4', (zone) => {
  process.env.TZ = zone;
  let last = dayAt(new Date(2026, 0, 1, 12));
  const end = new Date(2027, 0, 1, 12).getTime();
  for (let at = new Date(2026, 0, 1, 12).getTime(); at <= end; at += 15 * MINUTE) {
    const day = dayAt(new Date(at));
    if (day === last) continue;
    expect(dayNumber(day)).toBe(dayNumber(last) + 1);
    const clock = new Date(at);
    expect([clock.getHours(), clock.getMinutes()]).toEqual([4, 0]);
    last = day;
  }
  expect(last).toBe('2027-01-01');
});

test('a clock beyond what an event can bear stays within it', () => {
  expect(dayAt(new Date(8.64e15))).toBe('9999-12-31');
  expect(dayAt(new Date(-8.64e15))).toBe('1970-01-01');
});

test('an open page goes on to the next day at 4 and not at midnight', () => {
  const listeners = { addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('document', listeners);
  vi.useFakeTimers({ now: new Date(2026, 10, 30, 23, 57) });
  const days: string[] = [];
  const stop = followDay((day) => days.push(day));
  vi.advanceTimersByTime(4 * 60 * MINUTE);
  expect(days).toEqual([]);
  vi.advanceTimersByTime(3 * MINUTE);
  expect(days).toEqual(['2026-12-01']);
  stop();
});

describe('moments', () => {
  const now = (date: number, hour: number, minute = 0) => new Date(2026, 10, date, hour, minute);
  test('of the night belong to the evening before', () => {
    expect(formatWhen(now(23, 23, 40).getTime(), now(24, 1))).toBe('오늘 오후 11시 40분');
    expect(formatWhen(now(24, 1, 30).getTime(), now(24, 3, 59))).toBe('오늘 새벽 1시 30분');
    expect(formatWhen(now(24, 1, 30).getTime(), now(24, 4))).toBe('어제 새벽 1시 30분');
    expect(formatWhen(now(24, 4).getTime(), now(25, 0, 2))).toBe('오늘 오전 4시 0분');
  });
  test('more than a year away have their year', () => {
    expect(formatWhen(new Date(2035, 0, 1, 9).getTime(), now(24, 9))).toBe('2035년 1월 1일 월요일');
    expect(formatWhen(new Date(2025, 10, 24, 9).getTime(), now(24, 9))).toBe('11월 24일 월요일');
    expect(formatWhen(new Date(2025, 10, 23, 9).getTime(), now(24, 9))).toBe('2025년 11월 23일 일요일');
  });
});
