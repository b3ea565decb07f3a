/**
 * The real nginx, with the configuration that ships: only the address it listens on is another. Run by itself it serves
 * a folder until it is ended: `node tests/support/nginx.mjs PORT FOLDER [BASE]`.
 */

import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAMS = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/bin/nginx',
  '/opt/homebrew/bin/nginx',
  '/usr/local/bin/nginx',
];
const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static'];
const MODULES = '/usr/share/nginx/modules';
/** Where sync.conf keeps the files of learners' devices. */
const SYNC_STORE = '/var/lib/lecture-study';
const BROTLI = '/usr/share/nginx/modules-available/mod-http-brotli-static.conf';

/** Why a test that needs nginx is skipped where there is none. */
export const NO_NGINX = `nginx is not installed (as root on Debian the tests install it, elsewhere: ${PACKAGES.join(', ')})`;

const isAptHere = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The path of nginx (NGINX_PATH, or where packages put it), installed first where that is possible; '' where it is not. */
export function findNginx() {
  const installed = () => process.env.NGINX_PATH ?? PROGRAMS.find((file) => existsSync(file));
  if (installed() === undefined && isAptHere()) {
    console.error('Installing nginx for the tests …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
  if (installed() === undefined) console.error(`Tests behind nginx are skipped: ${NO_NGINX}.`);
  return installed() ?? '';
}

/** Whether nginx can send the brotli files that a build wrote. */
export const hasBrotli = () => existsSync(BROTLI);

/** @returns {Promise<number>} A port that nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** A folder like the one in the container: the configuration, and the site in `html`, which may change while it is served. */
function makePrefix(folder, base, port, brotli, inSync, rate) {
  const prefix = mkdtempSync(path.join(tmpdir(), 'lecture-study-nginx-'));
  const shipped = readFileSync('deploy/course.conf', 'utf8');
  const own = shipped.replace('listen 8080;', `listen 127.0.0.1:${port};`);
  if (own === shipped) throw new Error('deploy/course.conf does not listen on 8080');
  writeFileSync(path.join(prefix, 'course.conf'), own.replace('rate=60r/s', `rate=${rate}`));
  cpSync('deploy/nginx.conf', path.join(prefix, 'nginx.conf'));
  if (brotli) cpSync('deploy/brotli.conf', path.join(prefix, 'brotli.conf'));
  if (inSync !== null) {
    mkdirSync(path.join(prefix, 'store/sync'), { recursive: true });
    const shared = readFileSync('deploy/sync.conf', 'utf8')
      .replaceAll(SYNC_STORE, path.join(prefix, 'store'))
      // As deploying.md says it of another origin.
      .replace(/^(?=location)(.*) \{$/gm, `$1 {\n${inSync}`)
      .replace(/limit_except (.*) \{/g, `limit_except $1${inSync && ' OPTIONS'} {`);
    writeFileSync(path.join(prefix, 'sync.conf'), shared);
  }
  if (existsSync(MODULES)) symlinkSync(MODULES, path.join(prefix, 'modules'));
  const root = path.join(prefix, 'html', base);
  mkdirSync(path.dirname(root), { recursive: true });
  symlinkSync(path.resolve(folder), root.replace(/\/$/, ''));
  return prefix;
}

/**
 * Serves a folder under a base path, and with `sync` what devices share, `inSync` being more lines of its locations, `rate` how many
 * requests an address may make; resolves once it answers. `stop` ends it and removes what it made.
 * @param {{ folder: string, base?: string, port?: number, brotli?: boolean, sync?: boolean, inSync?: string, rate?: string }} options
 * @returns {Promise<{ url: string, store: string, errors: () => string, stop: () => Promise<void> }>}
 */
export async function startNginx({
  folder,
  base = '/',
  port,
  brotli = hasBrotli(),
  sync = false,
  inSync = '',
  rate = '60r/s',
}) {
  const program = findNginx();
  if (!program) throw new Error(NO_NGINX);
  const at = port ?? (await freePort());
  const prefix = makePrefix(folder, base, at, brotli, sync ? inSync : null, rate);
  // Root gives its workers away to a user who may not read the folder.
  const globals = `daemon off; pid ${prefix}/nginx.pid;${process.getuid?.() === 0 ? ' user root;' : ''}`;
  const server = spawn(program, ['-p', prefix, '-c', path.join(prefix, 'nginx.conf'), '-g', globals], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise((resolve) => {
    server.on('close', resolve).on('error', resolve);
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(prefix, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${at}${base}`;
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    if (answer) return { url, store: path.join(prefix, 'store/sync'), errors: () => said, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`nginx did not start\n${said}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port, folder, base = '/'] = process.argv.slice(2);
  const served = await startNginx({ folder, base, port: Number(port) });
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => served.stop().then(() => process.exit(0)));
}
