/**
 * The append-only event log of one course. What cannot be stored is kept in memory, and the learner is told; other tabs are told that
 * there is something new to read.
 */

import { putDistinct } from '../../core/memory/merge-events.ts';
import type { StudyEvent } from '../../core/model/event.ts';
import { cacheName } from '../../core/offline/files.ts';
import { basePath } from '../site.ts';
import { inTime } from '../timing.ts';
import {
  Connection,
  canStore,
  databaseName,
  type LogDatabase,
  readRecords,
  type WriteResult,
  writeRecords,
} from './database.ts';
import { decodeEvent, type NewerEvent } from './decode-event.ts';
import * as states from './log-state.ts';

export interface LogContents {
  events: StudyEvent[];
  /** Events of a newer version: kept and exported, not counted. */
  newer: NewerEvent[];
  /** Records no version can read, as they are; they stay in the database. */
  unreadable: unknown[];
  /** Whether all that the database holds could be read; false where it cannot be opened. */
  isWhole: boolean;
  /** Number of the last record read, for `readSince`; what waits in memory has none. */
  upTo: number;
  state: states.LogState;
}

export interface Written {
  /** Events that were not there before. */
  added: number;
  /** Events that took the place of one with their id and another content. */
  replaced: number;
  state: states.LogState;
}

interface OpenOptions {
  /** How long the opening may take before the log goes on in memory; reading and writing may be silent for longer. */
  patienceMillis?: number;
}

type AnyEvent = StudyEvent | NewerEvent;

const PATIENCE_MILLIS = 3_000;
/** So many times as long a request may take: in a slow browser, or behind another tab that is storing a large file. */
const READ_PATIENCE = 3;
const WRITE_PATIENCE = 10;

/**
 * Opens the log; never rejects. What could not be stored is written as soon as the database can be had: a connection
 * that was lost (the browser closed it, or storage was cleared) is made again at the next write, and when the page is
 * seen again.
 */
export async function openLog(course: string, options: OpenOptions = {}): Promise<EventLog> {
  const log = new EventLog(course, options.patienceMillis ?? PATIENCE_MILLIS);
  await log.open();
  return log;
}

export class EventLog {
  readonly course: string;
  #state: states.LogState = states.missing();
  /** The state that the last reading has left, when it failed. */
  #unread: states.LogState | null = null;
  /** Events not stored yet, by id. */
  #waiting = new Map<string, AnyEvent>();
  /** Events of this visit that `decodeEvent` would not read back. */
  readonly #refused: StudyEvent[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  readonly #connection: Connection;
  readonly #patienceMillis: number;
  readonly #tabs: Tabs;
  readonly #listeners = new Set<() => void>();

  constructor(course: string, patienceMillis: number) {
    this.course = course;
    this.#patienceMillis = patienceMillis;
    this.#connection = new Connection(course, patienceMillis, {
      onState: (state) => this.#setState(state),
      onOpen: () => {
        if (this.#waiting.size > 0) void this.merge([]);
      },
    });
    this.#tabs = joinTabs(databaseName(course), () => this.#notify());
  }

  /** For `openLog`. */
  open(): Promise<void> {
    return this.#connection.open();
  }

  /** Tries once more what has failed: opens, stores what waits, and has its listeners read on. */
  async retry(): Promise<void> {
    await this.#connection.open({ afresh: true });
    await this.merge([]);
    this.#notify();
  }

  get state(): states.LogState {
    return this.#state;
  }

  /** Called when any tab has added events, or the state has changed: read on with `readSince`. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Stores events made here in one durable transaction, with those that wait from before. One that could not be read back is not
   * written, as it would be lost in silence: it is kept for exporting, and the learner is told.
   */
  append(events: readonly StudyEvent[]): Promise<Written> {
    const readable = events.filter((event) => decodeEvent(event).status === 'event');
    for (const event of events) if (!readable.includes(event)) this.#refused.push(event);
    if (readable.length < events.length) this.#setState(this.#state);
    return this.merge(readable);
  }

  /** Set union by id; of two contents of one id the same one stays, whichever came first. */
  merge(events: readonly AnyEvent[]): Promise<Written> {
    const written = this.#queue.then(() => this.#write(events));
    this.#queue = written;
    return written;
  }

  readAll(): Promise<LogContents> {
    return this.readSince(0);
  }

  /** What came after a number `upTo` returned; events that wait in memory are always among them. */
  async readSince(after: number): Promise<LogContents> {
    await this.#queue;
    const lists = { events: [], newer: [], unreadable: [] };
    const contents: LogContents = { ...lists, isWhole: true, upTo: after, state: this.#state };
    const add = (raw: unknown) => {
      const decoded = decodeEvent(raw);
      if (decoded.status === 'event') contents.events.push(decoded.event);
      else if (decoded.status === 'newer') contents.newer.push(decoded.event);
      else contents.unreadable.push(decoded.raw);
    };
    try {
      const { database } = this.#connection;
      contents.isWhole = database !== null || !canStore();
      const batches = database && readRecords(database, after);
      const next = () => batches && inTime(batches.next(), this.#patienceMillis * READ_PATIENCE);
      for (let batch = await next(); batch && !batch.done; batch = await next()) {
        for (const raw of batch.value.records) add(raw);
        contents.upTo = batch.value.upTo;
      }
      if (database && this.#state === this.#unread) this.#setState(states.OK);
    } catch (cause) {
      contents.isWhole = false;
      this.#unread = states.readFailed(cause);
      this.#setState(this.#unread);
      void this.#connection.renewIfLost();
    }
    for (const event of [...this.#waiting.values(), ...this.#refused]) add(event);
    return { ...contents, state: this.#state };
  }

  /** Waits for pending writes and closes the database. */
  async close(): Promise<void> {
    await this.#queue;
    this.#tabs.close();
    this.#connection.close();
  }

  async #write(events: readonly AnyEvent[]): Promise<Written> {
    const before = this.#waiting.size;
    for (const event of events) putDistinct(this.#waiting, event);
    // An opening that another tab holds up is not waited for again: it writes what waits when it is through.
    if (this.#waiting.size > 0 && !this.#connection.isOpening) await this.#connection.open();
    const { database } = this.#connection;
    const kept = (): Written => ({ added: this.#waiting.size - before, replaced: 0, state: this.#state });
    if (!database || this.#waiting.size === 0) {
      if (this.#waiting.size > before) this.#notify();
      return kept();
    }
    try {
      const written = await this.#store(database, [...this.#waiting.values()]);
      this.#waiting.clear();
      this.#setState(states.OK);
      if (written.added + written.replaced > 0) {
        this.#tabs.announce();
        this.#notify();
      }
      return { ...written, state: this.#state };
    } catch (cause) {
      // The database may have been lost meanwhile, which has said so already.
      if (this.#connection.database) this.#setState(states.writeFailed(cause));
      void this.#connection.renewIfLost();
      this.#notify();
      return kept();
    }
  }

  /** Once more where the course's own copy took the room. */
  async #store(database: LogDatabase, events: readonly AnyEvent[]): Promise<WriteResult> {
    const patience = this.#patienceMillis * WRITE_PATIENCE;
    try {
      return await writeRecords(database, events, patience);
    } catch (cause) {
      if (!(await makeRoom(cause))) throw cause;
      return writeRecords(database, events, patience);
    }
  }

  #setState(next: states.LogState): void {
    const state = next.status === 'ok' && this.#refused.length > 0 ? states.refused() : next;
    const isSame = state.status === this.#state.status && state.cause === this.#state.cause;
    this.#state = state;
    if (!isSame) this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

interface Tabs {
  announce: () => void;
  close: () => void;
}

/**
 * The log itself is the message. Without BroadcastChannel, which Firefox refuses where it refuses storage, tabs read each
 * other's events when they next read the log.
 */
function joinTabs(name: string, onNews: () => void): Tabs {
  let channel: BroadcastChannel | null = null;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = onNews;
  } catch {
    return { announce: () => {}, close: () => {} };
  }
  let isOpen = true;
  return {
    announce: () => {
      if (isOpen) channel.postMessage('appended');
    },
    close: () => {
      isOpen = false;
      channel.close();
    },
  };
}

/** True when room was freed: `cause` said that the device is full, and there was an offline copy. */
async function makeRoom(cause: unknown): Promise<boolean> {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  if (!isFull || typeof caches === 'undefined') return false;
  return caches.delete(cacheName(`${basePath()}/`)).catch(() => false);
}
