/** Which files of the site a device stores: all of a small course, the area at hand of a large one, or only what was visited. */

import { NOTE_FILES, type SiteVersion } from '../model/site.ts';
import { isHashed, MISSING_FILE, revisionOf, UNREACHABLE_FILE } from './files.ts';

/** A course of at most so many transferred bytes is kept as a whole. */
export const SMALL_BYTES = 5_000_000;

/** `visited`: the learner saves data, or the device has no room. */
export type Thrift = 'everything' | 'area' | 'visited';

/** This much stays free, above all for the record of learning. */
const RESERVE_BYTES = 20_000_000;

export interface Device {
  /** The browser was asked to save data. */
  savesData: boolean;
  /** Bytes that the browser would still store; null when it does not say. */
  freeBytes: number | null;
}

export function thriftOf({ isSmall, bytes }: SiteVersion, { savesData, freeBytes }: Device): Thrift {
  if (savesData || (freeBytes !== null && freeBytes < bytes + RESERVE_BYTES)) return 'visited';
  return isSmall ? 'everything' : 'area';
}

/** Where a reader is, as the open page tells. */
export interface ReaderLocation {
  /** Path of the area at hand, `/docker/`; null where there is none. */
  area: string | null;
  /** Files that the open page has loaded. */
  loaded: readonly string[];
}

/** What a page tells the worker. */
export interface PageReport extends ReaderLocation {
  /** Whether the browser was asked to save data. */
  savesData: boolean;
}

/** What a page is told about the copy on its device. */
export interface OfflineCopy {
  thrift: Thrift;
  /** The area it was told of, of which everything is there unless only visited pages are kept; null for none. */
  area: string | null;
  /** Whether every file of the course is there. */
  isWhole: boolean;
}

/**
 * Files to keep, those first without which nothing works. `kept`: files on the device in whatever revision; what was
 * worth keeping once is kept up to date. Names no version has are left out.
 */
export function filesToStore(
  version: SiteVersion,
  thrift: Thrift,
  stored: ReadonlySet<string>,
  reader: ReaderLocation,
): string[] {
  const all = [...Object.keys(version.shell), ...Object.keys(version.notes)];
  const isThere = (file: string) => revisionOf(version, file) !== null;
  const first = [UNREACHABLE_FILE, MISSING_FILE, ...reader.loaded].filter(isThere);
  const again = all.filter((file) => stored.has(file) && !isHashed(file));
  const ofArea = reader.area === null ? [] : all.filter((file) => isOfArea(file, reader.area ?? ''));
  const extent: Record<Thrift, string[]> = {
    everything: all,
    area: [...Object.keys(version.shell), ...ofArea, ...again],
    visited: again,
  };
  return [...new Set([...first, ...extent[thrift]])];
}

/** Pages below an area's path, their data, and pictures beside its notes. */
function isOfArea(file: string, area: string): boolean {
  const name = area.slice(1, -1);
  if (name === '') return false;
  const folders = [`${name}/`, `data/${name}/`, `${NOTE_FILES}${name}/`];
  return file === `data/${name}.json` || folders.some((folder) => file.startsWith(folder));
}
