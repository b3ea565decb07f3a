/** With colours forced by the system, what colour or ground tells elsewhere is told by lines and words, and the focus is seen. */

import { expect, type Locator, test } from '@playwright/test';
import { allAnswerable, at, open, PHONE, question, site, TABLET } from '../support/pages.ts';

const course = site('course');
const quizzes = site('quizzes');

/** What of an element's look outlives forced colours. */
const lookOf = (one: Locator) =>
  one.evaluate((element) => {
    const { outline, borderTop, borderBottom, borderLeft, textDecorationLine } = getComputedStyle(element);
    return { outline, borderTop, borderBottom, borderLeft, textDecorationLine };
  });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
});

test.use({ viewport: TABLET });

for (const [name, viewport] of [
  ['the bar', TABLET],
  ['the tabs of a phone', PHONE],
] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test('where one is in the main places', async ({ page }) => {
      await open(page, at(course, '/review/'));
      const places = page
        .getByRole('navigation', { name: '주 메뉴' })
        .filter({ visible: true })
        .getByRole('link');
      const here = places.and(page.locator('[aria-current]'));
      const other = places.and(page.locator(':not([aria-current])')).first();
      expect(await lookOf(here)).not.toEqual(await lookOf(other));
    });
  });
}

test('which result of the search is chosen, and what is shown of them', async ({ page }) => {
  await open(page, course.url);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: '찾기' });
  const field = page.getByRole('combobox');
  const frame = field.locator('..');
  await expect(field).toBeFocused();
  const focused = await lookOf(frame);
  await field.fill('컨테이너');
  await expect(page.getByRole('option').nth(1)).toBeVisible();
  const chosen = page.getByRole('option', { selected: true });
  const other = page.getByRole('option', { selected: false }).first();
  expect(await lookOf(chosen)).not.toEqual(await lookOf(other));
  const pressed = dialog.getByRole('button', { pressed: true });
  const free = dialog.getByRole('button', { pressed: false }).first();
  expect(await lookOf(pressed)).not.toEqual(await lookOf(free));
  await pressed.focus();
  expect(await lookOf(frame)).not.toEqual(focused);
});

test('which blank is typed in, and where a source was followed to', async ({ page }) => {
  await open(page, at(quizzes, '/container/'));
  await allAnswerable(page);
  const typed = page.getByRole('textbox').first();
  const before = await lookOf(typed);
  await typed.focus();
  expect(await lookOf(typed)).not.toEqual(before);
  const card = question(page, 'container-memory');
  await card.getByRole('button', { name: '모르겠음' }).click();
  await card.getByRole('link', { name: /커널을 공유하며/ }).click();
  const marked = page.locator('[data-source]');
  await expect(marked).toBeFocused();
  expect((await lookOf(marked)).outline).not.toContain('none');
});

test('what the hatched and the solid layers of a figure mean', async ({ page }) => {
  await open(page, at(course, '/container/virtual-machine/'));
  const names = page.locator('.stacks-key span');
  const swatches: string[] = [];
  for (const name of await names.all()) {
    await name.scrollIntoViewIfNeeded();
    const { x, y, height } = (await name.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    const clip = { x, y, width: 14, height };
    swatches.push((await page.screenshot({ clip })).toString('base64'));
  }
  expect(swatches).toHaveLength(2);
  expect(swatches[0]).not.toBe(swatches[1]);
});

test('which cell of a covered table is to be recalled', async ({ page }) => {
  await open(page, at(course, '/environment-tools/comparison/'));
  await page.getByRole('radio', { name: '가리고 떠올리기' }).check();
  const now = page.getByRole('button', { name: /가려짐, 떠올린 뒤 열기$/ });
  const covered = page.getByRole('button', { name: /가려짐$/ }).first();
  await expect(now).toBeVisible();
  expect(await lookOf(now)).not.toEqual(await lookOf(covered));
});
