/** Saves the record as a file, and reads one; a file that is too large is refused before it is read. */

import { dayNumber } from '../../../core/memory/day-number.ts';
import type { Day, StudyEvent } from '../../../core/model/event.ts';
import type { NewerEvent } from '../../../store/log/decode-event.ts';
import { exportRecord } from '../../../store/log/export-record.ts';
import { type Imported, MOST_CHARACTERS, parseRecord, tooLarge } from '../../../store/log/import-record.ts';
import { noteExport } from '../../../store/study/persistence.ts';
import type { StudyRecord } from '../../../store/study/record.ts';
import { dayAt } from '../../../store/study/study-day.ts';

/** Saves everything in the log as a file; returns how many events it holds. */
export async function saveRecord(record: StudyRecord): Promise<number> {
  const now = new Date();
  const file = exportRecord(record.course, await record.contents(), now.getTime());
  const address = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `study-record-${record.course.replace(/[^\w-]+/g, '_')}-${dayAt(now)}.json`;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  noteExport(now.getTime());
  return file.events.length;
}

export interface Preview {
  /** Events that the record does not have yet. */
  events: (StudyEvent | NewerEvent)[];
  /** How many it has already. */
  existing: number;
  /** Days of the first and the last new event; null where there is none. */
  span: [first: Day, last: Day] | null;
  /** What could not be read; empty when all could. */
  message: string;
}

export type Read = { status: 'ok'; preview: Preview } | { status: 'error'; message: string };

/** What a file would add; changes nothing. */
export async function previewFile(record: StudyRecord, file: File): Promise<Read> {
  const read = await readFile(file, record.course);
  if (read.status === 'error') return read;
  const { events, newer } = await record.contents();
  const ids = new Set<string>();
  for (const list of [events, newer]) for (const { id } of list) ids.add(id);
  const preview: Preview = { events: [], existing: 0, span: null, message: read.message };
  for (const event of new Map(read.events.map((each) => [each.id, each])).values()) {
    if (ids.has(event.id)) preview.existing += 1;
    else preview.events.push(event);
    if (ids.has(event.id) || typeof event.day !== 'string' || Number.isNaN(dayNumber(event.day))) continue;
    const day = event.day as Day;
    const [first, last] = preview.span ?? [day, day];
    preview.span = [day < first ? day : first, day > last ? day : last];
  }
  return { status: 'ok', preview };
}

async function readFile(file: File, course: string): Promise<Imported> {
  // A character takes at least one byte, so the size of the file is enough to refuse it.
  if (file.size > MOST_CHARACTERS) return tooLarge();
  try {
    return await parseRecord(await file.text(), course);
  } catch {
    return { status: 'error', problem: 'not-json', message: '파일을 읽지 못했습니다. 다시 골라 주세요.' };
  }
}
