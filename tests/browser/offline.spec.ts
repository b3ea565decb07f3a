/** One visit, and the course is on the device: all of it opens, is searched and answered without a network. */

import { test as base, expect, type Page } from '@playwright/test';
import { NO_NGINX, startNginx } from '../support/nginx.mjs';
import {
  answerable,
  at,
  dataOf,
  expectNoAxeFindings,
  hydrated,
  open,
  pathsOf,
  published,
  question,
  type Site,
  site,
  verdictOf,
  versionOf,
  watchForTrouble,
} from '../support/pages.ts';
import { countEvents } from '../support/plant.ts';
import { LARGE } from '../support/sites.mjs';

const course = published();
const underBase = site('under-base');
const TOPIC = '/environment-tools/conda/';

const test = base.extend<{ large: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  large: async ({}, use) => {
    const nginx = await startNginx({ folder: LARGE.outDir });
    await use({ ...LARGE, url: nginx.url });
    await nginx.stop();
  },
});

test.use({ serviceWorkers: 'allow' });

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const foot = (page: Page) => page.getByRole('contentinfo');
const isWhole = (page: Page) => expect(foot(page)).toContainText(' · 오프라인에서도 볼 수 있습니다');

/** Opens a page and waits until the worker says that the whole course is on the device. */
async function visitOnce(page: Page, address: string): Promise<void> {
  await open(page, address);
  await isWhole(page);
}

/** The addresses of what workers keep. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    }
    return kept;
  });

test('after one visit every page opens without a network, and so does an address that is none', async ({
  page,
  context,
}) => {
  test.slow();
  await visitOnce(page, course.url);
  await context.setOffline(true);
  await expect(page.getByText('오프라인', { exact: true })).toBeVisible();
  await expectNoAxeFindings(page);
  for (const pagePath of pathsOf(course)) {
    const response = await page.goto(at(course, pagePath), { waitUntil: 'commit' });
    expect(response?.status(), pagePath).toBe(200);
    await expect(title(page)).toHaveText(dataOf(course, pagePath).titleText);
  }
  expect((await page.goto(at(course, '/docker/nothing/')))?.status()).toBe(404);
  await expect(title(page)).toHaveText('페이지를 찾을 수 없습니다');
  // A folder without its slash, and an address with a query.
  await page.goto(`${course.url}docker?from=elsewhere`);
  await expect(page).toHaveURL(`${course.url}docker/?from=elsewhere`);
});

test('without a network one reads, compares, searches, answers, reloads, and comes back to the answers', async ({
  page,
  context,
}) => {
  await visitOnce(page, course.url);
  await context.setOffline(true);
  const trouble = watchForTrouble(page, course);
  await page.getByRole('main').getByRole('link', { name: /conda/ }).first().click();
  await expect(title(page)).toHaveText('conda');

  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('롤백');
  await expect(page.getByRole('option').first()).toContainText('롤백');
  await page.keyboard.press('Escape');

  await page.goto(at(course, '/environment-tools/comparison/'));
  await hydrated(page);
  await page.getByRole('radio', { name: '가리고 떠올리기' }).check();
  await expect(page.getByRole('button', { name: /가려짐/ }).first()).toBeVisible();

  await page.goto(`${at(course, '/practice/')}?set=check`);
  await hydrated(page);
  for (let answered = 0; answered < 2; answered += 1) {
    await answerAnything(page);
    await page.getByRole('button', { name: /^다음/ }).click();
  }
  await page.reload();
  await page.goto(at(course, '/progress/'));
  await expect(page.getByRole('main')).toContainText('문제 2개에 답 2번');
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('문제 2개에 답 2번');
  expect(trouble).toEqual([]);
});

/** Says 헷갈림 to whatever stands in the question on the screen. */
async function answerAnything(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '확실해요' })).toBeVisible();
  await page.evaluate(() => {
    const rows = new Set<string>();
    for (const input of document.querySelectorAll<HTMLInputElement>('main input')) {
      if (input.type === 'text') {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '모름');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } else if (!rows.has(input.name)) {
        rows.add(input.name);
        input.click();
      }
    }
    document.querySelector<HTMLElement>('main .move-buttons button:enabled')?.click();
  });
  await page.getByRole('button', { name: '헷갈려요' }).click();
}

test('under a base path the same, for that path alone', async ({ page, context }) => {
  await visitOnce(page, at(underBase, TOPIC));
  await context.setOffline(true);
  await open(page, `${at(underBase, '/search/')}?q=${encodeURIComponent('롤백')}`);
  await expect(page.getByRole('main').getByRole('link').first()).toContainText('롤백');
  await page.goto(at(underBase, '/orchestrator/'));
  await expect(title(page)).toHaveText('Orchestrator');
  expect((await keptFiles(page)).filter((file) => !file.startsWith('/notes/'))).toEqual([]);
});

/** Bytes of all that workers keep. */
const keptBytes = (page: Page) =>
  page.evaluate(async () => {
    let bytes = 0;
    for (const name of await caches.keys()) {
      for (const response of await (await caches.open(name)).matchAll())
        bytes += (await response.arrayBuffer()).byteLength;
    }
    return bytes;
  });

test.describe('of a course of more than five megabytes', () => {
  test.skip(!process.env.NGINX_PATH, NO_NGINX);

  test('the area at hand and what was visited are on the device; other pages come with the network', async ({
    page,
    context,
    large,
  }) => {
    test.slow();
    expect(versionOf(large).isSmall).toBe(false);
    for (const pagePath of ['/storage/structure/', '/network/purpose/']) {
      await open(page, at(large, pagePath));
      await expect(foot(page)).toContainText(' · 이 영역과 열어 본 페이지는 오프라인에서도');
    }
    expect((await keptFiles(page)).filter((file) => /monitoring.*(?:html|json|png|\/)$/.test(file))).toEqual(
      [],
    );
    expect(await keptBytes(page)).toBeLessThan(0.75 * versionOf(large).bytes);

    await context.setOffline(true);
    for (const pagePath of pathsOf(large).filter((one) => /^\/(?:network|storage)\//.test(one))) {
      await open(page, at(large, pagePath));
      await expect(title(page)).toHaveText(dataOf(large, pagePath).titleText);
      for (const picture of await page.getByRole('main').getByRole('img', { name: '그림' }).all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1000);
      }
    }
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('모니터링');
    await expect(page.getByRole('option').first()).toContainText('모니터링');
    await page.keyboard.press('Escape');
    await open(page, at(large, '/network/purpose/'));
    await answerChoice(page, 'network-purpose', '네트워크 목적');
    // The page is left for good: until the answer is written it may be lost.
    await expect.poll(() => countEvents(page, dataOf(large, '/').course.id ?? 'course')).toBe(1);

    // Loaded anew, and then led to by a link.
    expect((await page.goto(at(large, '/monitoring/structure/')))?.status()).toBe(503);
    await expect(title(page)).toHaveText('페이지를 불러오지 못했습니다');
    await hydrated(page);
    await expectNoAxeFindings(page);
    await page.getByRole('banner').getByRole('link', { name: '그림이 많은 강의', exact: true }).click();
    await expect(title(page)).toHaveText('그림이 많은 강의');
    await page
      .getByRole('main')
      .getByRole('link', { name: /모니터링 구조/ })
      .click();
    await expect(title(page)).toHaveText('페이지를 불러오지 못했습니다');
    await context.setOffline(false);
    await expect(title(page)).toHaveText('모니터링 구조');
    // By now every area was at hand.
    await isWhole(page);
    await page.goto(at(large, '/progress/'));
    await expect(page.getByRole('main')).toContainText('문제 1개에 답 1번');
  });
});

async function answerChoice(page: Page, id: string, option: string): Promise<void> {
  const card = question(page, id);
  await answerable(card);
  await card.locator('label', { hasText: option }).click();
  await card.getByRole('button', { name: '확실해요' }).click();
  await expect(verdictOf(card)).toContainText('정답입니다');
}

test('who saves data keeps what was visited, and a page that was not says so', async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await open(page, at(course, TOPIC));
  await expect(foot(page)).toContainText('열어 본 페이지는 오프라인에서도 볼 수 있습니다');
  const kept = await keptFiles(page);
  // Of the notes what was opened and the course map, which the app opens with; not another page or its data.
  expect(kept.filter((file) => file.endsWith('/')).sort()).toEqual(['/', TOPIC]);
  expect(kept.filter((file) => file.startsWith('/data/'))).toEqual([`/data${TOPIC.slice(0, -1)}.json`]);
  await context.setOffline(true);
  await page.reload();
  await hydrated(page);
  await expect(title(page)).toHaveText('conda');
  await page.goto(at(course, '/docker/compose/'));
  await expect(title(page)).toHaveText('페이지를 불러오지 못했습니다');
  await expectNoAxeFindings(page);
  await context.setOffline(false);
  await expect(title(page)).toHaveText('Compose');
});

test('a cache that was damaged or emptied in part costs nothing but the network', async ({
  page,
  context,
}) => {
  await visitOnce(page, at(course, TOPIC));
  await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    for (const [nth, request] of (await cache.keys()).entries()) {
      if (nth % 2 === 0) await cache.delete(request);
      else await cache.put(request, new Response('garbage', { headers: { 'content-type': 'text/html' } }));
    }
  });
  // What a worker has checked since it started, it trusts.
  await stopWorkers(page);
  await open(page, at(course, TOPIC));
  await expect(title(page)).toHaveText('conda');
  await isWhole(page);
  // What was read is whole again.
  await context.setOffline(true);
  await open(page, at(course, TOPIC));
  await expect(title(page)).toHaveText('conda');
});

/** As the browser does with workers that have nothing to do. */
async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
