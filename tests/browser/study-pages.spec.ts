/** The pages that scripts make stand in their frame from the first paint on, with scripts or without. */

import { expect, type Page, test } from '@playwright/test';
import type { Day } from '../../src/core/model/event.ts';
import { learnedEvents } from '../support/learned.ts';
import { at, dataOf, hold, hydrated, indexOf, site, watchShifts } from '../support/pages.ts';
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

for (const { name, viewport, events } of [
  { name: 'phone, a first visit', viewport: { width: 390, height: 844 }, events: [] },
  { name: 'desk, with a record', viewport: { width: 1440, height: 900 }, events: learned },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    for (const path of PATHS) {
      test(`${path} stands where it will stay from the first paint on`, async ({ page }) => {
        await page.goto(at(course, '/robots.txt'));
        await plantEvents(page, courseId, events);
        // A first visit: the document is painted before any of its files is here.
        const release = await hold(page, '**/assets/**');
        const shifts = await watchShifts(page);
        await page.goto(at(course, path), { waitUntil: 'commit' });
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(dataOf(course, path).titleText);
        await drawn(page);
        const first = await headingOf(page);
        expect(first.left).toBeGreaterThanOrEqual(first.gutter);
        release();
        await hydrated(page);
        await page.waitForLoadState('networkidle');
        await expect(page.getByText(/여는 중|읽는 중/)).toHaveCount(0);
        await drawn(page);
        expect(await headingOf(page)).toEqual(first);
        expect(await shifts()).toEqual([]);
      });

      test(`${path} without scripts: in the same frame, with a way on`, async ({ page, browser }) => {
        await page.goto(at(course, path));
        await hydrated(page);
        const live = await headingOf(page);
        const context = await browser.newContext({ viewport, javaScriptEnabled: false });
        const bare = await context.newPage();
        await bare.goto(at(course, path));
        expect(await headingOf(bare)).toEqual(live);
        await expect(bare.getByText('이 페이지에는 JavaScript가 필요합니다.')).toBeVisible();
        await bare.getByRole('main').getByRole('link', { name: '차례로' }).click();
        await expect(bare).toHaveURL(course.url);
        await context.close();
      });
    }
  });
}
