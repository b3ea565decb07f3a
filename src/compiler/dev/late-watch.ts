/**
 * Watches the app's own sources only some seconds after the start, since listing hundreds of files takes more than a tenth of
 * the time to the first page. The notes are watched from the beginning.
 */

import path from 'node:path';
import type { Plugin } from 'vite';
import { isBelow } from '../folder.ts';

export function lateWatch(contentDir: string, afterMillis = 5_000): Plugin {
  let isLate = false;
  return {
    name: 'late-watch',
    apply: 'serve',
    config: () => ({
      server: {
        watch: { ignored: (file: string) => !isLate && !isBelow(contentDir, path.normalize(file)) },
      },
    }),
    configureServer({ config, httpServer, watcher }) {
      const watchSources = () => {
        isLate = true;
        watcher.add([config.root, config.publicDir, ...config.configFileDependencies].filter(Boolean));
      };
      httpServer?.once('listening', () => setTimeout(watchSources, afterMillis).unref());
    },
  };
}
