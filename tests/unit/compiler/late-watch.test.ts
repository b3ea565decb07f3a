// @vitest-environment node
/** The app's sources are watched after the first page, the notes from the beginning: with Vite's own server and watcher. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LateWatch } from '../../../src/compiler/dev/late-watch.ts';

let root: string;
let server: ViteDevServer;
const told: string[] = [];
const write = (file: string, text: string) => writeFile(path.join(root, file), text);

beforeEach(async () => {
  told.length = 0;
  root = await mkdtemp(path.join(tmpdir(), 'late-watch-'));
  await mkdir(path.join(root, 'src'));
  await mkdir(path.join(root, 'content'));
  await write('src/app.ts', 'one');
  await write('content/note.md', 'one');
  const contentDir = path.join(root, 'content');
  const watch = new LateWatch(contentDir);
  server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: '127.0.0.1', watch: { ignored: watch.passesOver } },
    plugins: [
      {
        name: 'late-watch',
        configureServer(made) {
          watch.begin(made);
          made.watcher.add(contentDir);
          made.middlewares.use((_request, response) => response.end('page'));
        },
      },
    ],
  });
  await server.listen();
  server.watcher.on('all', (_event, file) => told.push(path.relative(root, file)));
}, 30_000);

afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

it('tells of notes at once, and of sources once the first page has been out for a while', {
  timeout: 30_000,
}, async () => {
  await vi.waitFor(
    async () => {
      await write('content/note.md', `${Math.random()}`);
      expect(told).toContain('content/note.md');
    },
    { timeout: 10_000, interval: 200 },
  );
  await write('src/app.ts', 'two');
  await fetch(`http://127.0.0.1:${portOf(server)}/`, { headers: { accept: 'text/html' } });
  expect(told).not.toContain('src/app.ts');
  await vi.waitFor(
    async () => {
      await write('src/app.ts', `${Math.random()}`);
      expect(told).toContain('src/app.ts');
    },
    { timeout: 15_000, interval: 250 },
  );
  expect(new Set(told)).toEqual(new Set(['content/note.md', 'src/app.ts']));
});

function portOf({ httpServer }: ViteDevServer): number {
  const address = httpServer?.address();
  return typeof address === 'object' && address ? address.port : 0;
}
