/** The pages that scripts make stand in their frame from the first paint on, with scripts or without. */

import { expect, type Page, test } from '@playwright/test';
import type { Day } from '../../src/core/model/event.ts';
import { learnedEvents } from '../support/learned.ts';
import { at, DESK, dataOf, hold, hydrated, indexOf, PHONE, site, watchShifts } from '../support/pages.ts';
import { plantEvents } from '../support/plant.ts';

const course = site('course');
const courseId = dataOf(course, '/').course.id ?? 'course';
const PATHS = ['/practice/', '/review/', '/mistakes/', '/search/', '/progress/'];
const learned = learnedEvents(
  indexOf(course),
  courseId,
  new Date().toISOString().slice(0, 10) as Day,
  0.6,
  60,
);

/** Where the page's heading stands, and how wide the edge of a page is there. */
const headingOf = (page: Page) =>
  page.evaluate(() => {
    const { left, top } = document.querySelector('main h1')?.getBoundingClientRect() ?? new DOMRect();
    const gutter = getComputedStyle(document.documentElement).getPropertyValue('--gutter');
    return { left, top, gutter: Number.parseFloat(gutter) };
  });

const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** Opens a page before any of its files is here, and sees where its heading stands then and when all has come. */
async function expectToStay(page: Page, pagePath: string): Promise<void> {
  const release = await hold(page, '**/assets/**');
  const shifts = await watchShifts(page);
  await page.goto(at(course, pagePath), { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(dataOf(course, pagePath).titleText);
  await drawn(page);
  const first = await headingOf(page);
  expect(first.left).toBeGreaterThanOrEqual(first.gutter);
  release();
  await hydrated(page);
  await expect(page.getByText(/여는 중|읽는 중/)).toHaveCount(0);
  await drawn(page);
  expect(await headingOf(page)).toEqual(first);
  expect(await shifts()).toEqual([]);
}

test.describe('at a desk, with a record', () => {
  test.use({ viewport: DESK });

  for (const pagePath of PATHS) {
    test(`${pagePath} stands where it will stay from the first paint on, with scripts or without`, async ({
      page,
      browser,
    }) => {
      await page.goto(at(course, '/robots.txt'));
      await plantEvents(page, courseId, learned);
      await expectToStay(page, pagePath);

      const context = await browser.newContext({ viewport: DESK, javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(at(course, pagePath));
      expect(await headingOf(plain)).toEqual(await headingOf(page));
      await expect(plain.getByText('이 페이지에는 JavaScript가 필요합니다.')).toBeVisible();
      await plain.getByRole('main').getByRole('link', { name: '차례로' }).click();
      await expect(plain).toHaveURL(course.url);
      await context.close();
    });
  }
});

test.describe('on a phone, a first visit', () => {
  test.use({ viewport: PHONE });

  for (const pagePath of ['/practice/', '/progress/']) {
    test(`${pagePath} stands where it will stay from the first paint on`, async ({ page }) => {
      await expectToStay(page, pagePath);
    });
  }
});
