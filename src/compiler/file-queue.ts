/** Collects small files and hands them to the writing thread in batches. */

import type { SideThread } from './side-thread.ts';

const BATCH_BYTES = 250_000;

const encoder = new TextEncoder();

export class FileQueue {
  #thread: SideThread;
  #out: string;
  #files: [name: string, data: Uint8Array<ArrayBuffer>][] = [];
  #size = 0;

  /** Names are below `out`. */
  constructor(thread: SideThread, out: string) {
    this.#thread = thread;
    this.#out = out;
  }

  async put(name: string, data: string): Promise<void> {
    const bytes = encoder.encode(data);
    this.#files.push([name, bytes]);
    this.#size += bytes.length;
    if (this.#size >= BATCH_BYTES) await this.end();
  }

  /** Hands over what is left. */
  async end(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    this.#size = 0;
    if (files.length === 0) return;
    // Bytes change hands without being copied.
    const handedOver = files.map(([, { buffer }]) => buffer);
    await this.#thread.give({ kind: 'write', out: this.#out, files }, handedOver);
  }
}
