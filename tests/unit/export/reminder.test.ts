/** The calendar file of the reminder, by the rules of RFC 5545. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reminderCalendar } from '../../../src/core/export/reminder.ts';
import type { Day } from '../../../src/core/model/event.ts';

const REMINDER = {
  course: { id: 'infra', title: 'MLOps 인프라' },
  address: 'https://example.org/notes/review/?go',
  from: '2026-11-30' as Day,
  time: '07:30',
  examDay: null,
  now: '2026-11-29T09:05:06.000Z',
};

/** Unfolds a file and reads its components: each event as its properties, parameters left in their names. */
function eventsOf(file: string): Record<string, string>[] {
  expect(file.endsWith('\r\n')).toBe(true);
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  }
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR']);
  const events: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'BEGIN') open.push(value);
    if (name === 'BEGIN' && value === 'VEVENT') events.push({});
    else if (name === 'END') expect(open.pop()).toBe(value);
    else if (open.at(-1) === 'VEVENT') Object.assign(events.at(-1) ?? {}, { [name]: value });
  }
  expect(open).toEqual([]);
  return events;
}

const unescaped = (value = '') => value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

test('comes every day at the time by the clock on the wall', () => {
  expect(eventsOf(reminderCalendar(REMINDER))).toEqual([
    {
      UID: 'review-infra@lecture-study',
      DTSTAMP: '20261129T090506Z',
      URL: 'https://example.org/notes/review/?go',
      TRANSP: 'TRANSPARENT',
      DTSTART: '20261130T073000',
      DURATION: 'PT10M',
      RRULE: 'FREQ=DAILY',
      SUMMARY: 'MLOps 인프라 복습',
    },
  ]);
});

test('names the day of the exam', () => {
  const [, exam] = eventsOf(reminderCalendar({ ...REMINDER, examDay: '2026-12-09' as Day }));
  expect(exam).toMatchObject({
    UID: 'exam-infra@lecture-study',
    'DTSTART;VALUE=DATE': '20261209',
    SUMMARY: 'MLOps 인프라 시험',
  });
});

test('any title and address is told whole, in lines of 75 octets', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(anything, anything, fc.webUrl(), (id, title, address) => {
      const [event] = eventsOf(reminderCalendar({ ...REMINDER, course: { id, title }, address }));
      const told = title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
      expect(unescaped(event?.SUMMARY)).toBe(`${told} 복습`);
      expect(event?.URL).toBe(address);
    }),
  );
});
