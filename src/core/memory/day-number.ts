/** Calendar days as numbers: days since 1970-01-01 in the proleptic Gregorian calendar, without a clock. */

import type { Day } from '../model/event.ts';

export const DAY_MILLIS = 86_400_000;

/**
 * Days since 1970-01-01; NaN when the text is no day of the calendar (`2026-02-30`).
 * Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms (days_from_civil).
 */
export function dayNumber(day: string): number {
  const cached = numbers.get(day);
  if (cached !== undefined) return cached;
  const number = readDay(day);
  if (numbers.size >= MOST_KNOWN) numbers.clear();
  numbers.set(day, number);
  return number;
}

/** A cache: a record has many answers and few days. */
const numbers = new Map<string, number>();
const MOST_KNOWN = 5_000;

function readDay(day: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return Number.NaN;
  const number = fromCivil(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
  return dayOf(number) === day ? number : Number.NaN;
}

/** The inverse of `dayNumber`. */
export function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
}

function fromCivil(civilYear: number, month: number, date: number): number {
  const year = month <= 2 ? civilYear - 1 : civilYear;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
