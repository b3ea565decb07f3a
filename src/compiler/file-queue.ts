/** Collects small files and hands them to the writing thread in batches. */

import type { SideThread } from './side-thread.ts';

const BATCH_CHARACTERS = 250_000;

export class FileQueue {
  #thread: SideThread;
  #out: string;
  #files: [name: string, data: string][] = [];
  #size = 0;

  /** Names are below `out`. */
  constructor(thread: SideThread, out: string) {
    this.#thread = thread;
    this.#out = out;
  }

  async put(name: string, data: string): Promise<void> {
    this.#files.push([name, data]);
    this.#size += data.length;
    if (this.#size >= BATCH_CHARACTERS) await this.end();
  }

  /** Hands over what is left. */
  async end(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    this.#size = 0;
    if (files.length > 0) await this.#thread.give({ kind: 'write', out: this.#out, files });
  }
}
