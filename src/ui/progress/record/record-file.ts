/** Saves the record as a file, and reads one. */

import { dayNumber } from '../../../core/memory/day-number.ts';
import { isPreferred, putDistinct } from '../../../core/memory/merge-events.ts';
import type { Day, StudyEvent } from '../../../core/model/event.ts';
import type { NewerEvent } from '../../../store/log/decode-event.ts';
import { exportRecord, type Imported, parseRecord } from '../../../store/log/record-file.ts';
import { noteExport } from '../../../store/study/persistence.ts';
import type { StudyRecord } from '../../../store/study/record.ts';
import { dayAt } from '../../../store/study/study-day.ts';

export interface Saved {
  events: number;
  /** Records no version can read, which the file holds apart. */
  unreadable: number;
  /** Whether all that is stored could be read. */
  isWhole: boolean;
}

/** Saves everything in the log as a file. */
export const saveRecord = (record: StudyRecord): Promise<Saved> =>
  giveRecord(record, async (pieces, name) => {
    saveFile(new Blob(pieces, { type: 'application/json' }), `${name}.json`);
  });

/** Whether the browser hands files to other apps, such as a messenger; of a kind that none of them refuses. */
export const canSendRecord = (): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [textFile([''], 'record')] });

/** Hands everything in the log to another app; rejects with an AbortError where the learner thinks better of it. */
export const sendRecord = (record: StudyRecord): Promise<Saved> =>
  giveRecord(record, (pieces, name) => navigator.share({ files: [textFile(pieces, name)] }));

const textFile = (pieces: BlobPart[], name: string): File =>
  new File(pieces, `${name}.txt`, { type: 'text/plain' });

async function giveRecord(
  record: StudyRecord,
  give: (pieces: string[], name: string) => Promise<void>,
): Promise<Saved> {
  const now = new Date();
  const contents = await record.contents();
  const name = `study-record-${record.course.replace(/[^\w-]+/g, '_')}-${dayAt(now)}`;
  await give(exportRecord(record.course, contents, now.getTime()), name);
  const { events, newer, unreadable, isWhole } = contents;
  if (isWhole) noteExport(now.getTime());
  return { events: events.length + newer.length, unreadable: unreadable.length, isWhole };
}

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

type AnyEvent = StudyEvent | NewerEvent;

export interface Preview {
  /** What the file would add or change. */
  events: AnyEvent[];
  /** How many of these the record has with another content, which they replace. */
  replacing: number;
  /** How many it has already. */
  existing: number;
  /** Days of the first and the last of `events`; null where there is none. */
  span: [first: Day, last: Day] | null;
  /** What of the file is not taken in; empty when all is. */
  message: string;
}

export type Read = { status: 'ok'; preview: Preview } | { status: 'error'; message: string };

/** What a file would add; changes nothing. */
export async function previewFile(record: StudyRecord, file: File): Promise<Read> {
  const read = await readFile(file, record.course);
  if (read.status === 'error') return read;
  const { events, newer } = await record.contents();
  const known = new Map<string, AnyEvent>();
  for (const list of [events, newer]) for (const event of list) putDistinct(known, event);
  const preview: Preview = { events: [], replacing: 0, existing: 0, span: null, message: messageOf(read) };
  const given = new Map<string, AnyEvent>();
  for (const event of read.events) putDistinct(given, event);
  for (const event of given.values()) {
    const other = known.get(event.id);
    if (other && !isPreferred(event, other)) {
      preview.existing += 1;
      continue;
    }
    if (other) preview.replacing += 1;
    preview.events.push(event);
    if (typeof event.day !== 'string' || Number.isNaN(dayNumber(event.day))) continue;
    const day = event.day as Day;
    const [first, last] = preview.span ?? [day, day];
    preview.span = [day < first ? day : first, day > last ? day : last];
  }
  return { status: 'ok', preview };
}

function messageOf({ unreadable, setApart }: Extract<Imported, { status: 'ok' }>): string {
  const left = unreadable + setApart;
  return left > 0
    ? `읽을 수 없는 기록 ${left}건은 가져오지 않았습니다. 원래 파일을 지우지 말고 보관하세요.`
    : '';
}

async function readFile(
  file: File,
  course: string,
): Promise<Imported | { status: 'error'; message: string }> {
  try {
    return await parseRecord(file, course);
  } catch {
    return { status: 'error', message: '파일을 읽지 못했습니다. 다시 골라 주세요.' };
  }
}
