/** A student practises, forgets, comes back on other days, and is asked again what was missed: on a phone and at a desk. */

import { expect, type Locator, type Page, test } from '@playwright/test';
import { questionsOf } from '../../src/core/study/questions.ts';
import {
  at,
  DESK,
  dataOf,
  expectNoAxeFindings,
  open,
  overflow,
  PHONE,
  site,
  watchForTrouble,
} from '../support/pages.ts';

const course = site('course');
const day = (date: number, hour = 9) => new Date(2026, 10, date, hour);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Says of the question on the screen that it is not known, and goes on. */
async function giveUp(page: Page): Promise<void> {
  await button(page, /모르겠음/).click();
  await button(page, /다음 문제|마치기/).click();
}

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
    else await choice.first().check({ force: true });
    return index + 1;
  }
  throw new Error('no question of the exam takes a choice or words');
}

/** Whether a statement of the page on virtual machines is true. */
function isTrue(id: string): boolean {
  const placed = questionsOf(dataOf(course, '/container/virtual-machine/')).find((each) => each.id === id);
  if (placed?.question.answer.type !== 'true-false') throw new Error(`${id} is no statement`);
  return placed.question.answer.isTrue;
}

test.describe('at a desk', () => {
  test.use({ viewport: DESK });

  test('what is missed today stands in 오답 until it is right, comes back tomorrow, and the record says so', async ({
    page,
  }) => {
    test.slow();
    const trouble = watchForTrouble(page, course);
    const [right, wrong] = isTrue('vm-hardware') ? [/맞다/, /아니다/] : [/아니다/, /맞다/];
    await page.clock.install({ time: day(24) });
    await open(page, `${at(course, '/practice/')}?question=vm-hardware`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    // Sure, and wrong.
    await page.getByRole('radio', { name: wrong }).check();
    await button(page, '확실해요').click();
    await expect(page.getByText(/^아쉽습니다/).first()).toBeVisible();
    await expectNoAxeFindings(page);

    await open(page, at(course, '/mistakes/'));
    await expect(page.getByRole('heading', { name: '확실했는데 틀린 문제' })).toBeVisible();
    await expectNoAxeFindings(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const key = page.getByText('하이퍼바이저가 물리적 하드웨어를 나누어');
    await expect(key).toBeHidden();
    // On paper the answers stand open, and nothing can be pressed.
    await page.emulateMedia({ media: 'print' });
    await expect(key).toBeVisible();
    expect((await key.boundingBox())?.height ?? 0).toBeGreaterThan(8);
    await expect(page.getByRole('main').locator('summary:visible, a:visible, button:visible')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });

    // The sitting goes on where it was left, and puts it once more; right, it is off the list as the list said.
    await expect(page.getByText('맞히면 목록에서 빠집니다.')).toBeVisible();
    await open(page, `${at(course, '/practice/')}?question=vm-hardware`);
    await page.getByRole('radio', { name: right }).check();
    await button(page, '확실해요').click();
    await button(page, '마치기').click();
    await expect(page.getByRole('heading', { name: /1문제 중 0문제/ })).toBeFocused();
    await expectNoAxeFindings(page);
    await open(page, at(course, '/mistakes/'));
    await expect(page.getByText('지금은 오답이 없습니다')).toBeVisible();

    for (const date of [25, 30]) {
      await page.clock.setFixedTime(day(date));
      await open(page, at(course, '/review/'));
      await expect(page.getByRole('main').getByText('1문제', { exact: true }).first()).toBeVisible();
      await expectNoAxeFindings(page);
      await button(page, '복습 시작').click();
      await page.getByRole('radio', { name: right }).check();
      await button(page, '확실해요').click();
      await button(page, '마치기').click();
      await expect(page.getByRole('heading', { name: '오늘 복습을 마쳤습니다' })).toBeFocused();
      await expect(page.getByText('1문제를 모두 기억하고 있었습니다.')).toBeVisible();
      await page.goto(at(course, '/mistakes/'));
      await expect(page.getByText('지금은 오답이 없습니다')).toBeVisible();
    }
    expect(trouble).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('a check is ten questions, whatever is missed, and ends with where to begin', async ({ page }) => {
    await open(page, `${at(course, '/practice/')}?set=check`);
    for (let index = 1; index <= 10; index++) {
      await expect(progress(page)).toHaveText(`${index} / 10`);
      await giveUp(page);
    }
    await expect(page.getByRole('heading', { name: '10문제 중 0문제를 맞혔습니다' })).toBeFocused();
    await expect(page.getByRole('list', { name: '영역별 결과' }).getByRole('listitem')).toHaveCount(4);
    await expect(page.getByText(/^여기부터: 1/)).toBeVisible();
    await expectNoAxeFindings(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await button(page, '틀린 10문제 다시').click();
    await expect(progress(page)).toHaveText('1 / 10');
  });

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

test('a review of many can be ten minutes long, and what remains is said', async ({ page }) => {
  test.slow();
  const count = 16;
  await page.clock.install({ time: day(24) });
  // Ten of them, then the six that are new still.
  for (const [set, asked] of [
    ['all', 10],
    ['new', 6],
  ] as const) {
    await open(page, `${at(course, '/practice/')}?set=${set}&area=4`);
    await expect(progress(page)).toHaveText(`1 / ${asked}`);
    for (let index = 1; index <= asked; index++) {
      await expect(progress(page)).toContainText(`${index} /`);
      // The learner thinks for a while.
      await page.clock.fastForward(60_000);
      await giveUp(page);
    }
  }
  await page.clock.setFixedTime(day(25));
  await open(page, at(course, '/review/'));
  await expect(page.getByText(`${count}문제`).first()).toBeVisible();
  const short = button(page, /오늘은 10분만/);
  const [few = 0] = /\d+(?=개)/.exec(await short.innerText())?.map(Number) ?? [];
  // At a minute an answer and a little more, which the machine takes.
  expect(few).toBeGreaterThan(7);
  expect(few).toBeLessThanOrEqual(10);
  await short.click();
  await expect(progress(page)).toHaveText(`1 / ${few}`);
  await giveUp(page);
  await button(page, '복습 그만두기').click();
  // What it leaves is there for later today.
  await expect(page.getByText(`남은 ${count - 1}개는 복습에 그대로 있습니다.`)).toBeVisible();
  await button(page, '복습 그만두기').click();
  await expect(page.getByRole('main')).toContainText(`${count - 1}문제`);
});
