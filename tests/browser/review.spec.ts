/** A student practises, forgets, comes back on other days, and is asked again what was missed: on a phone and at a desk. */

import { expect, type Page, test } from '@playwright/test';
import { questionsOf } from '../../src/core/study/questions.ts';
import { at, dataOf, expectNoAxeFindings, open, site, watchForTrouble } from '../support/pages.ts';

const course = site('course');
const day = (date: number, hour = 9) => new Date(2026, 10, date, hour);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Says of the question on the screen that it is not known, and goes on. */
async function giveUp(page: Page): Promise<void> {
  await button(page, /모르겠음/).click();
  await button(page, /다음 문제|마치기/).click();
}

/** Gives up whatever is asked until the sitting asks something a second time. */
async function giveUpOnce(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await expect(page.locator('.s-bar .num')).toContainText(`${index + 1} /`);
    // The learner thinks for a while.
    await page.clock.fastForward(40_000);
    await giveUp(page);
  }
}

/** Whether a statement of the page on virtual machines is true. */
function isTrue(id: string): boolean {
  const placed = questionsOf(dataOf(course, '/container/virtual-machine/')).find((each) => each.id === id);
  if (placed?.question.answer.type !== 'true-false') throw new Error(`${id} is no statement`);
  return placed.question.answer.isTrue;
}

const noSideways = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

for (const [name, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
})) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('what is missed today comes back tomorrow, leaves 오답 after two days, and the record says so', async ({
      page,
    }) => {
      test.slow();
      const trouble = watchForTrouble(page, course);
      const [right, wrong] = isTrue('vm-hardware') ? [/맞다/, /아니다/] : [/아니다/, /맞다/];
      await page.clock.install({ time: day(24) });
      await open(page, `${at(course, '/practice/')}?question=vm-hardware`);
      await noSideways(page);
      // Sure, and wrong.
      await page.getByRole('radio', { name: wrong }).check();
      await button(page, '답 확인').click();
      await expect(page.getByText('틀림').first()).toBeVisible();
      await expectNoAxeFindings(page);
      await button(page, '다음 문제').click();
      // Once more in the same sitting, until right once.
      await page.getByRole('radio', { name: right }).check();
      await button(page, '답 확인').click();
      await button(page, '마치기').click();
      await expect(page.getByRole('heading', { name: /1문제 가운데 0문제/ })).toBeFocused();
      await expectNoAxeFindings(page);

      await open(page, at(course, '/mistakes/'));
      await expect(page.getByRole('heading', { name: '확실했는데 틀린 문제' })).toBeVisible();
      await expectNoAxeFindings(page);
      await noSideways(page);
      const key = page.locator('.mistakes .key-answer');
      expect(await key.isVisible()).toBe(false);
      // On paper the answers stand open, and nothing can be pressed.
      await page.emulateMedia({ media: 'print' });
      await expect(key).toBeVisible();
      expect((await key.boundingBox())?.height ?? 0).toBeGreaterThan(8);
      await expect(page.locator('.mistakes :is(summary, a, button):visible')).toHaveCount(0);
      await page.emulateMedia({ media: 'screen' });

      // Right once already, when it came back in the sitting; a second day takes it off the list.
      await expect(page.getByText('한 번 더 맞히면 사라집니다')).toBeVisible();

      for (const date of [25, 30]) {
        await page.clock.setFixedTime(day(date));
        await open(page, at(course, '/review/'));
        await expect(page.locator('.study-figure')).toHaveText('1개');
        await expectNoAxeFindings(page);
        await button(page, '복습 시작').click();
        await page.getByRole('radio', { name: right }).check();
        await button(page, '답 확인').click();
        await button(page, '마치기').click();
        await expect(page.getByRole('heading', { name: /1개 가운데 1개를 떠올렸습니다/ })).toBeVisible();
        await page.goto(at(course, '/mistakes/'));
        await expect(page.getByText('지금은 오답이 없습니다')).toBeVisible();
      }
      expect(trouble).toEqual([]);
    });

    test('a mock exam goes on after a reload, names what is open, and tells by topic', async ({ page }) => {
      test.slow();
      await open(page, `${at(course, '/practice/')}?set=exam`);
      await page.getByRole('radio', { name: '10', exact: true }).check();
      await expectNoAxeFindings(page);
      await button(page, '모의고사 시작').click();
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
      await expectNoAxeFindings(page);
      await noSideways(page);
      // To a question with options, by the sheet.
      const sheet = page.getByRole('navigation', { name: '답안지' });
      await expect(sheet.getByRole('button')).toHaveCount(10);
      let answered = 0;
      for (let number = 1; number <= 10 && answered === 0; number++) {
        await sheet.getByRole('button', { name: new RegExp(`^${number} ?번`) }).click();
        await expect(page.locator('.exam-no')).toContainText(`${number}`);
        const first = page.locator('.exam-q input[type=radio]').first();
        if ((await first.count()) === 0) continue;
        await first.check({ force: true });
        answered = number;
      }
      expect(answered).toBeGreaterThan(0);
      // Without feedback.
      await expect(page.getByText('해설')).toHaveCount(0);
      const filled = sheet.getByRole('button', { name: new RegExp(`^${answered} ?번, 답함`) });
      const isComplete = (await filled.count()) === 1;
      await page.reload();
      await expect(sheet.getByRole('button')).toHaveCount(10);
      if (isComplete) await expect(filled).toHaveCount(1);
      await button(page, '제출').first().click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('아직 답하지 않은 문제가');
      await expectNoAxeFindings(page);
      await dialog.getByRole('button', { name: '계속 풀기' }).click();
      await button(page, '제출').first().click();
      await dialog.getByRole('button', { name: '제출' }).click();
      await expect(page.getByRole('heading', { name: '모의고사 결과' })).toBeFocused();
      await expectNoAxeFindings(page);
      await page.reload();
      await expect(page.getByRole('heading', { name: '모의고사 결과' })).toBeVisible();
      await button(page, '새 모의고사').click();
      await expect(button(page, '모의고사 시작')).toBeVisible();
    });
  });
}

test('ten questions by keyboard alone, and a pause loses nothing', async ({ page }) => {
  test.slow();
  await open(page, at(course, '/practice/'));
  await page.getByRole('link', { name: '10문제로 실력 확인' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.s-bar .num')).toContainText('1 / 10');
  for (let index = 0; index < 3; index++) {
    const giving = button(page, '모르겠음');
    await giving.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('아직 모름').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('.s-bar .num')).toContainText(`${index + 2} /`);
  }
  // A look at the course, and back where one was.
  await page.goBack();
  await page.goForward();
  await expect(page.locator('.s-bar .num')).toContainText('4 /');
  await button(page, '문제 그만두기').click();
  await expect(page.getByRole('heading', { name: '문제', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /^오답 확실했는데/ })).toContainText('3문제');
});

test('a review of many can be ten minutes long, and what remains is said', async ({ page }) => {
  test.slow();
  await page.clock.install({ time: day(24) });
  await open(page, `${at(course, '/practice/')}?topic=/orchestrator/kubernetes/`);
  await expect(page.locator('.s-bar .num')).toContainText('/ 23');
  await giveUpOnce(page, 23);
  await page.clock.setFixedTime(day(25));
  await open(page, at(course, '/review/'));
  await expect(page.getByText('23개').first()).toBeVisible();
  const short = button(page, /오늘은 10분만/);
  const [count = 0] = /\d+(?=개)/.exec(await short.innerText())?.map(Number) ?? [];
  // At 40 seconds an answer and a little more, which the machine takes.
  expect(count).toBeGreaterThan(10);
  expect(count).toBeLessThanOrEqual(15);
  await short.click();
  await expect(page.locator('.s-bar .num')).toHaveText(`1 / ${count}`);
  // What it leaves is there for later today.
  for (let index = 0; index < count; index++) await giveUp(page);
  await button(page, '복습 그만두기').click();
  await expect(page.locator('.study-figure')).toHaveText(`${23 - count}개`);
});

test('a question whose page does not come says so, and comes when asked again', async ({ page }) => {
  await page.route('**/data/container/virtual-machine.json', (route) => route.abort());
  await open(page, `${at(course, '/practice/')}?question=vm-hardware`);
  await expect(page.getByText('문제를 불러오지 못했습니다')).toBeVisible();
  await page.unroute('**/data/container/virtual-machine.json');
  await button(page, '다시 시도').click();
  await expect(page.getByRole('radio', { name: /맞다/ })).toBeVisible();
});

test('wrong addresses and empty sets say what to do', async ({ page }) => {
  await open(page, `${at(course, '/practice/')}?question=no-such-question`);
  await expect(page.getByText('지금 풀 문제가 없습니다')).toBeVisible();
  await page.goto(`${at(course, '/practice/')}?set=nonsense`);
  await expect(page.getByRole('link', { name: '10문제로 실력 확인' })).toBeVisible();
  await page.goto(at(course, '/review/'));
  await expect(page.getByText('아직 복습할 것이 없습니다')).toBeVisible();
  await expectNoAxeFindings(page);
});
