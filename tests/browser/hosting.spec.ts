/** The published site behind the real nginx, with the configuration that ships; and the preview, where it answers alike. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { headersOf } from '../../src/compiler/build/headers.ts';
import { encodePath } from '../../src/core/model/site.ts';
import { ask } from '../support/ask.ts';
import { hasBrotli, NO_NGINX, startNginx } from '../support/nginx.mjs';
import { at, hydrated, open, pathsOf, site, watchForTrouble } from '../support/pages.ts';
import { PUBLISHED } from '../support/sites.mjs';

const course = site('course');
const underBase = site('under-base');
const foreign = site('foreign');

/** Files of a built site as addresses below its base, without what the build wrote beside them. */
const filesOf = (folder: string) =>
  (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => statSync(path.join(folder, file)).isFile() && !/\.(?:br|gz)$|^_headers$/.test(file));

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'application/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
  xml: 'text/xml; charset=utf-8',
};

interface Served {
  folder: string;
  base?: string;
  brotli?: boolean;
}

const expectHeaders = (headers: object, status: number, file: string) => {
  for (const [name, value] of Object.entries(headersOf(status, file))) {
    expect(headers, `${status} ${file}`).toHaveProperty([name.toLowerCase()], value);
  }
};

/** Files of the notes that would run something, on a host of the foreign notes. */
async function expectInert(page: Page, url: string): Promise<void> {
  for (const file of ['red.svg', 'table.csv', 'slides.pdf']) {
    const name = `note-files/brought/${file}`;
    for (const address of [name, name.replace('note', '%6eote'), `/${name}`]) {
      const { status, headers } = await ask(url, { path: `/${address}` });
      expect(status, address).toBe(200);
      expectHeaders(headers, 200, name);
      expect(headers['content-security-policy'], address).toContain("default-src 'none'");
    }
  }
  for (const address of [
    'brought/demo/',
    'brought/404.html',
    'brought/nowhere/',
    'note-files/brought/404.html',
  ]) {
    const answer = await page.goto(url + address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole('banner')).toBeVisible();
    expect(await page.evaluate(() => 'hacked' in window), address).toBe(false);
  }
  await page.goto(`${url}note-files/brought/red.svg`);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toMatch(/<rect/);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await page.goto(`${url}brought/`);
  expect(
    await page.locator('main img').evaluate((image: HTMLImageElement) => image.decode()),
  ).toBeUndefined();
}

test.describe('behind nginx', () => {
  test.skip(!process.env.NGINX_PATH, NO_NGINX);

  /** Serves a folder for the length of a test, and sees that nginx has nothing to complain of. */
  const serving = async (options: Served, look: (url: string) => Promise<void>): Promise<void> => {
    const nginx = await startNginx(options);
    try {
      await look(nginx.url);
      expect(
        nginx
          .errors()
          .replaceAll(/^.*(?:directory index|ModSecurity).*$/gm, '')
          .trim(),
      ).toBe('');
    } finally {
      await nginx.stop();
    }
  };

  test('every file has its type, its headers and no version of the server', async () => {
    for (const file of filesOf(course.outDir)) {
      const { status, headers } = await ask(PUBLISHED.url + encodePath(file), { method: 'HEAD' });
      expect(status, file).toBe(200);
      expect(headers['content-type'], file).toBe(TYPES[path.extname(file).slice(1)]);
      expect(headers.server).toBe('nginx');
      expectHeaders(headers, 200, file);
    }
  });

  test('every file comes as brotli, gzip or as it is, whatever the browser takes', async () => {
    let compressed = 0;
    for (const file of filesOf(course.outDir)) {
      const onDisk = (ending: string) => readFileSync(path.join(course.outDir, file + ending));
      const beside = (ending: string) => existsSync(path.join(course.outDir, file + ending));
      expect(beside('.br'), file).toBe(beside('.gz'));
      const asked = [
        ['gzip, deflate, br, zstd', hasBrotli() ? 'br' : 'gzip', hasBrotli() ? '.br' : '.gz'],
        ['gzip', 'gzip', '.gz'],
        ['identity', undefined, ''],
      ] as const;
      for (const [accepted, coding, ending] of asked) {
        const { headers, body } = await ask(PUBLISHED.url + encodePath(file), {
          headers: { 'accept-encoding': accepted },
        });
        expect(headers['content-encoding'], file).toBe(beside('.br') ? coding : undefined);
        expect(body.equals(onDisk(beside('.br') ? ending : '')), `${file} as ${accepted}`).toBe(true);
        if (beside('.br')) expect(headers.vary, file).toBe('Accept-Encoding');
      }
      if (beside('.br')) compressed++;
    }
    expect(compressed).toBeGreaterThan(30);
  });

  test('without the brotli module gzip is sent, and a build without compressed files is compressed on the way', async () => {
    const headers = { 'accept-encoding': 'br, gzip' };
    await serving({ folder: course.outDir, brotli: false }, async (url) => {
      expect((await ask(url, { headers })).headers['content-encoding']).toBe('gzip');
    });
    await serving({ folder: underBase.outDir, base: '/notes/' }, async (url) => {
      for (const file of ['', 'data/docker/compose.json', 'course/search.json']) {
        const answer = await ask(url + file, { headers });
        expect(answer.headers['content-encoding'], file).toBe('gzip');
        expect(answer.headers.vary, file).toBe('Accept-Encoding');
      }
      expect((await ask(`${url}icon-512.png`, { headers })).headers['content-encoding']).toBeUndefined();
    });
  });

  test('what is asked for again and is not new costs no bytes, and what is new comes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
    cpSync(course.outDir, folder, { recursive: true });
    await serving({ folder }, async (url) => {
      for (const [file, encoding] of [
        ['', 'br'],
        ['', 'gzip'],
        ['data/docker.json', 'identity'],
        ['robots.txt', 'identity'],
      ] as const) {
        const headers = { 'accept-encoding': encoding };
        const etag = String((await ask(url + file, { headers })).headers.etag);
        const again = await ask(url + file, { headers: { ...headers, 'if-none-match': etag } });
        expect(again.status, `${file} ${encoding}`).toBe(304);
        expect(again.body).toHaveLength(0);
        expect(again.headers.etag).toBe(etag);
        expectHeaders(again.headers, 304, file);
      }
      const before = await ask(`${url}robots.txt`);
      writeFileSync(path.join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
      const after = await ask(`${url}robots.txt`, {
        headers: { 'if-none-match': String(before.headers.etag) },
      });
      expect(after.status).toBe(200);
      expect(after.body.toString()).toContain('Disallow');
    });
    rmSync(folder, { recursive: true });
  });

  test('a part of a file can be asked for', async () => {
    const whole = readFileSync(path.join(course.outDir, 'icon-512.png'));
    const part = await ask(`${PUBLISHED.url}icon-512.png`, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 100-199/${whole.length}`);
    expect(part.body.equals(whole.subarray(100, 200))).toBe(true);
    expectHeaders(part.headers, 206, 'icon-512.png');
    const beyond = await ask(`${PUBLISHED.url}icon-512.png`, { headers: { range: 'bytes=9999999-' } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${whole.length}`);
  });

  test('what is missing, hidden or outside is the 404 page, and never kept', async () => {
    const missing = readFileSync(path.join(course.outDir, '404.html'));
    for (const address of [
      '/docker/nowhere/',
      '/nowhere.svg',
      '/assets/',
      '/assets/index-12345678.js',
      '/.git/config',
      '/docker/.env',
      '/_headers',
      '/docker%2fcompose/',
      '/docker%5Ccompose/',
    ]) {
      const answer = await ask(PUBLISHED.url, { path: address });
      expect(answer.status, address).toBe(404);
      expect(answer.body.equals(missing), address).toBe(true);
      expect(answer.headers['content-type']).toBe(TYPES.html);
      expectHeaders(answer.headers, 404, address.slice(1));
    }
    for (const address of [
      '/../package.json',
      '/docker/..%2f..%2fpackage.json',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      const answer = await ask(PUBLISHED.url, { path: address });
      expect([400, 404], address).toContain(answer.status);
      expectHeaders(answer.headers, answer.status, '');
    }
  });

  test('what lies compressed beside a file has no address of its own', async () => {
    for (const address of [
      '/index.html.gz',
      '/index.html.br',
      '/docker/index.html.gz',
      '/course/search.json.br',
    ])
      expect((await ask(PUBLISHED.url, { path: address })).status, address).toBe(404);
  });

  test('what came with the notes runs nothing, and no page of it takes a place on the site', async ({
    page,
  }) => {
    await serving({ folder: foreign.outDir }, (url) => expectInert(page, url));
  });

  test("Debian's own nginx takes the site's configuration beside what it has", () => {
    const stock = '/etc/nginx/nginx.conf';
    test.skip(!existsSync(stock), `${stock} is not there: nginx did not come from a Debian package`);
    const folder = mkdtempSync(path.join(tmpdir(), 'stock-'));
    for (const name of ['course.conf', 'brotli.conf']) {
      if (name !== 'brotli.conf' || hasBrotli()) cpSync(`deploy/${name}`, path.join(folder, 'conf.d', name));
    }
    const configuration = readFileSync(stock, 'utf8')
      .replace('/etc/nginx/conf.d/', `${folder}/conf.d/`)
      .replaceAll(/^\s*(?:user|pid|include \/etc\/nginx\/sites-enabled\/).*$/gm, '')
      .replaceAll('/var/log/nginx', folder);
    expect(configuration).toContain(`${folder}/conf.d/*.conf`);
    writeFileSync(path.join(folder, 'nginx.conf'), configuration);
    const { stderr, status } = spawnSync(
      String(process.env.NGINX_PATH),
      ['-t', '-c', path.join(folder, 'nginx.conf'), '-g', `pid ${folder}/nginx.pid;`],
      { encoding: 'utf8' },
    );
    expect(stderr.replaceAll(/^nginx: .*(?:syntax is ok|test is successful)$/gm, '').trim()).toBe('');
    expect(status).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('certificates can be proved', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
    mkdirSync(path.join(folder, '.well-known/acme-challenge'), { recursive: true });
    writeFileSync(path.join(folder, '.well-known/acme-challenge/token'), 'proof');
    await serving({ folder }, async (url) => {
      expect((await ask(`${url}.well-known/acme-challenge/token`)).body.toString()).toBe('proof');
    });
    rmSync(folder, { recursive: true });
  });

  test('nothing but reading is allowed', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await ask(PUBLISHED.url, { method });
      expect(answer.status, method).toBe(405);
      expectHeaders(answer.headers, 405, '');
    }
  });

  test('a slash is added, with the question kept, on whatever host and port one came by', async () => {
    const redirect = async (url: string, address: string) => {
      const { status, headers } = await ask(url, { path: address, headers: { host: 'course.example:8443' } });
      return `${status} ${headers.location ?? ''}`;
    };
    expect(await redirect(PUBLISHED.url, '/docker/compose')).toBe('301 /docker/compose/');
    expect(await redirect(PUBLISHED.url, '/search?q=%EB%8F%84%EC%BB%A4&in=a%26b')).toBe(
      '301 /search/?q=%EB%8F%84%EC%BB%A4&in=a%26b',
    );
    // Neither a second slash nor dots lead to another host.
    expect(await redirect(PUBLISHED.url, '//docker')).toBe('301 /docker/');
    expect(await redirect(PUBLISHED.url, '//course.example/../docker')).toBe('301 /docker/');
    expect((await ask(PUBLISHED.url, { path: '/docker/?q=1' })).status).toBe(200);
    await serving({ folder: foreign.outDir }, async (url) => {
      const page = encodePath('/odd names/한글 파일 이름');
      expect(await redirect(url, page)).toBe(`301 ${page}/`);
      const signs = encodePath('/odd names/50% + more & less');
      const { headers } = await ask(url, { path: signs });
      expect(decodeURIComponent(String(headers.location))).toBe('/odd names/50% + more & less/');
      for (const pagePath of pathsOf(foreign)) {
        expect((await ask(url, { path: encodePath(pagePath) })).status, pagePath).toBe(200);
      }
    });
  });

  test('a course under a base path has its pages, headers and 404 page there', async () => {
    await serving({ folder: underBase.outDir, base: '/notes/' }, async (url) => {
      for (const file of filesOf(underBase.outDir)) {
        const { status, headers } = await ask(url + encodePath(file), { method: 'HEAD' });
        expect(status, file).toBe(200);
        expectHeaders(headers, 200, file);
      }
      const missing = await ask(`${url}docker/nowhere/`);
      expect(missing.status).toBe(404);
      expect(missing.body.toString()).toContain('href="/notes/');
      const redirect = await ask(`${url}docker?a=1`);
      expect(redirect.headers.location).toBe('/notes/docker/?a=1');
    });
    await serving({ folder: underBase.outDir, base: '/courses/notes/' }, async (url) => {
      expect((await ask(`${url}docker/nowhere/`)).body.toString()).toContain('href="/notes/');
    });
  });

  test('pages work in a browser, with nothing refused by a policy', async ({ page }) => {
    const trouble = watchForTrouble(page, PUBLISHED);
    for (const pagePath of ['/', '/docker/', '/environment-tools/comparison/', '/progress/', '/search/']) {
      const answer = await page.goto(at(PUBLISHED, pagePath));
      expect(answer?.status(), pagePath).toBe(200);
      await hydrated(page);
    }
    await open(page, at(PUBLISHED, '/docker/compose/'));
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('도커');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(trouble).toEqual([]);
  });
});

/** Spellings of `/docker/compose/` and of the course map, as hosts take them; `//` before all else is a host's name to scripts. */
const SPELLINGS = ['docker/compose/index.html', 'docker//compose/', 'd%6Fcker/./compose/', 'docker/compose/'];

test('whatever spelling of its address a host takes, the page opens, and has its one address then', async ({
  page,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  // The preview answers alike with a base path and without.
  const hosts = [underBase, ...(process.env.NGINX_PATH ? [PUBLISHED] : [course])];
  for (const of of hosts) {
    for (const spelling of SPELLINGS) {
      await page.goto(`${of.url}${spelling}?a=1#q:none`);
      await hydrated(page);
      await expect(page).toHaveURL(`${of.url}docker/compose/?a=1#q:none`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compose');
    }
    await page.goto(`${of.url}index.html`);
    await hydrated(page);
    await expect(page).toHaveURL(of.url);
    // What the browser looked for in vain, since it was spelled in parts.
    await page.goto(
      `${at(of, '/environment-tools/conda/')}#${encodeURIComponent('환경-만들기'.normalize('NFD'))}`,
    );
    await hydrated(page);
    await expect(page).toHaveURL(
      `${at(of, '/environment-tools/conda/')}#${encodeURIComponent('환경-만들기')}`,
    );
    await expect(page.locator(':target')).toHaveText('환경 만들기');
    for (const nowhere of ['/evil.example', '/evil.example/', '%ff/']) {
      await page.goto(of.url + nowhere);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('페이지를 찾을 수 없습니다');
      await expect(page).toHaveURL((url) => url.href.startsWith(of.url));
    }
  }
  expect(errors).toEqual([]);
});

test('what came with the notes runs nothing in the preview', ({ page }) => expectInert(page, foreign.url));

test('the preview gives the same answers', async () => {
  const kinds = new Map(filesOf(course.outDir).map((file) => [path.extname(file), file]));
  expect(kinds.size).toBeGreaterThan(6);
  for (const file of kinds.values()) {
    const { status, headers } = await ask(course.url + file, { headers: { 'accept-encoding': 'identity' } });
    expect(status, file).toBe(200);
    expectHeaders(headers, 200, file);
    const again = await ask(course.url + file, { headers: { 'if-none-match': String(headers.etag) } });
    if (headers.etag !== undefined) expect(again.status, file).toBe(304);
  }
  const missing = await ask(`${course.url}docker/nowhere/`);
  expect(missing.status).toBe(404);
  expectHeaders(missing.headers, 404, '404.html');
  expect((await ask(`${underBase.url}docker?a=1`)).headers.location).toBe('/notes/docker/?a=1');
});
