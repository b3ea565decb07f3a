/**
 * What the dev server watches, the notes from the beginning and the app's own sources later, and how the notes in memory are kept equal to
 * those on disk.
 */

import path from 'node:path';
import type { Plugin } from 'vite';
import { courseName, isBelow, listFolder, stampOf } from '../folder.ts';
import type { Workspace } from '../workspace.ts';

// Keeps the notes in memory equal to those on disk. File watchers merge, delay and sometimes lose events: a file that is named is read at
// once, and after every event the whole folder is compared by names and modification times.

/** After an event the folder is compared when nothing has happened for a moment, and once more for what came late. */
const COMPARE_AFTER_MILLIS = [60, 1000];
/** After a batch was told, the next one waits for so many times as long as the telling took. */
const REST = 4;

export class FolderFollower {
  readonly #workspace: Workspace;
  readonly #onChange: (files: string[]) => unknown;
  readonly #onError: (error: unknown) => void;
  /** Of each file on disk when it was last read. */
  #stamps = new Map<string, string>();
  #changes = new Set<string>();
  #timers: NodeJS.Timeout[] = [];
  #queue: Promise<void> = Promise.resolve();
  #untold = new Set<string>();
  /** While changes are told, and for a rest after that. */
  #isTelling = false;
  #isStopped = false;

  /** `onChange` gets the names of files that were read again: at once, or while it takes long together with what follows. */
  constructor(
    workspace: Workspace,
    onChange: (files: string[]) => unknown,
    onError: (error: unknown) => void,
  ) {
    this.#workspace = workspace;
    this.#onChange = onChange;
    this.#onError = onError;
  }

  /** Reads the folder for the first time; what is written meanwhile is found by the comparison that follows. */
  load(): Promise<void> {
    this.#enqueue(async () => {
      this.#stamps = await this.#stampsNow();
      await this.#workspace.load({ draws: false });
      this.compareSoon();
    });
    return this.#queue;
  }

  /** Draws what the first page did not wait for. */
  drawRest(): void {
    for (const file of this.#workspace.undrawnFiles)
      this.#enqueue(async () => {
        if (!(await this.#workspace.draw(file))) return;
        this.#untold.add(file);
        this.#tell();
      });
  }

  /** Reads a file that was added, changed or removed; files that change while others are read make one batch. */
  fileChanged(onDisk: string): void {
    if (!onDisk.startsWith(this.#workspace.options.dir + path.sep)) return;
    this.#changes.add(onDisk);
    if (this.#changes.size === 1) {
      this.#enqueue(() => {
        const files = this.#changes;
        this.#changes = new Set();
        return this.#read(files);
      });
    }
    this.compareSoon();
  }

  /** Compares the folder with what was read from it, when nothing has happened for a moment. */
  compareSoon(): void {
    if (this.#isStopped) return;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = COMPARE_AFTER_MILLIS.map((millis) =>
      setTimeout(() => this.#enqueue(() => this.#compare()), millis).unref(),
    );
  }

  /** Compares no more; resolves when what was begun is done. */
  stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#isStopped = true;
    return this.#queue;
  }

  async #compare(): Promise<void> {
    const now = await this.#stampsNow();
    const gone = [...this.#stamps.keys()].filter((file) => !now.has(file));
    const changed = [...now.keys()].filter((file) => now.get(file) !== this.#stamps.get(file));
    await this.#read([...gone, ...changed]);
    // What is not of the course stays out of the next comparison, too.
    for (const file of gone) this.#stamps.delete(file);
  }

  async #read(files: Iterable<string>): Promise<void> {
    const { dir } = this.#workspace.options;
    const names: string[] = [];
    for (const file of files) {
      // Before the read: what is written between the two is read twice, not missed.
      const stamp = stampOf(file);
      if (await this.#workspace.take(file)) names.push(courseName(path.relative(dir, file)));
      if (stamp === null) this.#stamps.delete(file);
      else this.#stamps.set(file, stamp);
    }
    for (const name of names) this.#untold.add(name);
    this.#tell();
  }

  /** A checkout of thousands of files would compile the course hundreds of times, and send it as often to the open pages. */
  #tell(): void {
    if (this.#isTelling || this.#untold.size === 0 || this.#isStopped) return;
    this.#isTelling = true;
    const files = [...this.#untold];
    this.#untold.clear();
    const start = performance.now();
    const goOn = () => {
      this.#isTelling = false;
      this.#tell();
    };
    void new Promise((resolve) => resolve(this.#onChange(files)))
      .catch(this.#onError)
      .then(() => setTimeout(goOn, (performance.now() - start) * REST).unref());
  }

  async #stampsNow(): Promise<Map<string, string>> {
    const { files } = await listFolder(this.#workspace.options.dir);
    return new Map(
      [...files.values()].flatMap((file): [string, string][] => {
        const stamp = stampOf(file);
        return stamp === null ? [] : [[file, stamp]];
      }),
    );
  }

  #enqueue(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task).catch(this.#onError);
  }
}

// What the dev server watches: the notes from the beginning, and the app's own sources only some seconds after the start, since listing
// hundreds of files takes more than a tenth of the time to the first page. Nothing else: Vite reloads the open pages for every `.html` that
// is written, and what `npm run export` and `npm run build` write is no part of them, wherever it lies.

export function lateWatch(contentDir: string, afterMillis = 5_000): Plugin {
  /** Files and folders of the app; none before they are watched. */
  let sources: string[] = [];
  const isNote = (file: string) => isBelow(contentDir, file) && !file.endsWith('.html');
  const isWatched = (file: string) => isNote(file) || sources.some((source) => isBelow(source, file));
  return {
    name: 'late-watch',
    apply: 'serve',
    config: () => ({
      server: { watch: { ignored: (file: string) => !isWatched(path.normalize(file)) } },
    }),
    configureServer({ config: { root, publicDir, configFileDependencies }, httpServer, watcher }) {
      const watchSources = () => {
        const own = ['src', 'index.html'].map((name) => path.join(root, name));
        sources = [...own, publicDir, ...configFileDependencies].filter(Boolean).map(path.normalize);
        watcher.add(sources);
      };
      httpServer?.once('listening', () => setTimeout(watchSources, afterMillis).unref());
    },
  };
}
