/** A mock exam on a phone, and a sitting that is left. What a learner does day by day is in month.spec.ts. */

import { expect, type Locator, type Page, test } from '@playwright/test';
import { at, expectNoAxeFindings, open, overflow, PHONE, pick, site } from '../support/pages.ts';

const course = site('course');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** How far the sitting has come: `3 / 10`. */
const progress = (page: Page) => page.getByText(/^\d+ \/ \d+$/);

/** Answers the first question of an exam that takes one choice or some words, found by the sheet; returns its number. */
async function answerOne(page: Page, sheet: Locator): Promise<number> {
  const area = page.getByRole('main').getByRole('article');
  for (const [index, number] of (await sheet.getByRole('button').all()).entries()) {
    await number.click();
    await expect(number).toHaveAttribute('aria-current', 'step');
    await expect(area.locator('input, ol[aria-labelledby]').first()).toBeAttached();
    const [words, choice] = [area.getByRole('textbox'), area.locator('label > input')];
    if ((await area.getByRole('table').count()) > 0 || (await words.or(choice).count()) === 0) continue;
    if ((await words.count()) > 0) for (const blank of await words.all()) await blank.fill('모름');
    else await pick(choice.first());
    return index + 1;
  }
  throw new Error('no question of the exam takes a choice or words');
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('a mock exam goes on after a reload, names what is open, and tells by topic', async ({ page }) => {
    test.slow();
    await open(page, `${at(course, '/practice/')}?set=exam`);
    await page.getByRole('radio', { name: '10', exact: true }).check();
    await expectNoAxeFindings(page);
    await button(page, '모의고사 시작').click();
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expectNoAxeFindings(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const sheet = page.getByRole('navigation', { name: '답안지' });
    await expect(sheet.getByRole('button')).toHaveCount(10);
    const answered = await answerOne(page, sheet);
    const filled = sheet.getByRole('button', { name: new RegExp(`^${answered}번, 답함`) });
    await expect(filled).toHaveCount(1);
    // Without feedback.
    await expect(page.getByText('해설')).toHaveCount(0);
    await page.reload();
    await expect(sheet.getByRole('button')).toHaveCount(10);
    await expect(filled).toHaveCount(1);
    await button(page, '제출').first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('아직 답하지 않은 문제가');
    await expectNoAxeFindings(page);
    await dialog.getByRole('button', { name: '계속 풀기' }).click();
    await button(page, '제출').first().click();
    await dialog.getByRole('button', { name: '제출' }).click();
    await expect(page.getByRole('heading', { name: '모의고사 결과' })).toBeFocused();
    // Each answer that is opened has its verdict in a place of its own.
    const verdicts = page.locator('.exam-answer .result');
    for (const index of [0, 1]) await page.locator('.exam-answer > summary').nth(index).click();
    await expect(verdicts).toHaveCount(2);
    const [first, second] = [await verdicts.first().boundingBox(), await verdicts.last().boundingBox()];
    expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0));
    await expectNoAxeFindings(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: '모의고사 결과' })).toBeVisible();
    await button(page, '새 모의고사').click();
    await expect(button(page, '모의고사 시작')).toBeVisible();
  });
});

test('a sitting is left by the way back and by its own button, and loses nothing', async ({ page }) => {
  await open(page, at(course, '/practice/'));
  await page.getByRole('link', { name: '10문제로 실력 확인' }).focus();
  await page.keyboard.press('Enter');
  await expect(progress(page)).toHaveText('1 / 10');
  const giving = button(page, '모르겠음');
  await giving.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('아직 모름').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(progress(page)).toContainText('2 /');
  // A look at the course, and back where one was.
  await page.goBack();
  await expect(page.getByRole('link', { name: '10문제로 실력 확인' })).toBeVisible();
  await page.goForward();
  await expect(progress(page)).toContainText('2 /');
  // Stopped, it says so and offers to go on; stopped again it is left.
  await button(page, '문제 그만두기').click();
  await expect(page.getByRole('heading', { name: '1문제에서 멈췄습니다' })).toBeFocused();
  await expectNoAxeFindings(page);
  await button(page, '이어서 풀기').click();
  await expect(progress(page)).toHaveText('2 / 10');
  await button(page, '문제 그만두기').click();
  await button(page, '문제 그만두기').click();
  await expect(page.getByRole('heading', { name: '문제', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /^오답 확실했는데/ })).toContainText('1문제');
});
