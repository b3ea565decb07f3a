/** Reads a record file: refuses it as a whole with a reason (another course, a newer version, too large), or checks it event by event. */

import * as v from 'valibot';
import type { StudyEvent } from '../../core/model/event.ts';
import { breathing } from '../breathing.ts';
import { decodeEvent, type NewerEvent } from './decode-event.ts';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export-record.ts';

/** About 120,000 answers. Compare a file's size with it before reading the file. */
export const MOST_CHARACTERS = 40_000_000;
/** Entries between two looks at the time. */
const DECODED_AT_ONCE = 100;
/** Nesting of a whole file; an answer's own is less. */
const MOST_DEPTH = 48;

export type ImportProblem = 'too-large' | 'too-deep' | 'not-json' | 'foreign' | 'newer' | 'other-course';

export type Imported =
  /** Ready for `merge`. `message` is empty, or says that some entries could not be read. */
  | { status: 'ok'; events: (StudyEvent | NewerEvent)[]; unreadable: number; message: string }
  | { status: 'error'; problem: ImportProblem; message: string };

const MESSAGES: Record<ImportProblem, string> = {
  'too-large': '파일이 너무 큽니다. 이 앱에서 내보낸 학습 기록 파일이 맞는지 확인하세요.',
  'too-deep': '학습 기록 파일이 아닙니다. 이 앱에서 내보낸 파일을 고르세요.',
  'not-json': '파일이 깨졌거나 끝까지 저장되지 않았습니다. 원래 기기에서 다시 내보내 주세요.',
  foreign: '학습 기록 파일이 아닙니다. 이 앱에서 내보낸 파일을 고르세요.',
  newer: '더 새로운 버전에서 내보낸 파일입니다. 페이지를 새로 고친 뒤 다시 가져오세요.',
  'other-course': '다른 강의의 학습 기록입니다. 그 강의의 사이트에서 가져오세요.',
};

const head = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  course: v.string(),
});

/** Reads a file's text for a course; never rejects, changes nothing, and lets the page go on in between. */
export async function parseRecord(text: string, course: string): Promise<Imported> {
  const pause = breathing();
  if (text.length > MOST_CHARACTERS) return fail('too-large');
  // Before parsing: what is deep can be parsed and then breaks whatever walks or clones it.
  if (isDeep(text)) return fail('too-deep');
  await pause();
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('not-json');
  }
  if (!v.is(head, raw)) return fail('foreign');
  if (raw.version > EXPORT_VERSION) return fail('newer');
  if (raw.course !== course) return fail('other-course');
  const entries = (raw as { events?: unknown }).events;
  if (!Array.isArray(entries)) return fail('foreign');
  const events: (StudyEvent | NewerEvent)[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % DECODED_AT_ONCE === 0) await pause();
    const decoded = decodeEvent(entry);
    if (decoded.status !== 'unreadable' && decoded.event.course === course) events.push(decoded.event);
  }
  const unreadable = entries.length - events.length;
  const message =
    unreadable > 0
      ? `읽을 수 없는 기록 ${unreadable}건은 가져오지 않았습니다. 원래 파일을 지우지 말고 보관하세요.`
      : '';
  return { status: 'ok', events, unreadable, message };
}

/** For a file whose size is more than can be read. */
export const tooLarge = (): Imported => fail('too-large');

const fail = (problem: ImportProblem): Imported => ({ status: 'error', problem, message: MESSAGES[problem] });

/** Whether brackets outside strings nest deeper than any file of ours. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) {
      index = endOfString(text, index);
      if (index < 0) return false;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** Where the string that begins at `start` has its closing quote; -1 when it has none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}
