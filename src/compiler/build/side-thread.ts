/** A thread beside the build that takes tasks in turn, and what it has written. */

import { Worker } from 'node:worker_threads';
import type { Task } from './build-worker.ts';
import type { Ledger, WrittenFile } from './ledger.ts';

/** So many tasks may wait for the thread before the build waits for it, so that memory stays bounded. */
const MOST_WAITING = 4;

export class SideThread {
  #worker: Worker;
  #waiting = 0;
  #failure: Error | null = null;
  #wake = () => {};

  /** What the thread writes is noted in `ledger`. */
  constructor(file: string, ledger: Ledger) {
    this.#worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    this.#worker.on('message', (files: WrittenFile[]) => {
      for (const each of files) ledger.set(each.name, each);
      this.#waiting--;
      this.#wake();
    });
    this.#worker.on('error', (error: Error) => {
      this.#failure = error;
      this.#wake();
    });
  }

  /** Hands a task over; waits only while too many others are waiting. Throws what has failed. */
  async give(task: Task): Promise<void> {
    await this.#until(MOST_WAITING - 1);
    this.#waiting++;
    this.#worker.postMessage(task);
  }

  /** Waits until everything is done, and ends the thread. */
  async finish(): Promise<void> {
    try {
      await this.#until(0);
    } finally {
      await this.#worker.terminate();
    }
  }

  async #until(most: number): Promise<void> {
    while (this.#waiting > most && !this.#failure) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure) throw this.#failure;
  }
}
