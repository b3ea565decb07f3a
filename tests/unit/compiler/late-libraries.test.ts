// @vitest-environment node
/** Libraries are bundled after what goes before them: the server listens at once, and what imports them waits. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lateLibraries } from '../../../src/compiler/plugin.ts';

let root: string;
let server: ViteDevServer;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'late-libraries-'));
  await mkdir(path.join(root, 'src'));
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
  await writeFile(path.join(root, 'src/alone.js'), 'export const alone = true;\n');
  await writeFile(
    path.join(root, 'src/main.js'),
    "import { createStore } from 'zustand/vanilla';\ncreateStore(() => 0);\n",
  );
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

async function start(first: () => Promise<unknown>): Promise<string> {
  server = await createServer({
    root,
    cacheDir: path.join(root, 'cache'),
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: lateLibraries(['zustand/vanilla'], first),
    server: { port: 0, host: '127.0.0.1', watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

const textOf = async (address: string) => (await fetch(address)).text();

/** The library that a script imports, as it was bundled. */
async function libraryOf(site: string): Promise<string> {
  const script = await textOf(`${site}/src/main.js`);
  const [, library] = /from "(\/cache\/deps\/zustand_vanilla\.js[^"]*)"/.exec(script) ?? [];
  return textOf(`${site}${library}`);
}

it('listens and answers before, and brings a library once what goes before is done', {
  timeout: 30_000,
}, async () => {
  const order: string[] = [];
  let finish = () => {};
  const first = new Promise<void>((resolve) => (finish = resolve));
  const site = await start(() => first);
  const library = libraryOf(site).finally(() => order.push('library'));
  expect(await textOf(`${site}/src/alone.js`)).toContain('alone');
  order.push('script without libraries');
  expect(server.environments.client.depsOptimizer?.metadata.optimized).toEqual({});
  finish();
  expect(await library).toContain('createStore');
  expect(order).toEqual(['script without libraries', 'library']);
});

it('bundles them all the same when what goes before has failed', { timeout: 30_000 }, async () => {
  const site = await start(() => Promise.reject(new Error('the renderer could not be made')));
  expect(await libraryOf(site)).toContain('createStore');
});
