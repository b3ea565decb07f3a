/** A student searches as one types Korean: half a syllable at a time, on a phone or at a desk, and lands on the place. */

import { expect, type Page, test } from '@playwright/test';
import { at, expectNoAxeFindings, hold, open, site, watchForTrouble } from '../support/pages.ts';

const course = site('course');
const field = (page: Page) => page.getByRole('combobox', { name: /찾을 말/ });

/** What an input method does: the syllable changes under the cursor until it is committed. */
async function compose(page: Page, steps: string[], committed: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  for (const text of steps) {
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  if (committed) await keyboard.send('Input.insertText', { text: committed });
}

for (const [name, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
})) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('finds while a syllable is being composed, and Enter leads to the section', async ({ page }) => {
      const trouble = watchForTrouble(page, course);
      await open(page, at(course, '/environment-tools/conda/'));
      await page.getByRole('button', { name: '노트와 문제에서 찾기' }).click();
      await expect(field(page)).toBeFocused();
      await compose(page, ['ㄹ', '로', '롤'], '롤');
      await compose(page, ['ㅂ', '배', '백'], '');
      // 백 is not committed yet, and is found already.
      await expect(page.getByRole('option').first()).toContainText('롤백');
      await compose(page, [], '백');
      await expect(page.getByRole('status').filter({ hasText: /결과 \d+개/ })).toHaveCount(1);
      await expectNoAxeFindings(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/orchestrator\/kubernetes\/#/);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      const heading = page.getByRole('heading', { name: '롤링 업데이트와 롤백' });
      await expect(heading).toBeInViewport();
      expect(trouble).toEqual([]);
    });

    test('what was typed before the scripts came is found', async ({ page }) => {
      const release = await hold(page, '**/assets/*.js');
      await page.goto(at(course, '/search/'), { waitUntil: 'commit' });
      await page.getByRole('searchbox').fill('도커');
      release();
      await expect(page.getByRole('main').getByRole('link').first()).toContainText('Docker');
      await expect(page.getByRole('searchbox')).toHaveValue('도커');
    });

    test('a list of results has an address, and the way back leads to it', async ({ page }) => {
      await open(page, `${at(course, '/search/')}?q=${encodeURIComponent('컨태이너')}`);
      const hit = page.getByRole('main').getByRole('link').first();
      await expect(hit).toContainText('Container');
      await expectNoAxeFindings(page);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await expectNoAxeFindings(page, ['cat.color']);
      await hit.click();
      await expect(page).not.toHaveURL(/search/);
      await page.goBack();
      await expect(page.getByRole('searchbox')).toHaveValue('컨태이너');
      await expect(hit).toBeVisible();
    });
  });
}

test('the sentence found is marked on its page, and a bar leads back to the results', async ({ page }) => {
  await open(page, `${at(course, '/search/')}?q=${encodeURIComponent('불변의 템플릿')}`);
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/container\/components\/#image$/);
  await expect(page.getByText('찾은 말을 표시했습니다')).toBeVisible();
  await expect(page.locator('[data-source]')).toContainText('불변의 템플릿');
  await expect(page.locator('[data-source]')).toBeInViewport();
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: '검색 결과로' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('불변의 템플릿');
});

test('by keyboard alone: slash, type, arrows, Escape gives the focus back', async ({ page }) => {
  await open(page, at(course, '/docker/'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('ㅋㅌㅇㄴ');
  await expect(page.getByRole('option', { selected: true })).toContainText('Container');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
});

test('without a network it says so, and finds when there is one again', async ({ page }) => {
  await open(page, at(course, '/docker/'));
  await page.route('**/course/search.json', (route) => route.abort());
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('볼륨');
  await expect(page.getByText('검색 자료를 불러오지 못했습니다')).toBeVisible();
  await page.unroute('**/course/search.json');
  await field(page).fill('볼륨 ');
  await field(page).fill('볼륨 관리');
  await expect(page.getByRole('option').first()).toContainText('볼륨');
});

test('works under a base path', async ({ page }) => {
  const underBase = site('under-base');
  await open(page, at(underBase, '/docker/'));
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('whdthrtjd');
  await expect(page.getByText(/한\/영 전환/)).toContainText('종속성');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notes\/environment-tools\//);
});
