/** The Vite plugin: configures dev server, build and preview for a folder of notes. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DepOptimizationOptions, EnvironmentOptions, Plugin } from 'vite';
import {
  builtStyles,
  CHUNKS,
  CSS_OPTIONS,
  type PageStyles,
  SCRIPT_TARGET,
  sourceStyles,
} from './build/bundling.ts';
import { sendHeaders, servePages } from './build/preview.ts';
import { SERVICE_WORKER } from './build/service-worker.ts';
import { createDevRenderer, serveCourse } from './dev/server.ts';
import { lateWatch } from './dev/watch.ts';
import { ownFolder, removeStaleFolders, requireNotes } from './folder.ts';
import type { SiteOptions } from './options.ts';
import { Workspace } from './workspace.ts';

export function courseSite(options: SiteOptions): Plugin[] {
  const { base, contentDir, version, hasServiceWorker, sync } = options;
  const workspace = (drafts: boolean, styles: PageStyles) =>
    new Workspace({ dir: contentDir, base, drafts, styles });
  let firstPage: Promise<unknown> = Promise.resolve();
  const site: Plugin = {
    name: 'course-site',
    config: ({ root, build }, { isPreview }) => {
      // What is built can be looked at without the notes.
      if (!isPreview) requireNotes(contentDir);
      return {
        appType: 'custom',
        base,
        builder: {},
        css: CSS_OPTIONS,
        build: {
          target: SCRIPT_TARGET,
          // A part and what it imports are fetched side by side. What the entry needs is named in the pages, after their text.
          modulePreload: {
            polyfill: false,
            resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? [] : files),
          },
          assetsInlineLimit: 0,
          reportCompressedSize: false,
        },
        define: {
          'import.meta.env.APP_VERSION': JSON.stringify(version),
          'import.meta.env.HAS_SERVICE_WORKER': String(hasServiceWorker),
          // Empty, it leaves nothing of syncing in any script.
          'import.meta.env.SYNC_URL': JSON.stringify(sync?.url ?? ''),
          'import.meta.env.SYNC_SERVER': JSON.stringify(sync?.kind ?? ''),
        },
        environments: {
          client: browserBundle(build?.outDir ?? 'dist'),
          ssr: rendererBundle(),
          worker: serviceWorkerBundle(hasServiceWorker),
        },
        optimizeDeps: lateLibraries(
          [...browserLibraries(root), 'react-dom/client', 'react/jsx-dev-runtime'],
          () => firstPage,
        ),
      };
    },
    configureServer(server) {
      removeStaleFolders();
      const renderer = createDevRenderer(server, base);
      firstPage = renderer();
      return serveCourse(server, workspace(true, sourceStyles(base)), renderer, options);
    },
    async buildApp(builder) {
      removeStaleFolders();
      // Fonts and what else only a build needs stay out of the dev server's start.
      const { buildSite } = await import('./build/build-site.ts');
      await buildSite(builder, workspace(false, builtStyles(base)), options);
    },
    configurePreviewServer(server) {
      sendHeaders(server, base);
      return () => servePages(server, base);
    },
  };
  return [site, lateWatch(contentDir)];
}

const browserBundle = (outDir: string): EnvironmentOptions => ({
  build: { manifest: true, outDir, rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } } },
});

/** What renders the pages, and the thread that cuts the font. */
const rendererBundle = (): EnvironmentOptions => ({
  build: {
    outDir: ownFolder('ssr'),
    emptyOutDir: true,
    copyPublicDir: false,
    cssMinify: true,
    rollupOptions: { input: ['src/entry-server.tsx', 'src/compiler/font/font-worker.ts'] },
  },
});

const serviceWorkerBundle = (hasServiceWorker: boolean): EnvironmentOptions => ({
  consumer: 'client',
  // Else the dev server, which serves no worker, looks through its modules for libraries before it listens.
  optimizeDeps: { noDiscovery: true },
  build: {
    outDir: ownFolder('worker'),
    emptyOutDir: true,
    copyPublicDir: false,
    // One classic script: not every browser takes a module for a service worker.
    rolldownOptions: {
      input: `src/service-worker/${hasServiceWorker ? 'service-worker' : 'uninstall'}.ts`,
      output: { format: 'iife', entryFileNames: SERVICE_WORKER },
    },
  },
});

/**
 * The browser's libraries are listed, since looking through every module for them would delay the first page, and bundled once
 * `first` has settled: both would take the time of one another. Meanwhile the server listens, and the scripts wait.
 */
export const lateLibraries = (include: string[], first: () => Promise<unknown>): DepOptimizationOptions => ({
  entries: [],
  holdUntilCrawlEnd: false,
  include,
  rolldownOptions: {
    // Whoever asks for a page is told of a failure.
    plugins: [{ name: 'late-libraries', buildStart: () => first().then(noop, noop) }],
  },
});

const noop = () => {};

/** The `dependencies` of package.json are those of the browser; all others are for development. */
function browserLibraries(root = process.cwd()): string[] {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.keys(manifest.dependencies);
}

interface Manifest {
  dependencies: Record<string, string>;
}
