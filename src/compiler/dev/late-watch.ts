/**
 * What the dev server watches: the notes from the beginning, and the app's own sources only some seconds after the start, since
 * listing hundreds of files takes more than a tenth of the time to the first page. Nothing else: Vite reloads the open pages
 * for every `.html` that is written, and what `npm run export` and `npm run build` write is no part of them, wherever it lies.
 */

import path from 'node:path';
import type { Plugin } from 'vite';
import { isBelow } from '../folder.ts';

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
