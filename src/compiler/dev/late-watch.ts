/**
 * Watches the app's own sources only once the first page is out: taking note of its hundreds of files took a tenth of a
 * start that an author waits for. The notes are watched from the beginning.
 */

import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { isBelow } from '../folder.ts';

/** After the first page, for its scripts to come; where none is asked for, after the start. */
const PAGE_MILLIS = 3_000;
const START_MILLIS = 10_000;

export class LateWatch {
  readonly #contentDir: string;
  #isAwake = false;

  constructor(contentDir: string) {
    this.#contentDir = contentDir;
  }

  /** For the watcher's list of what it passes over. */
  readonly passesOver = (file: string): boolean =>
    !this.#isAwake && !isBelow(this.#contentDir, path.normalize(file));

  /** Begins when the first page has been answered for a while. */
  begin(server: ViteDevServer): void {
    const wake = () => this.#wake(server);
    server.httpServer?.once('listening', () => setTimeout(wake, START_MILLIS).unref());
    server.middlewares.use((request, response, next) => {
      if (!this.#isAwake && request.headers.accept?.includes('text/html'))
        response.once('finish', () => setTimeout(wake, PAGE_MILLIS).unref());
      next();
    });
  }

  #wake({ config, watcher }: ViteDevServer): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    watcher.add([config.root, config.publicDir, ...config.configFileDependencies].filter(Boolean));
  }
}
