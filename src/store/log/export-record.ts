/** Writes the record as one JSON file (docs/record-format.md); import-record.ts reads it. */

import { isPlain } from './decode-event.ts';
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
