/**
 * What a publish does to those who are reading: nothing under their hands, the new version with the next page, and no
 * answer lost. Behind the real nginx, whose folder changes as a host's does.
 */

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { EDITED_SENTENCE } from '../support/edited.mjs';
import { NO_NGINX, startNginx } from '../support/nginx.mjs';
import {
  answerable,
  expectNoAxeFindings,
  hydrated,
  open,
  question,
  site,
  verdictOf,
} from '../support/pages.ts';
import { LATER } from '../support/sites.mjs';

interface Host {
  url: string;
  /** Puts a built site in the place of what is served. */
  publish: (built: { outDir: string }) => void;
  /** Takes the scripts away, as a cleaning host does with files of earlier versions. */
  clean: () => void;
}

const first = site('quizzes');

const test = base.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  host: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
    const publish = ({ outDir }: { outDir: string }) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      cpSync(outDir, folder, { recursive: true });
    };
    publish(first);
    const nginx = await startNginx({ folder });
    await use({
      url: nginx.url,
      publish,
      clean: () => rmSync(path.join(folder, 'assets'), { recursive: true }),
    });
    await nginx.stop();
    rmSync(folder, { recursive: true });
  },
});

test.skip(!process.env.NGINX_PATH, NO_NGINX);
test.use({ viewport: { width: 820, height: 1180 } });

const foot = (page: Page) => page.getByRole('contentinfo');
const blank = (page: Page) => page.getByRole('textbox', { name: '빈칸 1' });
const notice = (page: Page) => page.getByRole('status').filter({ hasText: '새 버전이 있습니다.' });

async function visitOnce(page: Page, address: string): Promise<void> {
  await open(page, address);
  await expect(foot(page)).toContainText(' · 오프라인에서도 볼 수 있습니다');
}

/** As the page does every hour, and when it is looked at again. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));

const map = (page: Page) => page.getByRole('banner').getByRole('link', { name: '문제 모음', exact: true });

/** Types into the first blank of the page of types, once it is React's. */
async function typeHalf(page: Page): Promise<void> {
  await answerable(question(page, 't-cloze'));
  await blank(page).pressSequentially('커널');
}

async function expectHalf(page: Page): Promise<void> {
  await answerable(question(page, 't-cloze'));
  await expect(blank(page)).toHaveValue('커널');
}

async function answerTrueFalse(page: Page): Promise<void> {
  const card = question(page, 't-true-false');
  await answerable(card);
  await card.locator('label', { hasText: '맞다' }).click();
  await card.getByRole('button', { name: '확실해요' }).click();
  await expect(verdictOf(card)).toContainText('정답입니다');
}

/** Once everything has come that a page fetches by itself. */
const idle = (page: Page) => expect(foot(page)).toContainText('노트 ');

const answersIn = async (page: Page, url: string) => {
  await open(page, `${url}progress/`);
  return page.getByRole('main').getByText(/문제 \d+개에 답 \d+번|아직 답이 없습니다/);
};

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a publish waits for the next page, keeps what is half typed, and what changed in the notes is listed', async ({
    page,
    host,
  }) => {
    await visitOnce(page, `${host.url}types/`);
    await typeHalf(page);
    host.publish(LATER.next);
    await lookForUpdate(page);
    await expect(notice(page)).toBeVisible();
    await expectNoAxeFindings(page);
    await expect(blank(page)).toHaveValue('커널');
    await expect(foot(page)).toContainText('버전 0.1.0');

    await map(page).click();
    await expect(foot(page)).toContainText('버전 9.9.9');
    const changed = page.getByRole('region', { name: '고쳐진 노트' });
    await expect(changed.getByRole('listitem')).toHaveText(['1 컨테이너고쳐짐']);
    await expectNoAxeFindings(page);
    await changed.getByRole('link').click();
    await expect(page.getByText(EDITED_SENTENCE)).toBeVisible();
    await expect(foot(page)).toContainText('노트 ');
    await map(page).click();
    await expect(page.getByRole('heading', { level: 1, name: '문제 모음' })).toBeVisible();
    await expect(changed).toHaveCount(0);

    await page.goto(`${host.url}types/`);
    await expectHalf(page);
    await expect(notice(page)).toHaveCount(0);
  });

  test('a reload takes the new version, without a network too', async ({ page, context, host }) => {
    await visitOnce(page, `${host.url}container/`);
    host.publish(LATER.next);
    await lookForUpdate(page);
    await expect(notice(page)).toBeVisible();
    await context.setOffline(true);
    await notice(page).getByRole('button', { name: '새로 고침' }).click();
    await expect(page.getByText(EDITED_SENTENCE)).toBeVisible();
    await hydrated(page);
    await expect(foot(page)).toContainText('버전 9.9.9');
  });

  test('two tabs on two versions write answers, and none is lost', async ({ page, context, host }) => {
    await visitOnce(page, `${host.url}types/`);
    host.publish(LATER.next);
    await lookForUpdate(page);
    await expect(notice(page)).toBeVisible();
    const other = await context.newPage();
    await open(other, `${host.url}types/`);
    await expect(foot(other)).toContainText('버전 9.9.9');
    await answerTrueFalse(other);
    await page.bringToFront();
    // Its scripts are those of the earlier version, kept on the device.
    await answerTrueFalse(page);
    await expect(foot(page)).toContainText('버전 0.1.0');
    await expect(await answersIn(page, host.url)).toContainText('문제 1개에 답 2번');
  });

  test('a version without a service worker takes the old one away, and nothing of the record', async ({
    page,
    context,
    host,
  }) => {
    await visitOnce(page, `${host.url}types/`);
    await answerTrueFalse(page);
    host.publish(LATER.retired);
    await lookForUpdate(page);
    await expect.poll(() => workersAndCaches(page)).toEqual([0, 0]);
    await page.reload();
    await expect(foot(page)).toContainText('버전 9.9.9');
    await expect(await answersIn(page, host.url)).toContainText('문제 1개에 답 1번');
    await expect(foot(page)).toContainText('노트 ');
    expect(await workersAndCaches(page)).toEqual([0, 0]);
    await expectNoPages(context, page, host.url);
  });
});

const workersAndCaches = (page: Page) =>
  page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
  ]);

/** Without its worker the site needs the network again. */
async function expectNoPages(context: BrowserContext, page: Page, url: string): Promise<void> {
  await context.setOffline(true);
  await expect(page.goto(`${url}types/`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
}

test.describe('an old tab whose scripts are gone', () => {
  test('loads itself anew, once, with what was typed', async ({ page, host }) => {
    await open(page, `${host.url}types/`);
    await typeHalf(page);
    await idle(page);
    host.publish(LATER.next);
    await page.getByRole('navigation').getByRole('link', { name: '복습' }).first().click();
    await expect(foot(page)).toContainText('버전 9.9.9');
    await expect(page.getByRole('heading', { level: 1, name: '복습' })).toBeVisible();
    await page.goBack();
    await expectHalf(page);
  });

  test('keeps what is typed into a question whose code never came', async ({ page, host }) => {
    await page.route('**/assets/quiz-*.js', (route) => route.abort());
    await open(page, `${host.url}types/`);
    await expect(page.getByRole('alert').first()).toContainText('문제를 불러오지 못했습니다');
    await idle(page);
    host.publish(LATER.next);
    await page.unroute('**/assets/quiz-*.js');
    // The two versions here have the quiz's code in common; of this one it is gone.
    await page.route('**/assets/quiz-*.js', (route) => route.fulfill({ status: 404 }), { times: 1 });
    const looked = page.waitForResponse((response) => response.request().method() === 'HEAD');
    await blank(page).pressSequentially('커널');
    // It knows that its version is gone, and waits until nobody types.
    await looked;
    await expect(foot(page)).toContainText('버전 0.1.0');
    await page.keyboard.press('Tab');
    await expect(foot(page)).toContainText('버전 9.9.9');
    await expectHalf(page);
  });

  test('does not load itself again and again where that does not help, and says so', async ({
    page,
    host,
  }) => {
    await open(page, `${host.url}types/`);
    await idle(page);
    // Something between still gives out the old page, whose first scripts the browser has.
    host.clean();
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    const review = page.getByRole('navigation').getByRole('link', { name: '복습' }).first();
    await review.click();
    await expect.poll(() => loads).toBe(1);
    await expect(page.getByRole('alert').filter({ hasText: '새 버전으로 바뀌는 중' })).toBeVisible();
    expect(loads).toBe(1);
  });
});
