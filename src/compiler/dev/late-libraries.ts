/**
 * Prepares the browser's libraries once the first page can be rendered: before, both took the time of one another, and
 * Vite does not even listen until the libraries are ready.
 */

import type { Plugin, ViteDevServer } from 'vite';

export class LateLibraries {
  #ready: Promise<void> = Promise.resolve();

  /** `first` is what goes before; when it fails, its own asker is told. */
  begin({ environments }: ViteDevServer, first: Promise<unknown>): void {
    const optimizer = environments.client.depsOptimizer;
    if (!optimizer) return;
    const { init } = optimizer;
    optimizer.init = async () => {};
    this.#ready = first.catch(() => undefined).then(init);
    // Whoever loads a script is told; until then nobody listens.
    this.#ready.catch(() => undefined);
  }

  /** Scripts wait: what they import is found among the libraries only once those are ready. */
  readonly plugin: Plugin = {
    name: 'late-libraries',
    apply: 'serve',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: async () => {
      await this.#ready;
    },
  };
}
