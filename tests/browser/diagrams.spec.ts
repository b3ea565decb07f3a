/** Diagrams on a page: drawn without scripts, in both themes, at every width, and at no cost to pages that have none. */

import { expect, type Page, test } from '@playwright/test';
import { at, DESK, expectNoAxeFindings, open, overflow, PHONE, site } from '../support/pages.ts';

const foreign = site('foreign');
const DRAWN = at(foreign, '/diagrams/drawn/');

/** Words that stand out of their tile or of the drawing. */
const wordsCut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.diagram svg[role] text')]
      .filter((text) => text.checkVisibility())
      .filter((text) => {
        const tile = text.closest('.diagram-tile, .diagram-key')?.querySelector('rect, path, circle');
        const within = (tile ?? text.ownerSVGElement ?? text).getBoundingClientRect();
        const box = text.getBoundingClientRect();
        return box.left < within.left - 1 || box.right > within.right + 1 || box.bottom > within.bottom + 1;
      })
      .map((text) => text.textContent),
  );

const drawing = (page: Page, name: string) =>
  page.getByRole('img', { name, exact: true }).filter({ visible: true }).first();

const fillOf = (page: Page, name: string) =>
  page
    .locator(`.diagram-${name} rect`)
    .filter({ visible: true })
    .first()
    .evaluate((tile) => getComputedStyle(tile).fill);

for (const [name, viewport, colorScheme] of [
  ['a phone, dark', PHONE, 'dark'],
  ['a desk, light', DESK, 'light'],
] as const) {
  test(`every kind is drawn, named and whole on ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const styles: string[] = [];
    page.on('request', (request) => {
      if (/diagram-[\da-f]+\.css$/.test(request.url())) styles.push(request.url());
    });
    await open(page, at(foreign, '/diagrams/'));
    expect(styles).toEqual([]);
    await page.getByRole('link', { name: /Drawn/ }).filter({ visible: true }).last().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Drawn' })).toBeVisible();
    for (const title of ['코드에서 클러스터까지', '실행의 순서', '상태와 명령', '드라이버', '실험의 표'])
      await expect(drawing(page, title)).toBeVisible();
    expect(new Set(styles).size).toBe(1);
    await expect(page.locator('figcaption', { hasText: '그림 1' })).toHaveText(
      '그림 1 코드에서 클러스터까지',
    );
    await expect(page.getByRole('figure').filter({ hasText: 'gantt' })).toBeVisible();

    const { width = 0, height = 0 } = (await drawing(page, '코드에서 클러스터까지').boundingBox()) ?? {};
    expect(width > height).toBe(viewport === DESK);
    expect(await wordsCut(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectNoAxeFindings(page);

    // Colours are those of the theme, and follow it.
    const before = await fillOf(page, 'tile');
    await page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' });
    expect(await fillOf(page, 'tile')).not.toBe(before);
    expect(await fillOf(page, 'key')).not.toBe(await fillOf(page, 'tile'));
  });
}

test('without scripts, on paper and in forced colours it is there, too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(DRAWN);
  const region = page.getByRole('group', { name: '실행의 순서, 옆으로 밀어 보기' }).first();
  expect(await region.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  await expect(page.getByText('옆으로 밀어 보기').filter({ visible: true }).first()).toBeVisible();
  await page.getByText('그림의 원문').first().click();
  await expect(page.getByText('flowchart LR').first()).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.emulateMedia({ forcedColors: 'active' });
  const strokeOf = (part: string) =>
    page
      .locator(part)
      .filter({ visible: true })
      .first()
      .evaluate((shape) => getComputedStyle(shape).stroke);
  expect(await strokeOf('.diagram-tile rect')).not.toBe('none');
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await page.setViewportSize({ width: 680, height: 960 });
  const widths = await page
    .locator('.diagram svg[role]')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().right),
    );
  expect(widths.length).toBeGreaterThan(5);
  for (const right of widths) expect(right).toBeLessThanOrEqual(680);
  await context.close();
});
