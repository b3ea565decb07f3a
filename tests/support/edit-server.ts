/** A dev server on a copy of the notes, so that a test may edit them; stopped and removed after the test. */

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface EditServer {
  /** The copy of the notes. */
  dir: string;
  url: string;
  stop: () => Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export async function startEditServer(notes = 'content'): Promise<EditServer> {
  const dir = mkdtempSync(path.join(tmpdir(), 'notes-'));
  cpSync(notes, dir, { recursive: true });
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    { env: { ...process.env, CONTENT_DIR: dir }, stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, child);
  const stop = async () => {
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await closed;
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, url, stop };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the dev server did not answer (exit code ${child.exitCode})`);
}
