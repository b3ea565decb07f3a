/**
 * One run: get what others have put, merge it into the log, put what nobody has. Nothing it does can lose an event, wherever it is cut
 * off: the log is only added to, files are remembered after what they hold is in the log, and what is forgotten is got again.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StudyEvent } from '../../core/model/event.ts';
import {
  type DeviceKind,
  devicesOf,
  type FileFlaw,
  filesToGet,
  filesToPut,
  type KnownFile,
  type ListedFile,
  type LocalEvent,
  MOST_BYTES,
  ownKind,
  type PlannedFile,
  type SyncDevice,
  stillListed,
  tokenOf,
} from '../../core/sync/plan.ts';
import { decodeEvent, type NewerEvent } from '../log/decode-event.ts';
import type { StudyRecord } from '../study/record.ts';
import { breathing } from '../timing.ts';
import { openBox, type SyncKeys, seal } from './box.ts';
import type { Remote } from './remote.ts';

export type AnyEvent = StudyEvent | NewerEvent;

/** What a device remembers of the files of one folder. */
interface FileMemory {
  read: () => Promise<Map<string, KnownFile>>;
  write: (files: readonly KnownFile[]) => Promise<void>;
}

type SyncedRecord = Pick<StudyRecord, 'course' | 'merge' | 'contents'>;

export interface SyncPlace {
  record: SyncedRecord;
  remote: Remote;
  keys: SyncKeys;
  files: FileMemory;
  /** This device's name in the folder. */
  device: string;
  kind: DeviceKind;
}

export interface SyncResult {
  devices: SyncDevice[];
  /** Events that came. */
  added: number;
  /** Files that were skipped, by why; `foreign` are none of ours by their name. */
  skipped: Record<FileFlaw | 'foreign', number>;
  /** Files that change while they are read; the next run gets them. */
  isUnfinished: boolean;
}

/** Requests at once: a phone's network takes long for each. */
const AT_ONCE = 6;

/** The log as it is to be put; read on from run to run. */
export class LocalEvents {
  readonly byId = new Map<string, LocalEvent>();
  #upTo = 0;

  async readOn(record: SyncedRecord): Promise<void> {
    const pause = breathing();
    const { events, newer, upTo } = await record.contents(this.#upTo);
    this.#upTo = upTo;
    for (const list of [events, newer])
      for (const event of list) {
        this.byId.set(event.id, localEvent(event));
        await pause();
      }
  }
}

function localEvent(event: AnyEvent): LocalEvent {
  const text = JSON.stringify(event);
  return { id: event.id, token: tokenOf(event.id, hash32(text)), text };
}

/** FNV-1a: it tells two contents of one id apart, and protects against nobody. */
function hash32(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Rejects with a RemoteError; what was done until then stays done. */
export async function syncOnce(place: SyncPlace, local: LocalEvents): Promise<SyncResult> {
  const { record, remote, files } = place;
  await local.readOn(record);
  const { files: listed, foreign } = ownKind(await remote.list());
  const remembered = await files.read();
  const known = stillListed(remembered, listed);
  const justListed = [...known.values()].filter(({ name, at }) => remembered.get(name)?.at !== at);
  const toGet = filesToGet(listed, known, (id) => local.byId.has(id));
  const got = await getFiles(place, toGet, known);
  const events = got.flatMap((file) => file.events);
  if (events.length > 0) {
    await record.merge(events);
    await local.readOn(record);
  }
  for (const { file } of got) known.set(file.name, file);
  await files.write([...justListed, ...got.map(({ file }) => file)]);
  for (const planned of filesToPut(place.device, known, local.byId)) {
    const file = await putFile(place, planned);
    known.set(file.name, file);
    await files.write([file]);
  }
  const flaws = (flaw: FileFlaw) => [...known.values()].filter((file) => file.flaw === flaw).length;
  return {
    devices: devicesOf(known, place.device),
    added: events.length,
    skipped: { foreign, unreadable: flaws('unreadable'), newer: flaws('newer'), large: flaws('large') },
    isUnfinished: got.length < toGet.length,
  };
}

export interface GotFile {
  file: KnownFile;
  events: AnyEvent[];
}

/** Opens files; one that went or changed on the way is left for the next time. */
export async function getFiles(
  { remote, keys, record }: Pick<SyncPlace, 'remote' | 'keys' | 'record'>,
  listed: readonly ListedFile[],
  known: ReadonlyMap<string, KnownFile>,
): Promise<GotFile[]> {
  const pause = breathing();
  const got: GotFile[] = [];
  const waiting = listed.values();
  const getInTurn = async () => {
    for (const each of waiting) {
      const { name, size } = each;
      const before = known.get(name);
      const flawed = (flaw: FileFlaw): GotFile => ({
        file: { ...each, tokens: before?.tokens ?? [], kind: before?.kind ?? null, flaw },
        events: [],
      });
      if (size === 0) {
        got.push({ file: { ...each, tokens: [], kind: before?.kind ?? null }, events: [] });
        continue;
      }
      if (size > MOST_BYTES) {
        got.push(flawed('large'));
        continue;
      }
      const bytes = await remote.get(name);
      if (bytes === null) continue;
      const opened = await openBox(keys.box, name, bytes);
      const read = 'text' in opened ? readEvents(opened.text, record.course) : opened;
      if (!('flaw' in read))
        got.push({ file: { ...each, tokens: read.tokens, kind: read.kind }, events: read.events });
      // Of another length, it is being written, or somebody answers in the server's place.
      else if (bytes.length === size) got.push(flawed(read.flaw));
      await pause();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, getInTurn));
  return got;
}

/** `{"kind":"phone","events":[…]}` */
function readEvents(text: string, course: string) {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { flaw: 'unreadable' } as const;
  }
  const { kind, events: given } = (body ?? {}) as Record<string, unknown>;
  if (!Array.isArray(given)) return { flaw: 'unreadable' } as const;
  const events: AnyEvent[] = [];
  for (const raw of given) {
    const decoded = decodeEvent(raw);
    if (decoded.status !== 'unreadable' && decoded.event.course === course) events.push(decoded.event);
  }
  const tokens = events.map((event) => localEvent(event).token);
  return { events, tokens, kind: kind === 'phone' || kind === 'computer' ? kind : null } as const;
}

async function putFile({ remote, keys, kind }: SyncPlace, { name, events }: PlannedFile): Promise<KnownFile> {
  const text = `{"kind":${JSON.stringify(kind)},"events":[${events.map((event) => event.text).join()}]}`;
  const box = await seal(keys.box, name, text);
  await remote.put(name, box);
  return { name, size: box.length, at: null, tokens: events.map(({ token }) => token), kind };
}

/** Writes nothing over each of this device's files: the others send what only they held, if they have merged it. */
export async function emptyOwnFiles({ remote, files, device }: SyncPlace): Promise<void> {
  const known = [...(await files.read()).values()].filter(({ name }) => name.startsWith(`${device}.`));
  for (const { name } of known) await remote.put(name, new Uint8Array());
}

/**
 * What this device knows of the synced files, in IndexedDB, with its name in the folder. They are lost together or not at all: a device
 * that has forgotten its files takes another name, so that it writes over none of them.
 */
interface MemorySchema extends DBSchema {
  /** By `<folder>/<file>`; the device's name by `<folder>/`. */
  files: { key: string; value: KnownFile | string };
}

interface FolderMemory extends FileMemory {
  device: string;
}

let opening: Promise<IDBPDatabase<MemorySchema>> | null = null;

const openMemory = (course: string): Promise<IDBPDatabase<MemorySchema>> => {
  opening ??= openDB<MemorySchema>(`study-sync/${course}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('files'),
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  }).catch((cause) => {
    opening = null;
    throw cause;
  });
  return opening;
};

/** The memory of one folder; rejects where the browser stores nothing. */
export async function folderMemory(course: string, folder: string): Promise<FolderMemory> {
  const database = await openMemory(course);
  const transaction = database.transaction('files', 'readwrite');
  const own = `${folder}/`;
  const stored = await transaction.store.get(own);
  const device = typeof stored === 'string' ? stored : freshName();
  if (device !== stored) await transaction.store.put(device, own);
  await transaction.done;
  return {
    device,
    async read() {
      const found = await (await openMemory(course)).getAll(
        'files',
        IDBKeyRange.bound(own, `${own}\uffff`, true),
      );
      return new Map(found.flatMap((file) => (typeof file === 'string' ? [] : [[file.name, file] as const])));
    },
    async write(files) {
      const writing = (await openMemory(course)).transaction('files', 'readwrite');
      await Promise.all(files.map((file) => writing.store.put(file, own + file.name)));
      await writing.done;
    },
  };
}

/** Forgets all folders. */
export async function forgetFolders(course: string): Promise<void> {
  await (await openMemory(course)).clear('files');
}

const freshName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
