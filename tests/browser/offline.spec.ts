/** One visit, and the course is on the device: all of it opens, is searched and answered without a network. */

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { at, dataOf, hydrated, open, pathsOf, site } from '../support/pages.ts';

const course = site('course');

test.use({ serviceWorkers: 'allow' });

/** Opens a page and waits until the worker says that the whole course is on the device. */
async function visitOnce(page: Page, address: string): Promise<void> {
  await open(page, address);
  await expect(page.getByRole('contentinfo')).toContainText('오프라인에서도 볼 수 있습니다', {
    timeout: 20_000,
  });
}

/** As in the subway: the network is gone for the page and for the worker. */
const goOffline = (context: BrowserContext) => context.setOffline(true);

test('after one visit every page opens without a network, and so does an address that is none', async ({
  page,
  context,
}) => {
  await visitOnce(page, course.url);
  await goOffline(context);
  for (const pagePath of pathsOf(course)) {
    const response = await page.goto(at(course, pagePath));
    expect(response?.status(), pagePath).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(dataOf(course, pagePath).titleText);
  }
  await hydrated(page);
  await expect(page.getByText('오프라인', { exact: true })).toBeVisible();
  expect((await page.goto(at(course, '/docker/nothing/')))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('페이지를 찾을 수 없습니다');
});
