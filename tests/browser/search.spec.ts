/** A student searches as one types Korean: half a syllable at a time, on a phone or at a desk, and lands on the place. */

import { expect, type Page, test } from '@playwright/test';
import {
  at,
  DESK,
  expectNoAxeFindings,
  hold,
  open,
  overflow,
  PHONE,
  site,
  watchForTrouble,
} from '../support/pages.ts';

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

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

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
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/orchestrator\/kubernetes\/#/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: '롤링 업데이트와 롤백', exact: true })).toBeInViewport();
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
});

test.describe('at a desk', () => {
  test.use({ viewport: DESK });

  test('by keyboard alone: slash, type, arrows, Escape gives the focus back', async ({ page }) => {
    await open(page, at(course, '/docker/'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('ㅋㅌㅇㄴ');
    const chosen = page.getByRole('option', { selected: true });
    await expect(chosen).toContainText('Container');
    const first = await chosen.innerText();
    await page.keyboard.press('ArrowDown');
    await expect(chosen).not.toHaveText(first, { useInnerText: true });
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
  });

  test('a list of results has an address; what was found is marked on its page, and a bar leads back', async ({
    page,
  }) => {
    await open(page, `${at(course, '/search/')}?q=${encodeURIComponent('불변의 템플릿')}`);
    await expectNoAxeFindings(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectNoAxeFindings(page, ['cat.color']);
    const hit = page.getByRole('main').getByRole('link').first();
    await hit.click();
    await expect(page).toHaveURL(/\/container\/components\/#image$/);
    await expect(page.getByText('찾은 말을 표시했습니다')).toBeVisible();
    await expect(page.locator('[data-source]')).toContainText('불변의 템플릿');
    await expect(page.locator('[data-source]')).toBeInViewport();
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: '검색 결과로' }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('불변의 템플릿');
    await hit.click();
    await expect(page).not.toHaveURL(/search/);
    await page.goBack();
    await expect(page.getByRole('searchbox')).toHaveValue('불변의 템플릿');
    await expect(hit).toBeVisible();
  });
});

test('works under a base path, and finds what was typed with the wrong keyboard', async ({ page }) => {
  const underBase = site('under-base');
  await open(page, at(underBase, '/docker/'));
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('whdthrtjd');
  await expect(page.getByRole('paragraph').filter({ hasText: '한/영 전환' })).toContainText('종속성');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notes\/environment-tools\//);
});
