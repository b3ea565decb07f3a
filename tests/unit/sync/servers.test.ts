/** The three servers of docs/deploying.md themselves, where they are installed: devices share a record through them, and what they refuse. */

import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contentPolicy } from '../../../src/compiler/build/headers.ts';
import { syncServer } from '../../../src/compiler/options.ts';
import { numbersFrom } from '../../../src/core/quiz/shuffle.ts';
import { openRemote, RemoteError } from '../../../src/store/sync/remote.ts';
import { findNginx, freePort, NO_NGINX, startNginx } from '../../support/nginx.mjs';
import { inOrder, type OpenFolder, play } from './devices.ts';

const FOLDER = '0123456789abcdef'.repeat(2);
const FILE = '00000000000000aa.0';
/** `SYNC_SCRIPTS=200` for an evening. */
const SCRIPTS = Math.min(Number(process.env.SYNC_SCRIPTS ?? 2), 1_000);

const folder = mkdtempSync(path.join(tmpdir(), 'lecture-study-servers-'));
chmodSync(folder, 0o755);
const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

interface Served {
  url: string;
  isDav: boolean;
}

const found = (...places: string[]): string => places.find((place) => existsSync(place)) ?? '';

/** Starts a program; resolves when it answers. */
async function started(program: string, args: string[], url: string): Promise<void> {
  const child: ChildProcess = spawn(program, args, { stdio: 'ignore' });
  ends.push(
    () =>
      new Promise((resolve) => {
        child.on('close', resolve).kill('SIGTERM');
      }),
  );
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${program} does not answer`);
}

const NGINX = findNginx();
const APACHE = found('/usr/sbin/apache2');
const RCLONE = found('/usr/bin/rclone', '/usr/local/bin/rclone', '/opt/homebrew/bin/rclone');

async function serveNginx(inSync = ''): Promise<Served> {
  const site = path.join(folder, 'site');
  mkdirSync(site, { recursive: true });
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>강의</title>');
  // Hours of five devices pass in a second.
  const served = await startNginx({ folder: site, sync: true, inSync, rate: '9999r/s' });
  ends.push(served.stop);
  return { url: `${served.url}sync/`, isDav: false };
}

async function serveApache(): Promise<Served> {
  const [port, root] = [await freePort(), path.join(folder, 'apache')];
  mkdirSync(path.join(root, 'sync'), { recursive: true });
  const modules = ['mpm_event', 'authz_core', 'dav', 'dav_fs'].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  const isRoot = process.getuid?.() === 0;
  writeFileSync(
    path.join(root, 'apache.conf'),
    `${modules.join('\n')}
ServerRoot ${root}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${root}/pid
ErrorLog ${root}/errors
DavLockDB ${root}/locks
DocumentRoot ${root}
${isRoot ? 'User www-data\nGroup www-data\n' : ''}<Directory ${root}/sync>
  Dav On
  Require all granted
</Directory>
`,
  );
  // Its workers are www-data, by Debian's number.
  if (isRoot) for (const place of [root, `${root}/sync`]) chownSync(place, 33, 33);
  const url = `http://127.0.0.1:${port}/sync/`;
  await started(APACHE, ['-D', 'FOREGROUND', '-f', path.join(root, 'apache.conf')], url);
  return { url, isDav: true };
}

async function serveRclone(): Promise<Served> {
  const [port, root] = [await freePort(), path.join(folder, 'rclone')];
  mkdirSync(root);
  const url = `http://127.0.0.1:${port}/`;
  await started(RCLONE, ['serve', 'webdav', root, '--addr', `127.0.0.1:${port}`, '--config', ''], url);
  return { url, isDav: true };
}

describe.each([
  ['nginx', NGINX, serveNginx, NO_NGINX],
  ['Apache', APACHE, serveApache, 'apache2 is not installed'],
  ['rclone', RCLONE, serveRclone, 'rclone is not installed'],
] as const)('%s', (name, program, serve, missing) => {
  test.skipIf(program === '')(
    `${SCRIPTS} random scripts of five devices lose nothing${program ? '' : `: ${missing}`}`,
    async () => {
      const { url, isDav } = await serve();
      const open: OpenFolder = (at) => openRemote(at, { url, isDav, now: Date.now });
      for (let script = 0; script < SCRIPTS; script += 1) {
        const { devices, made } = await play(numbersFrom(`${name} ${script}`), 40, open);
        const all = inOrder(made.values());
        for (const device of devices)
          expect(inOrder(device.events) === all, `${script}, ${device.name}`).toBe(true);
      }
      const remote = open(FOLDER);
      expect(await remote.list()).toEqual([]);
      const bytes = new Uint8Array([1, 2, 3]);
      await remote.put(FILE, bytes);
      expect(await remote.get(FILE)).toEqual(bytes);
      expect(await remote.list()).toMatchObject([{ name: FILE, size: 3 }]);
      await remote.put(FILE, new Uint8Array());
      expect(await remote.list()).toMatchObject([{ name: FILE, size: 0 }]);
      expect(await remote.get('00000000000000aa.1')).toBeNull();
      expect(Math.abs(remote.clockAhead() ?? Number.NaN)).toBeLessThan(10_000);
    },
  );
});

describe.skipIf(NGINX === '')(`nginx refuses${NGINX ? '' : `: ${NO_NGINX}`}`, () => {
  test('folders by other names, lists of folders, files by other names, and what is too large', async () => {
    const { url } = await serveNginx();
    const put = (name: string, size = 1) => fetch(url + name, { method: 'PUT', body: new Uint8Array(size) });
    expect((await put(`${FOLDER}/${FILE}`)).ok).toBe(true);
    for (const name of [
      '',
      'x',
      `${FOLDER}/x`,
      `${FOLDER}/../x`,
      `${FOLDER}/${FILE}/x`,
      `${FOLDER}/.htaccess`,
      `${FOLDER}/a.html`,
    ])
      expect((await put(name)).status, name).toBeGreaterThanOrEqual(400);
    for (const name of ['', '0'.repeat(31), `${FOLDER.toUpperCase()}/`])
      expect((await fetch(url + name)).status, name).toBe(404);
    for (const method of ['DELETE', 'MKCOL', 'COPY', 'MOVE', 'POST', 'OPTIONS'])
      expect((await fetch(`${url}${FOLDER}/${FILE}`, { method })).status, method).toBeGreaterThanOrEqual(400);
    expect((await put(`${FOLDER}/${FILE}`, 1_100_000)).status).toBe(413);
  });

  test('no browser of an origin that the lines of deploying.md name', async () => {
    const guide = readFileSync('docs/deploying.md', 'utf8');
    const lines = /```nginx\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    expect(lines).toContain('Access-Control-Allow-Origin');
    const { url } = await serveNginx(lines);
    const origin = 'https://notes.example.ac.kr';
    const asked = { origin, 'access-control-request-method': 'PUT' };
    for (const name of [`${FOLDER}/`, `${FOLDER}/${FILE}`]) {
      const { status, headers } = await fetch(url + name, { method: 'OPTIONS', headers: asked });
      expect(status, name).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-methods')).toContain('PUT');
    }
    const put = await fetch(`${url}${FOLDER}/${FILE}`, { method: 'PUT', body: 'x', headers: { origin } });
    expect(put.ok).toBe(true);
    for (const answer of [put, await fetch(`${url}${FOLDER}/`), await fetch(`${url}${'0'.repeat(32)}/`)])
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('what answers in the place of a server', () => {
  /** Answers everything alike. */
  const stub = async (status: number, body = '', headers: Record<string, string> = {}) => {
    const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return openRemote(FOLDER, { url, isDav: false, now: Date.now });
  };
  const problem = (work: Promise<unknown>) =>
    work.then(
      () => 'none',
      (cause) => (cause instanceof RemoteError ? cause.problem : cause),
    );

  test.each([
    [401, 'closed'],
    [403, 'closed'],
    [405, 'missing'],
    [413, 'large'],
    [429, 'busy'],
    [500, 'silent'],
    [503, 'busy'],
    [507, 'full'],
  ])('%i is told as %s', async (status, expected) => {
    const remote = await stub(status);
    expect(await problem(remote.list())).toBe(expected);
    expect(await problem(remote.get(FILE))).toBe(expected);
    expect(await problem(remote.put(FILE, new Uint8Array([1])))).toBe(expected);
  });

  test('404: no folder yet, and nothing that takes files', async () => {
    const remote = await stub(404);
    expect(await remote.list()).toEqual([]);
    expect(await problem(remote.put(FILE, new Uint8Array([1])))).toBe('missing');
  });

  test('a page, a redirect, a list of ten million: none is a listing', async () => {
    expect(await problem((await stub(200, '<!doctype html><title>로그인</title>')).list())).toBe('strange');
    expect(await problem((await stub(200, `[${'1,'.repeat(5_000_000)}1]`)).list())).toBe('strange');
    expect(await problem((await stub(302, '', { location: '/login' })).list())).toBe('silent');
  });

  test("how long to wait is the server's to say", async () => {
    const remote = await stub(429, '', { 'retry-after': '120' });
    await expect(remote.list()).rejects.toMatchObject({ waitMillis: 120_000 });
  });
});

describe('SYNC_URL', () => {
  const of = (SYNC_URL: string, more: Record<string, string> = {}) => {
    const before = { ...process.env };
    Object.assign(process.env, { SYNC_URL, SITE_URL: 'https://notes.example.ac.kr', ...more });
    try {
      return syncServer();
    } finally {
      process.env = before;
    }
  };

  test('a path, the site itself or another origin, which alone enters the policy', () => {
    expect(of('')).toBeNull();
    expect(of('/sync')).toEqual({ url: '/sync/', origin: null, kind: 'nginx' });
    expect(of('https://notes.example.ac.kr/sync/')?.origin).toBeNull();
    expect(of('https://files.example.org/a', { SYNC_SERVER: 'webdav' })).toEqual({
      url: 'https://files.example.org/a/',
      origin: 'https://files.example.org',
      kind: 'webdav',
    });
    expect(contentPolicy('', '', 'https://files.example.org')).toContain(
      "; connect-src 'self' https://files.example.org;",
    );
    expect(contentPolicy('', '', null)).toContain("; connect-src 'self';");
  });

  test.each([
    'sync',
    '//files.example.org/',
    'http://files.example.org/',
    'ftp://a/',
    'https://a:b@c/',
    'https://a/?b',
    'https://a/#b',
  ])('refuses %s', (url) => expect(() => of(url)).toThrow(/SYNC_URL/));

  test('lets nothing but an origin into the policy', () => {
    expect(of('https://a/; script-src *')?.origin).toBe('https://a');
    expect(() => of('/sync/', { SYNC_SERVER: 'ftp' })).toThrow(/SYNC_SERVER/);
  });
});
