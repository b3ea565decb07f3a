/**
 * Renders pages in development. The renderer is bundled while the server starts, since importing its hundred modules one by one
 * took a second before the first page.
 */

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type ResolvedConfig, type ViteDevServer } from 'vite';
import { CSS_OPTIONS } from '../build/bundling.ts';
import type { ServerEntry } from '../build/write-pages.ts';
import { ownFolder } from '../folder.ts';

/** Returns the renderer of the app; after a change in `src/` the next call bundles a new one. */
export function createDevRenderer(
  { config, watcher }: ViteDevServer,
  base: string,
): () => Promise<ServerEntry> {
  const source = path.join(config.root, 'src') + path.sep;
  const make = () => bundle(config, base);
  let entry: Promise<ServerEntry> | null = make();
  // The error reaches whoever requests a page; without this it would be an unhandled rejection.
  entry.catch(() => {});
  watcher.on('all', (_, file) => {
    if (file.startsWith(source)) entry = null;
  });
  return () => {
    entry ??= make();
    return entry;
  };
}

async function bundle({ root, define = {} }: ResolvedConfig, base: string): Promise<ServerEntry> {
  const outDir = ownFolder('dev');
  try {
    // What the bundle imports is read while it is being made.
    const libraries = Promise.all([import('react-dom/server'), import('react-router')]);
    await build({
      configFile: false,
      root,
      base,
      mode: 'development',
      // The same as the browser is told, or it would not recognise the page.
      define,
      css: CSS_OPTIONS,
      logLevel: 'error',
      build: { ssr: 'src/entry-server.tsx', outDir, copyPublicDir: false, minify: false },
    });
    await libraries;
    return (await import(pathToFileURL(path.join(outDir, 'entry-server.js')).href)) as ServerEntry;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
