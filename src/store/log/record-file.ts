/**
 * The record as one JSON file (docs/record-format.md). It is written in pieces, and read piece by piece, whatever its size: refused as a
 * whole with a reason (another course, a newer version, no record at all), or checked event by event.
 */

import * as v from 'valibot';
import type { StudyEvent } from '../../core/model/event.ts';
import { breathing } from '../timing.ts';
import { decodeEvent, isPlain, type NewerEvent } from './decode-event.ts';
import type { LogContents } from './event-log.ts';

export const EXPORT_FORMAT = 'lecture-study-record';
export const EXPORT_VERSION = 1;

/** What a file holds. `unreadable` is for recovery by hand and is not imported. */
export interface ExportFile {
  format: typeof EXPORT_FORMAT;
  version: number;
  course: string;
  /** Milliseconds since 1970. */
  exportedAt: number;
  events: unknown[];
  unreadable?: unknown[];
}

/** Records in one piece of the file. */
const PIECE = 500;

/** The text of the file in pieces, since a long record does not fit into one string; never throws. */
export function exportRecord(
  course: string,
  { events, newer, unreadable }: Pick<LogContents, 'events' | 'newer' | 'unreadable'>,
  exportedAt: number,
): string[] {
  const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION, course, exportedAt };
  const pieces = [`${JSON.stringify(head).slice(0, -1)},"events":[`];
  addRecords(pieces, [events, newer]);
  if (unreadable.length > 0) {
    pieces.push('],"unreadable":[');
    addRecords(pieces, [unreadable]);
  }
  pieces.push(']}');
  return pieces;
}

function addRecords(pieces: string[], lists: readonly (readonly unknown[])[]): void {
  let piece: string[] = [];
  let isFirst = true;
  const close = () => {
    if (piece.length > 0) pieces.push((isFirst ? '' : ',') + piece.join());
    isFirst &&= piece.length === 0;
    piece = [];
  };
  for (const list of lists)
    for (const record of list) {
      piece.push(textOf(record));
      if (piece.length === PIECE) close();
    }
  close();
}

/** JSON of a record; what JSON cannot hold, or nests too deep for a file, is a string that describes it. */
function textOf(record: unknown): string {
  try {
    if (isPlain(record, Number.POSITIVE_INFINITY)) return JSON.stringify(record);
    return JSON.stringify(describe(record));
  } catch {
    return JSON.stringify(String(record));
  }
}

/**
 * A line for each object in a value, numbered, so that neither depth nor circles matter:
 *
 *     #0
 *     #0 Object {"id": "a", "count": 12n, "next": #1}
 *     #1 Map [#2]
 */
function describe(value: unknown): string {
  const numbers = new Map<object, number>();
  const name = (each: unknown): string => {
    if (typeof each === 'string') return JSON.stringify(each);
    if (typeof each === 'bigint') return `${each}n`;
    if (typeof each !== 'object' || each === null) return String(each);
    const number = numbers.get(each) ?? numbers.size;
    numbers.set(each, number);
    return `#${number}`;
  };
  const lines = [name(value)];
  // What is named meanwhile comes later in the same loop.
  for (const [each, number] of numbers) {
    const kind = Object.prototype.toString.call(each).slice('[object '.length, -1);
    lines.push(`#${number} ${kind} ${insideOf(each, name)}`);
  }
  return lines.join('\n');
}

function insideOf(value: object, name: (inner: unknown) => string): string {
  if (value instanceof Date || value instanceof RegExp || value instanceof Error) return name(String(value));
  if (value instanceof ArrayBuffer) return `[${new Uint8Array(value).join()}]`;
  if (Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set)
    return `[${Array.from(value as Iterable<unknown>, name).join(', ')}]`;
  const fields = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${name(inner)}`);
  return `{${fields.join(', ')}}`;
}

type ImportProblem = 'not-json' | 'foreign' | 'newer' | 'other-course';

export type Imported =
  | {
      status: 'ok';
      /** Ready for `merge`. */
      events: (StudyEvent | NewerEvent)[];
      /** Entries that no event of this course could be read from. */
      unreadable: number;
      /** Entries that the exporting device could not read and set apart; they are in the file only. */
      setApart: number;
    }
  | { status: 'error'; problem: ImportProblem; message: string };

const MESSAGES: Record<ImportProblem, string> = {
  'not-json': '파일이 깨졌거나 끝까지 저장되지 않았습니다. 원래 기기에서 다시 내보내 주세요.',
  foreign: '학습 기록 파일이 아닙니다. 이 앱에서 내보낸 파일을 고르세요.',
  newer: '더 새로운 버전에서 내보낸 파일입니다. 페이지를 새로 고친 뒤 다시 가져오세요.',
  'other-course': '다른 강의의 학습 기록입니다. 그 강의의 사이트에서 가져오세요.',
};

/** Of the file without its entries, each of which is a 0 there. */
const HEAD = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  course: v.string(),
  events: v.unknown(),
  unreadable: v.optional(v.unknown()),
});

/** Characters between two looks at the time. */
const AT_ONCE = 65_536;

/** Reads a file for a course; rejects only when the file cannot be read, changes nothing, and lets the page go on in between. */
export async function parseRecord(file: string | Blob, course: string): Promise<Imported> {
  const pause = breathing();
  const events: (StudyEvent | NewerEvent)[] = [];
  const scanner = new EntryScanner({
    onList: () => {
      events.length = 0;
    },
    onEntry: (entry) => {
      const decoded = decodeEvent(entry);
      if (decoded.status !== 'unreadable' && decoded.event.course === course) events.push(decoded.event);
    },
  });
  for await (const text of piecesOf(file)) {
    for (let from = 0; from < text.length; from += AT_ONCE) {
      const problem = scanner.read(text.slice(from, from + AT_ONCE));
      if (problem) return fail(problem);
      await pause();
    }
  }
  const head = scanner.finish();
  if (head === undefined) return fail('not-json');
  if (!v.is(HEAD, head)) return fail('foreign');
  if (head.version > EXPORT_VERSION) return fail('newer');
  if (head.course !== course) return fail('other-course');
  if (!Array.isArray(head.events)) return fail('foreign');
  const setApart = Array.isArray(head.unreadable) ? head.unreadable.length : 0;
  return { status: 'ok', events, unreadable: head.events.length - events.length, setApart };
}

const fail = (problem: ImportProblem): Imported => ({ status: 'error', problem, message: MESSAGES[problem] });

/** Bytes of a file that are read at once. */
const SLICE = 4_194_304;

/** The text of a file, which may be longer than a string can be. */
async function* piecesOf(file: string | Blob): AsyncGenerator<string> {
  if (typeof file === 'string') {
    yield file.replace(/^\uFEFF/, '');
    return;
  }
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += SLICE)
    yield decoder.decode(await file.slice(at, at + SLICE).arrayBuffer(), { stream: true });
  yield decoder.decode();
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;

/** An entry that nests deeper, or is longer, is none of ours, and is not even parsed. */
const MOST_DEPTH = 64;
const MOST_CHARACTERS = 200_000_000;
/** Nothing that was ever exported nests so deep. */
const NO_RECORD = 20_000;

interface EntryListener {
  /** A list of entries begins; what came before was of another one of the same name, which does not count. */
  onList: () => void;
  /** An entry of `events` that is an object or a list; null for one that is too deep or too long. */
  onEntry: (entry: unknown) => void;
}

/**
 * Goes through `{"format":…,"events":[{…},{…}],"unreadable":[…]}` and cuts out the entries, which JSON.parse then reads one
 * by one: what is left, `{"format":…,"events":[0,0],"unreadable":[0]}`, is short.
 */
class EntryScanner {
  readonly #listener: EntryListener;
  #skeleton = '';
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isInEvents = false;
  /** Of the entry that is being read; `pieces` is null where it is left out. */
  #entry: { pieces: string[] | null; length: number } | null = null;
  #isBroken = false;

  constructor(listener: EntryListener) {
    this.#listener = listener;
  }

  /** Reads on; says what is wrong as soon as it is certain. */
  read(text: string): ImportProblem | null {
    if (/^\s*$/.test(this.#skeleton) && /^\s*[^\s{]/.test(text)) return 'foreign';
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#isInString = false;
      } else if (code === QUOTE) this.#isInString = true;
      else if (isOpening(code)) {
        if (this.#depth < 3 && !this.#entry) from = this.#open(text, from, at);
        this.#depth += 1;
        if (this.#depth > NO_RECORD) return 'foreign';
        if (this.#entry && this.#depth > MOST_DEPTH) this.#entry.pieces = null;
      } else if (isClosing(code)) {
        this.#depth -= 1;
        if (this.#entry && this.#depth === 2) from = this.#close(text, from, at + 1);
      }
    }
    this.#take(text.slice(from));
    return this.#isBroken ? 'not-json' : null;
  }

  /** The file without its entries; undefined when it is not JSON. */
  finish(): unknown {
    if (this.#isBroken || this.#entry) return undefined;
    try {
      return JSON.parse(this.#skeleton);
    } catch {
      return undefined;
    }
  }

  #take(text: string): void {
    if (!this.#entry) this.#skeleton += text;
    else {
      this.#entry.length += text.length;
      if (this.#entry.length > MOST_CHARACTERS) this.#entry.pieces = null;
      this.#entry.pieces?.push(text);
    }
  }

  /** A bracket at a depth from 0 to 2 opens; returns where the text that is not taken yet begins. */
  #open(text: string, from: number, at: number): number {
    this.#take(text.slice(from, at));
    if (this.#depth === 1) {
      this.#isInEvents = /(?<!\\)"events"\s*:\s*$/.test(this.#skeleton.slice(-200));
      if (this.#isInEvents) this.#listener.onList();
    }
    if (this.#depth === 2) this.#entry = { pieces: this.#isInEvents ? [] : null, length: 0 };
    return at;
  }

  #close(text: string, from: number, end: number): number {
    this.#take(text.slice(from, end));
    const pieces = this.#entry?.pieces;
    this.#entry = null;
    this.#skeleton += '0';
    try {
      if (this.#isInEvents) this.#listener.onEntry(pieces ? JSON.parse(pieces.join('')) : null);
    } catch {
      this.#isBroken = true;
    }
    return end;
  }
}
