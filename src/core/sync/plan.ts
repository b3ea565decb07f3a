/**
 * Which files a device gets and which it puts, from what the server lists, what is known of these files, and the log. A device writes
 * only files of its own name and never the same content for two: so any plain file server will do, and nothing has to be merged there.
 */

/** Events in a file, and characters of JSON, after which the next one is begun. */
export const MOST_EVENTS = 500;
export const MOST_CHARACTERS = 400_000;
/** A larger file is none of ours, and is not fetched. */
export const MOST_BYTES = 2_000_000;
/** So many files are looked at; ten devices have as many after a million answers. */
export const MOST_FILES = 4_000;

/** As the server lists it. */
export interface ListedFile {
  name: string;
  size: number;
  /** When it was written, in the server's words: only compared with itself. */
  at: string;
}

/** Why nothing can be had from a file as it stands on the server. */
export type FileFlaw = 'unreadable' | 'newer' | 'large';

/** What a device remembers of a file. */
export interface KnownFile extends Omit<ListedFile, 'at'> {
  /** Null of one that was just put, until it is listed. */
  at: string | null;
  /** What it holds, by `tokenOf`; of a flawed file what it held before. */
  tokens: readonly string[];
  /** The kind of the device that wrote it. */
  kind: DeviceKind | null;
  flaw?: FileFlaw;
}

export type DeviceKind = 'computer' | 'phone';

/** An event of the log, ready to be put. */
export interface LocalEvent {
  id: string;
  token: string;
  /** Its JSON. */
  text: string;
}

export interface PlannedFile {
  name: string;
  events: readonly LocalEvent[];
}

/** `<device>.<n>`: the device by 16 hexadecimal digits that stand for nothing else. */
const NAME = /^([0-9a-f]{16})\.(0|[1-9]\d{0,4})$/;

export const fileName = (device: string, number: number): string => `${device}.${number}`;

export function partsOf(name: string): { device: string; number: number } | null {
  const [, device, number] = NAME.exec(name) ?? [];
  return device === undefined ? null : { device, number: Number(number) };
}

/** The files of ours in a listing, each name once; whatever else lies there is counted and left alone. */
export function ownKind(listed: readonly ListedFile[]): { files: ListedFile[]; foreign: number } {
  const files = new Map<string, ListedFile>();
  let foreign = 0;
  for (const file of listed) {
    if (partsOf(file.name) === null || files.size >= MOST_FILES) foreign += 1;
    else files.set(file.name, file);
  }
  return { files: [...files.values()], foreign };
}

/**
 * Of the files that are known, those that are still listed: what was held by others only is sent again. A file that was put here is
 * listed for the first time.
 */
export function stillListed(
  known: ReadonlyMap<string, KnownFile>,
  listed: readonly ListedFile[],
): Map<string, KnownFile> {
  const still = new Map<string, KnownFile>();
  for (const { name, size, at } of listed) {
    const file = known.get(name);
    if (file) still.set(name, file.at === null && file.size === size ? { ...file, at } : file);
  }
  return still;
}

/** What is new or has changed, and what holds an event that the log has lost. Files of no size were emptied by their device. */
export function filesToGet(
  listed: readonly ListedFile[],
  known: ReadonlyMap<string, KnownFile>,
  hasEvent: (id: string) => boolean,
): ListedFile[] {
  return listed.filter(({ name, size, at }) => {
    const file = known.get(name);
    if (!file || file.size !== size || file.at !== at) return true;
    return !file.flaw && file.tokens.some((token) => !hasEvent(idOf(token)));
  });
}

/** What no file holds, in the order of the log. */
export function unsentEvents(
  known: ReadonlyMap<string, KnownFile>,
  log: ReadonlyMap<string, LocalEvent>,
): LocalEvent[] {
  const held = new Set<string>();
  for (const { flaw, tokens } of known.values()) if (!flaw) for (const token of tokens) held.add(token);
  return [...log.values()].filter(({ token }) => !held.has(token));
}

/**
 * What no file holds goes into the device's last file until that is full, then into the next. A device without any puts an empty one,
 * so that the others see it.
 */
export function filesToPut(
  device: string,
  known: ReadonlyMap<string, KnownFile>,
  log: ReadonlyMap<string, LocalEvent>,
): PlannedFile[] {
  const own = [...known].flatMap(([name, file]) => {
    const parts = partsOf(name);
    return parts?.device === device ? [{ number: parts.number, file }] : [];
  });
  own.sort((a, b) => a.number - b.number);
  const unsent = unsentEvents(known, log);
  if (unsent.length === 0 && own.length > 0) return [];
  const planned: PlannedFile[] = [];
  let next = 0;
  /** Fills a file that begins with `events`. */
  const fill = (number: number, events: LocalEvent[]) => {
    let length = events.reduce((sum, { text }) => sum + text.length, 0);
    const before = events.length;
    while (next < unsent.length && events.length < MOST_EVENTS) {
      const event = unsent[next];
      if (!event || (events.length > 0 && length + event.text.length > MOST_CHARACTERS)) break;
      events.push(event);
      length += event.text.length;
      next += 1;
    }
    if (events.length > before || own.length === 0) planned.push({ name: fileName(device, number), events });
  };
  for (const { number, file } of own) {
    const events = file.tokens.map((token) => log.get(idOf(token)));
    // What the log has lost is only there: it is not written over.
    if (events.some((event) => event === undefined)) continue;
    if (file.flaw === 'unreadable') fill(number, []);
    else if (number === own.at(-1)?.number && !file.flaw)
      fill(
        number,
        events.filter((event) => event !== undefined),
      );
  }
  for (
    let number = (own.at(-1)?.number ?? -1) + 1;
    next < unsent.length || planned.length + own.length === 0;
    number += 1
  )
    fill(number, []);
  return planned;
}

/** `id hash`: of two contents of one id, which only a forgery has, the one that this device keeps is sent, too. */
export const tokenOf = (id: string, hash: string): string => `${id} ${hash}`;
const idOf = (token: string): string => token.slice(0, token.lastIndexOf(' '));

export interface SyncDevice {
  device: string;
  kind: DeviceKind | null;
  /** When it last wrote, in the server's words. */
  at: string | null;
  isOwn: boolean;
}

/** The devices that have files, this one first; who has emptied its files has left. */
export function devicesOf(known: ReadonlyMap<string, KnownFile>, own: string): SyncDevice[] {
  const devices = new Map<string, SyncDevice & { number: number }>();
  for (const [name, { at, kind, size }] of known) {
    const parts = partsOf(name);
    if (!parts || size === 0) continue;
    const { device, number } = parts;
    const before = devices.get(device);
    if (!before || before.number < number)
      devices.set(device, { device, number, at, kind: kind ?? before?.kind ?? null, isOwn: device === own });
  }
  return [...devices.values()].sort(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || (a.device < b.device ? -1 : 1),
  );
}
