/** The Vite plugin: one configuration for dev, build and preview of whatever folder of notes it is pointed at. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { serveCourse } from './dev-server.ts';
import { Workspace } from './workspace.ts';

export interface SiteOptions {
  /** The folder of notes, absolute. */
  contentDir: string;
  /** Base path with slashes at both ends. */
  base: string;
  /** Origin of the published site without a slash at the end; empty when it is not known. */
  origin: string;
  /** Warnings fail the build, too. */
  strict: boolean;
}

export function courseSite(options: SiteOptions): Plugin {
  const workspace = (drafts: boolean) =>
    new Workspace({ dir: options.contentDir, base: options.base, drafts });
  return {
    name: 'course-site',
    config: (config, { command }) => ({
      appType: 'custom',
      base: options.base,
      builder: {},
      // The package exports its development build only, with checks that a reader need not download.
      resolve: {
        alias:
          command === 'build'
            ? [
                {
                  find: /^react-router$/,
                  replacement: path.resolve('node_modules/react-router/dist/production/index.mjs'),
                },
              ]
            : [],
      },
      build: {
        target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
        modulePreload: false,
        assetsInlineLimit: 0,
        reportCompressedSize: false,
      },
      environments: {
        client: { build: { manifest: true, outDir: config.build?.outDir ?? 'dist' } },
        ssr: {
          build: {
            outDir: path.join(cacheDir(), 'ssr'),
            emptyOutDir: true,
            copyPublicDir: false,
            cssMinify: true,
            rollupOptions: { input: 'src/entry-server.tsx' },
          },
        },
      },
      optimizeDeps: {
        entries: ['index.html'],
        include: [
          'react',
          'react-dom',
          'react-dom/client',
          'react-router',
          'react/jsx-dev-runtime',
          'zustand',
        ],
      },
      server: { warmup: { clientFiles: ['./src/start.tsx'], ssrFiles: ['./src/entry-server.tsx'] } },
    }),
    configureServer: (server) => serveCourse(server, workspace(true), options),
    async buildApp(builder) {
      // Fonts and what else only a build needs stay out of the dev server's start.
      const { buildSite } = await import('./build-site.ts');
      await buildSite(builder, workspace(false), options);
    },
    /** Unknown addresses get our 404.html, with its status; folders need their slash. */
    configurePreviewServer(server) {
      const out = path.resolve(server.config.root, server.config.build.outDir);
      return () => {
        server.middlewares.use((request, response) => {
          const address = new URL(request.url ?? '/', 'http://site.invalid');
          const folder = path.join(out, decode(address.pathname));
          if (!address.pathname.endsWith('/') && existsSync(path.join(folder, 'index.html'))) {
            const under = options.base.slice(0, -1) + address.pathname;
            response.writeHead(301, { location: `${under}/${address.search}` }).end();
            return;
          }
          const missing = path.join(out, '404.html');
          response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
          response.end(existsSync(missing) ? readFileSync(missing) : '404');
        });
      };
    },
  };
}

const decode = (pathname: string): string => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
};

export const cacheDir = (): string => path.resolve('node_modules/.cache/lecture-study');
