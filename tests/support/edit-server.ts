/** A dev server on a copy of the notes, so that a test may edit them; stopped and removed after the test. */

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './nginx.mjs';
import { COURSE_DIR } from './sites.mjs';

export interface EditServer {
  /** The copy of the notes. */
  dir: string;
  url: string;
  /** What the editor was asked to open so far: `/path/to/file.md:line:column`, oldest first. */
  opened: () => string[];
  stop: () => Promise<void>;
}

/** `editor`: a command in place of the one that writes down what it is asked. */
export async function startEditServer({
  notes = COURSE_DIR,
  base = '/',
  editor: ownEditor = '',
} = {}): Promise<EditServer> {
  const dir = mkdtempSync(path.join(tmpdir(), 'notes-'));
  const tools = mkdtempSync(path.join(tmpdir(), 'editor-'));
  // By its name an editor that takes a line; all it does is to write down what it is asked.
  const [editor, log] = [path.join(tools, 'code'), path.join(tools, 'log')];
  writeFileSync(editor, `#!/bin/sh\nfor last; do :; done\nprintf '%s\\n' "$last" >> '${log}'\n`, {
    mode: 0o755,
  });
  cpSync(notes, dir, { recursive: true });
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['src/compiler/vite.mjs', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    {
      env: { ...process.env, CONTENT_DIR: dir, BASE_PATH: base, LAUNCH_EDITOR: ownEditor || editor },
      stdio: 'ignore',
    },
  );
  const url = `http://127.0.0.1:${port}${base}`;
  await answering(url, child);
  const stop = async () => {
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await closed;
    rmSync(dir, { recursive: true, force: true });
    rmSync(tools, { recursive: true, force: true });
  };
  const opened = () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);
  return { dir, url, opened, stop };
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
