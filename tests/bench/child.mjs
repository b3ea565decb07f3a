/** Commands that run beside the bench, each with whatever it starts; none outlives the bench. */

import { spawn } from 'node:child_process';

const live = new Set();

/** Starts a command of a site; `tail` is the last it said. */
export function startCommand([command, ...args], site) {
  const child = spawn(command, args, {
    cwd: site.dir,
    env: site.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = { child, tail: '', kill: (signal) => killGroup(child, signal) };
  const keep = (bytes) => {
    started.tail = (started.tail + bytes).slice(-2000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  live.add(started);
  started.closed = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      live.delete(started);
      resolve(code);
    });
  });
  return started;
}

export const lastLines = (text) => text.trim().split('\n').slice(-4).join(' ⏎ ').slice(-400);

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

process.on('exit', () => {
  for (const { kill } of live) kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
