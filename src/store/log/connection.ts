/** The connection to the database of one course. It can be lost in many ways, and is opened again when it is needed. */

import { type LogDatabase, openDatabase } from './database.ts';
import * as states from './log-state.ts';

export interface ConnectionListener {
  onState: (state: states.LogState) => void;
  /** The database can be used, for the first time or again. */
  onOpen: () => void;
}

export class Connection {
  /** Null while there is none. */
  database: LogDatabase | null = null;
  readonly #course: string;
  readonly #patienceMillis: number;
  readonly #listener: ConnectionListener;
  /** While the database is being opened, for however long another tab holds it up. */
  #opening: Promise<void> | null = null;
  #isClosed = false;
  readonly #onSeen = () => {
    if (document.visibilityState === 'visible') void this.open();
  };

  constructor(course: string, patienceMillis: number, listener: ConnectionListener) {
    this.#course = course;
    this.#patienceMillis = patienceMillis;
    this.#listener = listener;
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.#onSeen);
  }

  get isOpening(): boolean {
    return this.#opening !== null;
  }

  /** Opens the database unless it is open. Resolves when it is, has failed, or patience has run out; never rejects. */
  async open(): Promise<void> {
    if (this.database || this.#isClosed || typeof indexedDB === 'undefined') return;
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null;
    });
    let patience: ReturnType<typeof setTimeout> | undefined;
    // Not only on `blocked`: an opening that waits behind another tab's deletion, or hangs, hears nothing at all.
    const late = new Promise<boolean>((resolve) => {
      patience = setTimeout(resolve, this.#patienceMillis, true);
    });
    if (await Promise.race([this.#opening, late])) this.#listener.onState(states.blocked());
    clearTimeout(patience);
  }

  /** After a failure: some browsers lose connections without saying so. Opens anew; resolves as `open` does. */
  async renewIfLost(): Promise<void> {
    try {
      this.database?.transaction('events');
    } catch {
      this.database?.close();
      this.database = null;
      await this.open();
    }
  }

  close(): void {
    this.#isClosed = true;
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', this.#onSeen);
    this.database?.close();
    this.database = null;
  }

  async #connect(): Promise<void> {
    const onReleased = (isDeleted: boolean) => this.#lose(isDeleted ? states.closed(null) : states.newer());
    const onTerminated = () => this.#lose(states.closed({ name: 'terminated' }));
    try {
      const database = await openDatabase(this.#course, { onReleased, onTerminated });
      if (this.#isClosed) return database.close();
      this.database = database;
      this.#listener.onState(states.OK);
      this.#listener.onOpen();
    } catch (cause) {
      // Private windows of some browsers throw at once, others reject.
      this.#lose(states.isVersionError(cause) ? states.newer() : states.closed(cause));
    }
  }

  #lose(state: states.LogState): void {
    this.database = null;
    this.#listener.onState(state);
  }
}
