/** A calendar file (iCalendar, RFC 5545) with a daily event for the review, and one for the day of the exam. */

import type { Day } from '../model/event.ts';

interface Reminder {
  course: { id: string; title: string };
  /** Address of the review. */
  address: string;
  /** Day and time of the first event by the clock of whatever device shows it: 2026-11-30, 20:00. */
  from: Day;
  time: string;
  examDay: Day | null;
  /** When the file is made: 2026-11-29T09:05:06.000Z. */
  now: string;
}

/** Lines of at most 75 octets that end in CRLF. A file made later changes the events of an earlier one. */
export function reminderCalendar({ course, address, from, time, examDay, now }: Reminder): string {
  const event = (name: string, lines: string[]) => [
    'BEGIN:VEVENT',
    `UID:${name}-${encodeURIComponent(course.id)}@lecture-study`,
    `DTSTAMP:${compact(now.slice(0, 19))}Z`,
    `URL:${address.replace(/\s/g, encodeURIComponent)}`,
    'TRANSP:TRANSPARENT',
    ...lines,
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lecture-study//review reminder//KO',
    ...event('review', [
      `DTSTART:${compact(from)}T${compact(time)}00`,
      'DURATION:PT10M',
      'RRULE:FREQ=DAILY',
      `SUMMARY:${text(`${course.title} 복습`)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${text(`${course.title} 복습`)}`,
      'TRIGGER:PT0M',
      'END:VALARM',
    ]),
    ...(examDay
      ? event('exam', [`DTSTART;VALUE=DATE:${compact(examDay)}`, `SUMMARY:${text(`${course.title} 시험`)}`])
      : []),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 20261130 of 2026-11-30. */
const compact = (numbers: string): string => numbers.replace(/[-:]/g, '');

const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

const MOST_OCTETS = 75;

/** Goes on in the next line after a space, and never within a character. */
function folded(line: string): string {
  let [result, octets] = ['', 0];
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > MOST_OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
