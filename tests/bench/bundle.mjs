/** Modules of the app bundled alone, for parts that measure one of them: not every Node reads TypeScript. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** A new folder inside the repository, where packages are found. */
export function makeCacheFolder(name) {
  mkdirSync('node_modules/.cache', { recursive: true });
  return mkdtempSync(`node_modules/.cache/bench-${name}-`);
}

/** Builds with an output folder of its own, and returns what `use` makes of the bundle's path; the folder is gone then. */
async function bundle(options, use) {
  const outDir = makeCacheFolder('bundle');
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      ...options,
      build: { ...options.build, outDir, minify: false },
    });
    const name = readdirSync(outDir).find((file) => /\.m?js$/.test(file));
    return await use(path.resolve(outDir, name));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** What a module of the app exports, loaded into this process. */
export const loadModule = (entry, ssr = {}) =>
  bundle({ ssr, build: { ssr: entry } }, (file) => import(pathToFileURL(file).href));

/** The script of a module for the browser; `use` gets its path. */
export const bundleForBrowser = (entry, use) =>
  bundle({ build: { lib: { entry, formats: ['es'], fileName: 'page' } } }, use);
