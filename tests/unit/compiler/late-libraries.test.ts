// @vitest-environment node
/** Libraries are prepared after what goes before them: the server listens at once, and scripts wait. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LateLibraries } from '../../../src/compiler/dev/late-libraries.ts';

let root: string;
let server: ViteDevServer | undefined;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'late-libraries-'));
  await mkdir(path.join(root, 'src'));
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
  await writeFile(
    path.join(root, 'src/main.js'),
    "import { createStore } from 'zustand/vanilla';\ncreateStore(() => 0);\n",
  );
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(root, { recursive: true, force: true });
});

async function start(first: Promise<unknown>): Promise<string> {
  const libraries = new LateLibraries();
  server = await createServer({
    root,
    cacheDir: path.join(root, 'cache'),
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true, include: ['zustand/vanilla'] },
    server: { port: 0, host: '127.0.0.1', watch: null },
    plugins: [{ name: 'begin', configureServer: (made) => libraries.begin(made, first) }, libraries.plugin],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('not listening');
  return `http://127.0.0.1:${address.port}/src/main.js`;
}

const optimised = /from "\/cache\/deps\/zustand_vanilla\.js/;
const textOf = async (address: string) => (await fetch(address)).text();

it('listens before, and a script comes once they are ready, with the library as prepared', {
  timeout: 30_000,
}, async () => {
  let finish = () => {};
  const address = await start(new Promise<void>((resolve) => (finish = resolve)));
  let isAnswered = false;
  const script = textOf(address).finally(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isAnswered).toBe(false);
  finish();
  expect(await script).toMatch(optimised);
});

it('prepares them all the same when what goes before has failed', { timeout: 30_000 }, async () => {
  const address = await start(Promise.reject(new Error('the renderer could not be made')));
  expect(await textOf(address)).toMatch(optimised);
});
