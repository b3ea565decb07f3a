/** A cold build of a site: wall time and peak memory of the whole process tree. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeCacheFolder } from './bundle.mjs';
import { lastLines, startCommand } from './child.mjs';
import { NotMeasured } from './install.mjs';
import { sleep } from './numbers.mjs';

/** Builds once and returns `{ seconds, mebibytes }`; memory is null where there is no /proc. */
export async function buildOnce(site, { limitSeconds = 1200 } = {}) {
  for (const file of site.clean) rmSync(path.join(site.dir, file), { recursive: true, force: true });
  const started = process.hrtime.bigint();
  const command = startCommand(site.build, site);
  let running = true;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    command.kill('SIGKILL');
  }, limitSeconds * 1000);
  const watched = watchMemory(command.child.pid, () => running);
  const code = await command.closed;
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  running = false;
  clearTimeout(timer);
  const mebibytes = await watched;
  if (late) throw new NotMeasured(`${site.name}: not built within ${limitSeconds} s`);
  if (code !== 0) throw new NotMeasured(`${site.name}: build failed: ${lastLines(command.tail)}`);
  return { seconds, mebibytes };
}

const built = new Map();

/** Builds a site unless this run has built it, and returns where it lies. */
export async function builtSite(site) {
  const key = `${site.name}/${site.size}`;
  const out = path.join(site.dir, site.out);
  if (!built.has(key) || !existsSync(out)) {
    console.error(`building ${key} …`);
    await buildOnce(site);
    built.set(key, out);
  }
  return out;
}

/** Builds a course with the app as it stands here, to be measured by itself; `{ out, remove }`. */
export function buildHere(env = {}) {
  const out = makeCacheFolder('course');
  const vite = ['src/compiler/vite.mjs', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'];
  const { status, stderr } = spawnSync(process.execPath, vite, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return { out, remove: () => rmSync(out, { recursive: true, force: true }) };
}

/** The largest sum of proportional set sizes seen, which counts memory shared by workers once. */
async function watchMemory(root, isRunning) {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  let peak = 0;
  while (isRunning()) {
    let sum = 0;
    for (const id of processTree(root)) sum += readNumber(`/proc/${id}/smaps_rollup`, /^Pss:\s+(\d+)/m);
    peak = Math.max(peak, sum);
    // Reading the map of a large process costs it time: look more rarely then.
    await sleep(sum > 1e6 ? 400 : 50);
  }
  return peak / 1024;
}

function processTree(root) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readText(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const all = [];
  const visit = (id) => {
    all.push(id);
    for (const child of children.get(id) ?? []) visit(child);
  };
  visit(root);
  return all;
}

/** A process may end between being listed and being read. */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const readNumber = (file, pattern) => Number(pattern.exec(readText(file))?.[1] ?? 0);
