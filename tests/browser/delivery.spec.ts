/** What leaves the build: readable without scripts, at home under any base path, closed to strangers. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { encodePath, type NoteRevisions } from '../../src/core/model/site.ts';
import { ask } from '../support/ask.ts';
import { BODIES, TITLES } from '../support/hostile.mjs';
import { OWN } from '../support/own.mjs';
import {
  at,
  atRest,
  DESK,
  dataOf,
  expectNoAxeFindings,
  hydrated,
  open,
  overflow,
  pathsOf,
  type Site,
  site,
  versionOf,
  watchForTrouble,
} from '../support/pages.ts';
import { LARGE, LATER, SITES } from '../support/sites.mjs';

const course = site('course');
const underBase = site('under-base');
const foreign = site('foreign');

/** Pictures that the foreign notes name but do not have are asked for, and shown by their description. */
const isMissingPicture = (line: string) => / 404 .*\/(?:hostile\/|guide\/nowhere)/.test(line);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every page can be read and left', async ({ page }) => {
    for (const pagePath of pathsOf(course)) {
      await page.goto(at(course, pagePath), { waitUntil: 'domcontentloaded' });
      const { titleText, description } = dataOf(course, pagePath);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleText);
      if (description) expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(80);
      // A button could do nothing here.
      await expect(page.locator('button:visible'), pagePath).toHaveCount(0);
    }
    await page.goto(course.url);
    await page.getByRole('link', { name: '1.1부터 읽기' }).click();
    await page.getByRole('navigation', { name: '이전 글과 다음 글' }).locator('a[rel=next]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('conda');
  });
});

test('every link, asset and address works under a base path', async ({ page, request }) => {
  const trouble = watchForTrouble(page, underBase);
  const html = (pagePath: string) =>
    readFileSync(path.join(underBase.outDir, pagePath, 'index.html'), 'utf8');
  const addresses = pathsOf(underBase).flatMap((pagePath) =>
    [...html(pagePath).matchAll(/<(?:a|link|img|script)\b[^>]*\s(?:href|src)="([^"]+)"/g)]
      .map(([, written = '']) => new URL(written, at(underBase, pagePath)))
      .filter(({ origin }) => origin === new URL(underBase.url).origin)
      .map(({ pathname }) => pathname),
  );
  expect(addresses.length).toBeGreaterThan(50);
  for (const address of new Set(addresses)) {
    expect(address.startsWith('/notes/'), address).toBe(true);
    expect((await request.get(new URL(address, underBase.url).href)).status(), address).toBe(200);
  }
  // A public network answers in the site's place, and that late.
  let logIn = () => {};
  const asked = new Promise<void>((resolve) => {
    logIn = resolve;
  });
  const data = '**/notes/data/environment-tools/conda.json';
  await page.route(data, async (route) => {
    await asked;
    await route.fulfill({ contentType: 'text/html', body: '<h1>로그인</h1>' });
  });
  await open(page, underBase.url);
  await page.getByRole('main').getByRole('link', { name: /conda/ }).click();
  await expect(page.getByText('불러오는 중입니다.')).toBeVisible();
  logIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('페이지를 불러오지 못했습니다');
  await expectNoAxeFindings(page);
  await page.unroute(data);
  await page.getByRole('button', { name: '다시 시도' }).click();
  await expect(page).toHaveURL(at(underBase, '/environment-tools/conda/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('conda');
  await page.goto(at(underBase, '/environment-tools/condo/'));
  await expect(page.getByRole('main').getByRole('link', { name: /conda/ }).first()).toBeVisible();
  expect(trouble.filter((line) => !line.includes('404'))).toEqual([]);
});

test('every anchor that a page links to exists', async () => {
  const ids = new Map<string, Set<string>>();
  const html = (pagePath: string) => readFileSync(path.join(course.outDir, pagePath, 'index.html'), 'utf8');
  const idsOf = (pagePath: string) => {
    const own =
      ids.get(pagePath) ?? new Set([...html(pagePath).matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
    ids.set(pagePath, own);
    return own;
  };
  for (const pagePath of pathsOf(course)) {
    for (const [, href = ''] of html(pagePath).matchAll(/<a [^>]*href="([^"]*#[^"]+)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [target = '', anchor = ''] = decodeURIComponent(href).split('#');
      expect(idsOf(target || pagePath).has(anchor), `${pagePath} → ${decodeURIComponent(href)}`).toBe(true);
    }
  }
});

test('what the first frame of a page waits for stands before its text', () => {
  for (const pagePath of pathsOf(course)) {
    const html = readFileSync(path.join(course.outDir, pagePath, 'index.html'), 'utf8');
    const waitsFor = [...html.matchAll(/<link rel="expect" href="#([^"]+)"/g)].map(([, id]) => id);
    expect(waitsFor).toHaveLength(1);
    const at = html.indexOf(` id="${waitsFor[0]}"`);
    expect(at, pagePath).toBeGreaterThan(html.indexOf('<body>'));
    expect(at, pagePath).toBeLessThan(html.indexOf('<main'));
  }
});

test('pages hold no script, style or attribute that the policy would have to excuse', () => {
  for (const pagePath of pathsOf(course)) {
    const html = readFileSync(path.join(course.outDir, pagePath, 'index.html'), 'utf8');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types study");
    expect(html).not.toMatch(/\sstyle="/);
    expect(html).not.toMatch(/\son[a-z]+="/);
    const scripts = [...html.matchAll(/<script(?![^>]*(?:src=|ld\+json))[^>]*>/g)];
    expect(scripts).toHaveLength(1);
  }
});

test('the service worker knows every file that a page may ask for by the hash of what is on disk', () => {
  for (const of of [...(SITES as Site[]), LARGE, LATER.next]) {
    const { shell, notes, bytes } = versionOf(of);
    const onDisk = (readdirSync(of.outDir, { recursive: true, encoding: 'utf8' }) as string[])
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => statSync(path.join(of.outDir, file)).isFile())
      .filter(
        (file) =>
          !/^(?:_headers|sw\.js|sitemap\.xml|(?!note-files\/).*\.(?:md|txt))$|\.br$|(?<!\.csv)\.gz$/.test(
            file,
          ),
      );
    const read = onDisk.map((file) => [file, readFileSync(path.join(of.outDir, file))] as const);
    const hashes = read.map(([file, data]) => [file, createHash('sha256').update(data).digest('hex')]);
    const expected = hashes.map(([file, hash = '']) => [file, hash.slice(0, 12)]);
    expect({ ...shell, ...notes }, of.name).toEqual(Object.fromEntries(expected));
    expect(bytes, of.name).toBe(read.reduce((sum, [, data]) => sum + data.length, 0));
  }
});

test('every page says the hash by which a tab knows which notes it shows', () => {
  const file = path.join(course.outDir, 'course/revisions.json');
  const { pages } = JSON.parse(readFileSync(file, 'utf8')) as NoteRevisions;
  expect(Object.keys(pages).length).toBeGreaterThan(10);
  for (const pagePath of pathsOf(course))
    expect(dataOf(course, pagePath).noteHash, pagePath).toBe(pages[pagePath]);
});

test('what crawlers and people who share links need is there', () => {
  const html = readFileSync(path.join(course.outDir, 'docker/compose/index.html'), 'utf8');
  expect(html).toContain('<html lang="ko"');
  expect(html).toContain('<title>Compose · 인프라 입문</title>');
  expect(html).toContain('<link rel="canonical" href="/docker/compose/">');
  expect(html).toMatch(/property="og:title" content="Compose · 인프라 입문"/);
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}') as Record<string, unknown>;
  expect(data).toMatchObject({ '@type': 'LearningResource', name: 'Compose', inLanguage: 'ko' });
  for (const file of ['404.html', 'sitemap.xml', 'favicon.svg', 'apple-touch-icon.png', 'robots.txt']) {
    expect(existsSync(path.join(course.outDir, file)), file).toBe(true);
  }
  expect(readdirSync(course.outDir)).not.toContain('.vite');
});

test('what course.yaml says is this course’s own, and the app stays what it is', async ({ page }) => {
  await open(page, at(underBase, '/docker/'));
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', OWN.language);
  await expect(page.locator('#root')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', OWN.language);
  const licence = page.getByRole('contentinfo').getByRole('link', { name: OWN.license });
  await expect(licence).toHaveAttribute('href', 'https://creativecommons.org/licenses/by/4.0/');
  const logo = page.getByRole('banner').locator('img');
  await expect(logo).toHaveAttribute('src', `/notes/note-files/${OWN.logo}`);
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
  const number = page.locator('.chapter-number');
  const colour = () => number.evaluate((element) => getComputedStyle(element).color);
  const own = await colour();
  await page.emulateMedia({ colorScheme: 'dark' });
  const night = await colour();
  expect(night).not.toBe(own);
  // A reader's choice of a theme goes before that of the system.
  await root.evaluate((element) => element.setAttribute('data-theme', 'light'));
  expect(await colour()).toBe(own);
  await expectNoAxeFindings(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, at(course, '/docker/'));
  expect(await colour()).not.toBe(own);
  await expect(root).toHaveAttribute('lang', 'ko');
  await expect(page.locator('[lang="en"]:not(code)')).toHaveCount(0);
});

test('machines find the markdown of every page of the notes, under a base path too, and no answers in it', async ({
  page,
}) => {
  for (const of of [course, underBase, foreign]) {
    const base = new URL(of.url).pathname;
    const read = (file: string) => readFileSync(path.join(of.outDir, file), 'utf8');
    const listed = [...read('llms.txt').matchAll(/\]\((\S*index\.md)\)/g)].map(([, address]) => address);
    for (const pagePath of pathsOf(of)) {
      const { kind, titleText } = dataOf(of, pagePath);
      const file = `${pagePath.slice(1)}index.md`;
      const isOfNotes = ['home', 'area', 'topic'].includes(kind);
      expect(existsSync(path.join(of.outDir, file)), file).toBe(isOfNotes);
      const address = base + encodePath(file);
      const alternate = `<link rel="alternate" type="text/markdown" href="${address.replaceAll('&', '&amp;')}">`;
      expect(read(`${pagePath.slice(1)}index.html`).includes(alternate), file).toBe(isOfNotes);
      if (!isOfNotes) continue;
      if (kind !== 'home') expect(listed, titleText).toContain(address);
      expect(read('llms-full.txt')).toContain(read(file));
      // The hostile notes show comments as code.
      if (of !== foreign) expect(read(file), file).not.toMatch(/^> *해설:|<!--/m);
    }
  }
  const { status, headers } = await ask(at(underBase, '/docker/compose/index.md'));
  expect([status, headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, at(underBase, '/docker/compose/'));
  const copy = page.getByRole('button', { name: '마크다운 복사' });
  // The questions above take their true height once they are near.
  await copy.scrollIntoViewIfNeeded();
  await atRest(copy);
  await copy.click();
  await expect(page.locator('.edit-page [role="status"]')).toHaveText('복사했습니다');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    readFileSync(path.join(underBase.outDir, 'docker/compose/index.md'), 'utf8'),
  );
});

test('the course can be installed, under a base path too: a manifest the browser takes, icons of the size it says', async ({
  page,
}) => {
  for (const of of [course, underBase]) {
    await page.goto(of.url);
    const session = await page.context().newCDPSession(page);
    const { errors, data = '{}' } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { icons } = JSON.parse(data) as { icons: { src: string; sizes: string; purpose?: string }[] };
    expect(icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    for (const { src, sizes } of icons) {
      const size = await page.evaluate(async (address) => {
        const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
        return `${width}x${height}`;
      }, src);
      expect(size, src).toBe(sizes);
    }
    await session.detach();
  }
});

test.describe('a folder of notes nobody wrote for this app', () => {
  const isHostile = (pagePath: string) => pagePath.startsWith('/hostile/');

  /** Opens a page of the folder: it is there, has its title, and does not scroll sideways. */
  async function openReadable(page: Page, pagePath: string): Promise<void> {
    const response = await page.goto(at(foreign, pagePath), { waitUntil: 'domcontentloaded' });
    expect(response?.status(), pagePath).toBe(200);
    // Its name, not its text: a picture in a title is told by what it shows.
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveAccessibleName(dataOf(foreign, pagePath).titleText);
    expect(await overflow(page), `${pagePath} scrolls sideways`).toBeLessThanOrEqual(0);
  }

  test('builds; every page opens and is readable, and scrolls sideways on no phone, whatever is longer than a line', async ({
    page,
  }) => {
    const trouble = watchForTrouble(page, foreign);
    const paths = pathsOf(foreign).filter((pagePath) => !isHostile(pagePath));
    expect(paths).toContain('/odd names/한글 파일 이름/');
    expect(paths).toContain('/guide/deep/er/and/deeper/page/');
    for (const pagePath of paths) {
      await page.setViewportSize(DESK);
      await openReadable(page, pagePath);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(page), `${pagePath} scrolls sideways on a phone`).toBeLessThanOrEqual(0);
    }
    expect(trouble.filter((line) => !isMissingPicture(line))).toEqual([]);
  });

  test('code within an option has its frame and its button, which chooses nothing', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, at(foreign, '/wide/code/'));
    const option = page.locator('.option', { hasText: 'one' });
    const code = option.getByRole('figure', { name: 'bash' });
    expect(await code.locator('pre').evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    await code.getByRole('button', { name: '코드 복사' }).click();
    await expect(code.getByRole('status')).toHaveText('복사했습니다');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl .*yaml$/);
    await expect(option.getByRole('radio')).not.toBeChecked();
    await expect(page.getByRole('figure', { name: '코드', exact: true })).toHaveCount(2);
    const session = page.getByRole('figure', { name: 'install' });
    await session.getByRole('button', { name: '코드 복사' }).click();
    await expect(session.getByRole('status')).toHaveText('복사했습니다');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl /);
  });

  test('follows names in number order, front matter and pictures', async ({ page }) => {
    await open(page, foreign.url);
    const titles = await page.getByRole('main').getByRole('link').allInnerTexts();
    const order = titles.map((title) => title.replace(/\s+/g, ' '));
    const index = (word: string) => order.findIndex((title) => title.includes(word));
    expect(index('Two')).toBeGreaterThanOrEqual(0);
    expect(index('Two')).toBeLessThan(index('Ten'));
    expect(index('Front matter title')).toBeGreaterThanOrEqual(0);
    await open(page, at(foreign, '/guide/'));
    const picture = page.getByRole('img', { name: 'A grey picture' });
    await expect(picture).toHaveAttribute('width', '40');
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  });

  test('runs no hostile string in any position of a note, under the policy, and can be read', async ({
    page,
  }) => {
    const refused: string[] = [];
    page.on('dialog', (dialog) => {
      refused.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const trouble = watchForTrouble(page, foreign);
    const hostile = pathsOf(foreign).filter(isHostile);
    const positions = ['', ...[...Object.keys(TITLES), ...Object.keys(BODIES)].map((name) => `${name}/`)];
    expect(hostile.toSorted()).toEqual(positions.map((name) => `/hostile/${name}`).toSorted());
    for (const title of Object.keys(TITLES))
      for (const attack of ['javascript:alert(1)', "onfocus='alert(1)'"])
        expect(dataOf(foreign, `/hostile/${title}/`).titleText).toContain(attack);
    for (const pagePath of hostile) {
      await openReadable(page, pagePath);
      await hydrated(page);
      const found = await page.evaluate(() => {
        const dangerous = /^(?:javascript|vbscript|data|blob|file|ftp|tel):|^\/\//i;
        return [...document.querySelectorAll('#root *')].flatMap((element) => {
          const odd = [...element.attributes].filter(
            ({ name, value }) =>
              name.startsWith('on') ||
              name === 'style' ||
              name === 'srcdoc' ||
              (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name) &&
                dangerous.test(value.trim())),
          );
          const forbidden = ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'LINK', 'META', 'BASE', 'FORM'];
          // Our own, of what few notes have.
          const isStyle = element.matches('link[rel="stylesheet"][href^="/assets/"]');
          return odd.length > 0 || (forbidden.includes(element.tagName) && !isStyle)
            ? [element.outerHTML.slice(0, 200)]
            : [];
        });
      });
      expect(found, pagePath).toEqual([]);
    }
    expect(refused).toEqual([]);
    expect(trouble.filter((line) => !isMissingPicture(line))).toEqual([]);
  });

  test('runs nothing of what hostile markup asks for', async ({ page }) => {
    await open(page, at(foreign, '/guide/html/'));
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await expect(page.getByRole('main')).not.toContainText('window.hacked');
    await expect(page.getByRole('main').locator('script, iframe, style, [onclick]')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').locator('kbd')).toHaveText('Ctrl');
    await expectNoAxeFindings(page);
  });
});
