/** The Vite plugin: one configuration for dev, build and preview of whatever folder of notes it is pointed at. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { CSS_OPTIONS, SCRIPT_TARGET } from './build/browsers.ts';
import { sendHeaders, servePages } from './build/preview.ts';
import { SERVICE_WORKER } from './build/service-worker.ts';
import { ownFolder, removeStaleFolders } from './cache-folder.ts';
import { LateLibraries } from './dev/late-libraries.ts';
import { LateWatch } from './dev/late-watch.ts';
import { serveCourse } from './dev/server.ts';
import type { SiteOptions } from './options.ts';
import { Workspace } from './workspace.ts';

/** The chunk of a module: `start` for all that `start.tsx` needs and the entry, which has to stay small, does not. */
function startChunk(id: string, chunking: Pick<Rolldown.PluginContext, 'getModuleInfo'>): string | null {
  const users = new Set([id]);
  for (const user of users) {
    for (const importer of chunking.getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  const isUsedBy = (file: RegExp) => [...users].some((user) => file.test(user));
  return isUsedBy(/src[\\/]start\.tsx$/) && !isUsedBy(/src[\\/]main\.tsx$/) ? 'start' : null;
}

const within = (...folders: string[]) => new RegExp(`(?:${folders.join('|')})/`.replaceAll('/', '[\\\\/]'));

/**
 * What is needed together is fetched together, the first that fits: left to itself the bundler makes a file of every
 * small module that two pages share, and a page fetches them one after another.
 */
const CHUNKS = [
  // What entry and app both use must not tie the entry to the app.
  {
    name: 'shared',
    test: /ui[\\/]after-paint\.ts$|store[\\/](?:reload|study[\\/]due-day)\.ts$|preload-helper/,
  },
  { name: 'react', test: within('node_modules/(?:react|react-dom|scheduler|react-router|zustand)') },
  { name: startChunk, test: within('src', 'node_modules') },
  {
    name: 'record',
    test: /(?:store[\\/](?:study|log)|core[\\/](?:memory|study)|node_modules[\\/](?:idb|ts-fsrs))[\\/]|ui[\\/]progress[\\/](?:open-record|node-gauge|gauge|due-count|today|day-plan|record[\\/]storage-notice)\.tsx?$/,
  },
  { name: 'quiz', test: within('ui/quiz', 'core/quiz') },
  { name: 'comparison', test: within('(?:ui|core)/comparison') },
  { name: 'search', test: within('ui/search', 'store/search', 'core/search') },
  { name: 'progress', test: within('ui/progress') },
  { name: 'sitting', test: within('ui/sitting') },
  { name: 'pages', test: within('ui/pages') },
].map((group, at, { length }) => ({ ...group, priority: length - at }));

/** Our dependencies are those of the browser; all others are for development. */
function browserLibraries(root = process.cwd()): string[] {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  return Object.keys(dependencies);
}

interface Manifest {
  dependencies: Record<string, string>;
}

export function courseSite(options: SiteOptions): Plugin[] {
  const workspace = (drafts: boolean) =>
    new Workspace({ dir: options.contentDir, base: options.base, drafts });
  const watch = new LateWatch(options.contentDir);
  const libraries = new LateLibraries();
  const site: Plugin = {
    name: 'course-site',
    config: (config) => ({
      appType: 'custom',
      base: options.base,
      builder: {},
      css: CSS_OPTIONS,
      server: { watch: { ignored: watch.passesOver } },
      build: {
        target: SCRIPT_TARGET,
        modulePreload: false,
        assetsInlineLimit: 0,
        reportCompressedSize: false,
      },
      define: {
        'import.meta.env.APP_VERSION': JSON.stringify(options.version),
        'import.meta.env.HAS_SERVICE_WORKER': String(options.hasServiceWorker),
      },
      environments: {
        client: {
          build: {
            manifest: true,
            outDir: config.build?.outDir ?? 'dist',
            rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
          },
        },
        ssr: {
          build: {
            outDir: ownFolder('ssr'),
            emptyOutDir: true,
            copyPublicDir: false,
            cssMinify: true,
            rollupOptions: { input: ['src/entry-server.tsx', 'src/compiler/font/font-worker.ts'] },
          },
        },
        worker: {
          consumer: 'client',
          build: {
            outDir: ownFolder('worker'),
            emptyOutDir: true,
            copyPublicDir: false,
            // One classic script: not every browser takes a module for a service worker.
            rolldownOptions: {
              input: `src/service-worker/${options.hasServiceWorker ? 'service-worker' : 'uninstall'}.ts`,
              output: { format: 'iife', entryFileNames: SERVICE_WORKER },
            },
          },
        },
      },
      // What the browser needs is known; looking through every module for it kept the first page waiting.
      optimizeDeps: {
        noDiscovery: true,
        include: [...browserLibraries(config.root), 'react-dom/client', 'react/jsx-dev-runtime'],
      },
    }),
    configureServer(server) {
      removeStaleFolders();
      watch.begin(server);
      return serveCourse(server, workspace(true), libraries, options);
    },
    async buildApp(builder) {
      removeStaleFolders();
      // Fonts and what else only a build needs stay out of the dev server's start.
      const { buildSite } = await import('./build/build-site.ts');
      await buildSite(builder, workspace(false), options);
    },
    configurePreviewServer(server) {
      sendHeaders(server, options.base);
      return () => servePages(server, options.base);
    },
  };
  return [site, libraries.plugin];
}
