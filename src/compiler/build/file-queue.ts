/** Collects small files and hands them to the writing thread in batches. */

import type { SideThread } from './side-thread.ts';

const BATCH_LENGTH = 250_000;

export class FileQueue {
  #thread: SideThread;
  #out: string;
  #files: [name: string, text: string][] = [];
  #length = 0;

  /** Names are below `out`. */
  constructor(thread: SideThread, out: string) {
    this.#thread = thread;
    this.#out = out;
  }

  async put(name: string, text: string): Promise<void> {
    this.#files.push([name, text]);
    this.#length += text.length;
    if (this.#length >= BATCH_LENGTH) await this.end();
  }

  /** Hands over what is left. */
  async end(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    this.#length = 0;
    // As text: the other thread has the time to encode it.
    if (files.length > 0) await this.#thread.give({ kind: 'write', out: this.#out, files });
  }
}
