/** A thread beside the build that takes tasks in turn. */

import { Worker } from 'node:worker_threads';
import type { Task } from './build-worker.ts';

/** So many tasks may wait for the thread before the build waits for it, so that memory stays bounded. */
const MOST_WAITING = 4;

export class SideThread {
  #worker: Worker;
  #waiting = 0;
  #failure: Error | null = null;
  #wake = () => {};

  constructor(file: string) {
    this.#worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    this.#worker.on('message', () => {
      this.#waiting--;
      this.#wake();
    });
    this.#worker.on('error', (error: Error) => {
      this.#failure = error;
      this.#wake();
    });
  }

  /**
   * Hands a task over, and with it the memory of `handedOver`; waits only while too many others are waiting. Throws what
   * has failed.
   */
  async give(task: Task, handedOver: ArrayBuffer[] = []): Promise<void> {
    await this.#until(MOST_WAITING - 1);
    this.#waiting++;
    this.#worker.postMessage(task, handedOver);
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
