/** Writes the record as one JSON file (docs/record-format.md); import-record.ts reads it. */

import type { StudyEvent } from '../../core/model/event.ts';
import type { NewerEvent } from './decode-event.ts';
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
  events: (StudyEvent | NewerEvent)[];
  unreadable?: unknown[];
}

export function exportRecord(course: string, contents: LogContents, exportedAt: number): ExportFile {
  const { events, newer, unreadable } = contents;
  const file = { format: EXPORT_FORMAT, version: EXPORT_VERSION, course, exportedAt } as const;
  return { ...file, events: [...events, ...newer], ...(unreadable.length > 0 && { unreadable }) };
}
