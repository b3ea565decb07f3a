// @vitest-environment node
/** The app's sources are watched some time after the start, the notes from the beginning, exports never: with Vite's own server and watcher. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lateWatch } from '../../../src/compiler/dev/watch.ts';

let root: string;
let server: ViteDevServer;
const changed: string[] = [];
const LATE_MILLIS = 4_000;
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
};

beforeEach(async () => {
  changed.length = 0;
  root = await mkdtemp(path.join(tmpdir(), 'late-watch-'));
  await write('src/app.ts', 'one');
  await write('content/note.md', 'one');
  const contentDir = path.join(root, 'content');
  server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: '127.0.0.1' },
    plugins: [
      lateWatch(contentDir, LATE_MILLIS),
      { name: 'notes', configureServer: ({ watcher }) => void watcher.add(contentDir) },
    ],
  });
  await server.listen();
  server.watcher.on('all', (_event, file) => changed.push(path.relative(root, file)));
}, 30_000);

afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

it('sees notes at once, sources some time after the start, and never what is written for elsewhere', {
  timeout: 30_000,
}, async () => {
  await vi.waitFor(
    async () => {
      await write('content/note.md', `${Math.random()}`);
      expect(changed).toContain('content/note.md');
    },
    { timeout: 10_000, interval: 200 },
  );
  await write('src/app.ts', 'two');
  expect(changed).not.toContain('src/app.ts');
  await vi.waitFor(
    async () => {
      await write('src/app.ts', `${Math.random()}`);
      expect(changed).toContain('src/app.ts');
    },
    { timeout: 15_000, interval: 250 },
  );
  // Vite would reload every open page for each of these.
  for (const folder of ['', 'export/', 'dist/docker/', 'mine/exam/', 'content/export/'])
    await write(`${folder}exam.html`, 'one');
  changed.length = 0;
  await vi.waitFor(
    async () => {
      await write('src/app.ts', `${Math.random()}`);
      await write('content/note.md', `${Math.random()}`);
      const files = changed.filter((file) => path.extname(file) !== '');
      expect(new Set(files)).toEqual(new Set(['content/note.md', 'src/app.ts']));
    },
    { timeout: 15_000, interval: 250 },
  );
});
