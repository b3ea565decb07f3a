/**
 * A browser killed while it writes. What is promised: an answer that has been written (its transaction has ended) is
 * there afterwards, whole; of the one under way all or nothing; and the record opens, reads and takes answers again.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { parseRecord } from '../../src/store/log/record-file.ts';
import { at, dataOf, open, site } from '../support/pages.ts';
import { countEvents } from '../support/plant.ts';

const course = site('course');
const courseId = dataOf(course, '/').course.id ?? 'course';
const practice = `${at(course, '/practice/')}?set=new`;
/** When it is killed, as far as the page can tell: as soon as it was clicked, as the write is asked for, as it has ended. */
const MOMENTS = ['clicked', 'asked for', 'ended'] as const;
type Moment = (typeof MOMENTS)[number];

let profile = '';
test.beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'killed-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

const start = ({ launchOptions }: { launchOptions: object }) =>
  chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'ko-KR', serviceWorkers: 'block' });

/** Has the page tell when an event is written: as `add` has been called, and as its transaction has ended. */
async function watchWrites(page: Page, tell: (moment: Moment) => void): Promise<void> {
  await page.exposeFunction('tellWrite', tell);
  await page.addInitScript(() => {
    const { tellWrite } = window as unknown as { tellWrite: (moment: string) => void };
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...given) {
      const request = add.apply(this, given);
      this.transaction.addEventListener('complete', () => tellWrite('ended'));
      tellWrite('asked for');
      return request;
    };
  });
}

/** Gives two answers in a new page: one that is written, beside those before it, and one that has come to the moment. */
async function answerTwice(context: BrowserContext, before: number, moment: Moment): Promise<Page> {
  const page = await context.newPage();
  let reached: (() => void) | null = null;
  await watchWrites(page, (told) => {
    if (told === moment) reached?.();
  });
  const giveUp = () => page.getByRole('button', { name: /모르겠음/ }).click();
  await open(page, practice);
  await giveUp();
  await expect.poll(() => countEvents(page, courseId)).toBe(before + 1);
  await page.getByRole('button', { name: '다음 문제' }).click();
  const written = new Promise<void>((resolve) => {
    reached = resolve;
  });
  await giveUp();
  if (moment !== 'clicked') await written;
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
  const read = await parseRecord(text, courseId);
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
  let count = 0;
  for (const moment of MOMENTS) {
    const page = await answerTwice(context, count, moment);
    await crashPage(context, page);
    const again = await context.newPage();
    count = await expectWhole(again, count + (moment === 'ended' ? 2 : 1));
    await again.close();
  }
  await context.close();
});

test('a browser that is killed loses no written answer, and breaks none', async ({ launchOptions }) => {
  test.slow();
  let context = await start({ launchOptions });
  let count = 0;
  for (const moment of MOMENTS) {
    await answerTwice(context, count, moment);
    await killBrowser(context);
    context = await start({ launchOptions });
    const again = await context.newPage();
    count = await expectWhole(again, count + (moment === 'ended' ? 2 : 1));
    await again.close();
  }
  await context.close();
});
