/**
 * Keeps the notes in memory equal to those on disk. A watcher merges, delays and now and then loses events; so what it
 * tells is taken at once, and after each stir the whole folder is compared, by names and stamps.
 */

import path from 'node:path';
import { courseName, listFolder, stampOf } from '../folder.ts';
import type { Workspace } from '../workspace.ts';

/** After a stir the folder is looked at when things have settled, and once more for what came late. */
const LOOKS_MILLIS = [60, 1000];

export class FolderFollower {
  readonly #workspace: Workspace;
  readonly #onTaken: (files: string[]) => void;
  readonly #onTrouble: (error: unknown) => void;
  /** Of each file on disk when it was last read. */
  #stamps = new Map<string, string>();
  #touched = new Set<string>();
  #looks: NodeJS.Timeout[] = [];
  #working: Promise<void> = Promise.resolve();
  #isStopped = false;

  /** `onTaken` is told the names of files that were read again, a batch at a time. */
  constructor(workspace: Workspace, onTaken: (files: string[]) => void, onTrouble: (error: unknown) => void) {
    this.#workspace = workspace;
    this.#onTaken = onTaken;
    this.#onTrouble = onTrouble;
  }

  /** Reads the folder for the first time; what is written meanwhile is found by the look that follows. */
  load(): Promise<void> {
    this.#enqueue(async () => {
      this.#stamps = await this.#stampsNow();
      await this.#workspace.load();
      this.lookSoon();
    });
    return this.#working;
  }

  /** Takes a file that was added, changed or removed; files that are touched while others are read make one batch. */
  touch(onDisk: string): void {
    if (!onDisk.startsWith(this.#workspace.options.dir + path.sep)) return;
    this.#touched.add(onDisk);
    if (this.#touched.size === 1) {
      this.#enqueue(() => {
        const touched = this.#touched;
        this.#touched = new Set();
        return this.#take(touched);
      });
    }
    this.lookSoon();
  }

  /** Compares the folder with what was read from it, when nothing has stirred for a moment. */
  lookSoon(): void {
    if (this.#isStopped) return;
    for (const look of this.#looks) clearTimeout(look);
    this.#looks = LOOKS_MILLIS.map((millis) =>
      setTimeout(() => this.#enqueue(() => this.#look()), millis).unref(),
    );
  }

  /** Looks no more; resolves when what was begun is done. */
  stop(): Promise<void> {
    for (const look of this.#looks) clearTimeout(look);
    this.#isStopped = true;
    return this.#working;
  }

  async #look(): Promise<void> {
    const now = await this.#stampsNow();
    const gone = [...this.#stamps.keys()].filter((file) => !now.has(file));
    const changed = [...now.keys()].filter((file) => now.get(file) !== this.#stamps.get(file));
    await this.#take([...gone, ...changed]);
    // What is not of the course stays out of the next comparison, too.
    for (const file of gone) this.#stamps.delete(file);
  }

  async #take(touched: Iterable<string>): Promise<void> {
    const { dir } = this.#workspace.options;
    const taken: string[] = [];
    for (const file of touched) {
      // Before the read: what is written between the two is read twice, not missed.
      const stamp = stampOf(file);
      if (await this.#workspace.take(file)) taken.push(courseName(path.relative(dir, file)));
      if (stamp === null) this.#stamps.delete(file);
      else this.#stamps.set(file, stamp);
    }
    if (taken.length > 0) this.#onTaken(taken);
  }

  async #stampsNow(): Promise<Map<string, string>> {
    const files = await listFolder(this.#workspace.options.dir);
    return new Map(
      [...files.values()].flatMap((file): [string, string][] => {
        const stamp = stampOf(file);
        return stamp === null ? [] : [[file, stamp]];
      }),
    );
  }

  #enqueue(task: () => Promise<void>): void {
    this.#working = this.#working.then(task).catch(this.#onTrouble);
  }
}
