/**
 * A browser killed while it writes. What is promised: an answer that has been written (its transaction has ended) is
 * there afterwards, whole; of the one under way all or nothing; and the record opens, reads and takes answers again.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { parseRecord } from '../../src/store/log/transfer.ts';
import { at, dataOf, open, site } from '../support/pages.ts';
import { countEvents } from '../support/plant.ts';

const course = site('course');
const courseId = dataOf(course, '/').course.id ?? 'course';
const practice = `${at(course, '/practice/')}?set=new`;
/** How long after the last click it is killed: before the write begins, about then, and about its end. */
const DELAYS_MILLIS = [0, 8, 16, 24, 40];

let profile = '';
test.beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'killed-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

const start = ({ launchOptions }: { launchOptions: object }) =>
  chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'ko-KR', serviceWorkers: 'block' });

/** Gives two answers in a new page: one that is written, beside the `known` ones, and one that is left to the kill. */
async function answerTwice(context: BrowserContext, known: number): Promise<Page> {
  const page = await context.newPage();
  const giveUp = () => page.getByRole('button', { name: /모르겠음/ }).click();
  await open(page, practice);
  await giveUp();
  await expect.poll(() => countEvents(page, courseId)).toBe(known + 1);
  await page.getByRole('button', { name: '다음 문제' }).click();
  await giveUp();
  return page;
}

async function exported(page: Page) {
  await open(page, at(course, '/progress/'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '기록 내보내기' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** The record reads whole: at least so many answers, or the one under way with them, and no trouble is told. */
async function expectWhole(page: Page, least: number): Promise<number> {
  const text = await exported(page);
  const read = parseRecord(text, courseId);
  if (read.status === 'error') throw new Error(read.message);
  expect(read.unreadable).toBe(0);
  expect(text).not.toContain('"unreadable"');
  expect([least, least + 1]).toContain(read.events.length);
  expect(new Set(read.events.map(({ id }) => id)).size).toBe(read.events.length);
  await expect(page.locator('.storage-notice')).toHaveText('');
  return read.events.length;
}

/** Ends the whole browser as the system would, without a word to it. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context has no browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('no process of the browser');
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(own.id, 'SIGKILL');
  await closed;
}

const crashPage = async (context: BrowserContext, page: Page) => {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never answers.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
};

test('a page that crashes loses no written answer, and breaks none', async ({ launchOptions }) => {
  test.slow();
  const context = await start({ launchOptions });
  let known = 0;
  for (const delay of DELAYS_MILLIS) {
    const page = await answerTwice(context, known);
    await page.waitForTimeout(delay);
    await crashPage(context, page);
    const again = await context.newPage();
    known = await expectWhole(again, known + 1);
    await again.close();
  }
  await context.close();
});

test('a browser that is killed loses no written answer, and breaks none', async ({ launchOptions }) => {
  test.slow();
  let known = 0;
  for (const delay of DELAYS_MILLIS) {
    const context = await start({ launchOptions });
    const page = await answerTwice(context, known);
    await page.waitForTimeout(delay);
    await killBrowser(context);
    const after = await start({ launchOptions });
    known = await expectWhole(await after.newPage(), known + 1);
    await after.close();
  }
});
