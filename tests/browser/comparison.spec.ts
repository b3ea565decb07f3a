/** Comparisons in a browser: laid out, scrolled, entered before the scripts come, recalled by keyboard and touch, printed. */

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
const TOOLS = at(course, '/environment-tools/comparison/');
const LARGE = at(site('foreign'), '/tables/large/');

const table = (page: Page) => page.getByRole('region', { name: /비교$/ }).first();
const choose = (page: Page, name: string) => table(page).getByRole('radio', { name }).check();
const covered = (page: Page, name: string) =>
  table(page).getByRole('button', { name: new RegExp(`^${name}, 가려짐`) });
/** The one covered cell that is to be recalled now. */
const current = (page: Page) => table(page).getByRole('button', { name: /가려짐, 떠올린 뒤 열기$/ });
/** Opened, and waiting to be graded. */
const openedCell = (page: Page) => page.locator('td[data-state=o]');
const headers = (page: Page) => table(page).locator('thead th:visible').allInnerTexts();

for (const [name, viewport, colorScheme] of [
  ['on a phone in light', PHONE, 'light'],
  ['at a desk in dark', DESK, 'dark'],
] as const) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    test('each mode is clean for axe and never scrolls the page sideways', async ({ page }) => {
      const trouble = watchForTrouble(page, course);
      await open(page, TOOLS);
      for (const mode of ['보기', '차이', '가리고 떠올리기']) {
        await choose(page, mode);
        await expect(table(page).getByRole('radio', { name: mode })).toBeChecked();
        if (mode === '가리고 떠올리기') {
          await covered(page, '정의, conda').click();
          await expect(openedCell(page)).toBeFocused();
        }
        // What lies half under a bar would be measured as it shows.
        await page.evaluate(() => scrollTo(0, 0));
        await page.setViewportSize({ ...viewport, height: 4_000 });
        await expectNoAxeFindings(page);
        await page.setViewportSize(viewport);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
      expect(trouble).toEqual([]);
    });
  });
}

test.describe('at a desk', () => {
  test.use({ viewport: DESK });

  test('a source link leads to the very sentence and marks it', async ({ page }) => {
    await open(page, TOOLS);
    await table(page)
      .getByRole('row', { name: /^플랫폼/ })
      .getByRole('link', { name: /conda › 주요특징/ })
      .click();
    const term = page.locator('[id="크로스-플랫폼"]');
    await expect(term).toBeFocused();
    await expect(term).toBeInViewport();
    const [own, paper] = await term.evaluate((node) => {
      const ground = (element: Element | null) => element && getComputedStyle(element).backgroundColor;
      return [ground(node.nextElementSibling), ground(document.body)];
    });
    expect(own).not.toBe(paper);
    expect(own).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('header and row names stay in view', async ({ page }) => {
    await open(page, LARGE);
    const scroller = page.getByRole('group', { name: '표', exact: true });
    await scroller.evaluate((element) => element.scrollTo(9999, 2000));
    const name = table(page).getByRole('rowheader', { name: '관점 40' });
    await expect(table(page).getByRole('columnheader', { name: '도구 8' })).toBeInViewport();
    await name.scrollIntoViewIfNeeded();
    const [left, right] = await Promise.all([name.boundingBox(), scroller.boundingBox()]);
    expect(Math.abs((left?.x ?? 0) - (right?.x ?? -9))).toBeLessThan(2);
  });

  test('picked columns come back with the address and with the way back', async ({ page }) => {
    await open(page, `${TOOLS}?cols-tools=conda&cols-tools=Pipenv`);
    await expect(table(page).getByRole('columnheader')).toHaveText(['관점', 'conda', 'Pipenv']);
    await table(page)
      .getByRole('button', { name: /열 고르기|열과 순서/ })
      .click();
    await expect(table(page).getByRole('checkbox', { name: 'Virtualenv' })).not.toBeChecked();
    await expectNoAxeFindings(page);
    await table(page)
      .getByRole('link', { name: /출처 conda › 정의/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('conda');
    await page.goBack();
    await expect(table(page).getByRole('columnheader')).toHaveText(['관점', 'conda', 'Pipenv']);
  });

  test('a whole column is recalled by keyboard, what was missed once more', async ({ page }) => {
    await open(page, TOOLS);
    await choose(page, '가리고 떠올리기');
    await table(page).getByRole('combobox', { name: '가릴 곳' }).selectOption({ label: 'Pipenv' });
    const films = table(page).getByRole('button', { name: /가려짐/ });
    await expect(current(page)).toBeVisible();
    const count = await films.count();
    await current(page).focus();
    for (let turn = 0; turn < count; turn++) {
      await page.keyboard.press(turn % 2 ? 'Space' : 'Enter');
      await page.keyboard.press(turn === 0 ? '3' : turn === 1 ? '2' : '1');
    }
    await expect(films).toHaveCount(1);
    await page.keyboard.press('Space');
    await page.keyboard.press('1');
    const result = page.getByRole('region', { name: '떠올리기 결과' });
    await expect(result).toBeFocused();
    await expect(result).toContainText(`${count}칸 중 ${count - 2}칸을 바로 떠올렸습니다.`);
    await expectNoAxeFindings(page);
  });

  test('all comparisons are found from the course map', async ({ page }) => {
    await open(page, course.url);
    await page.getByRole('link', { name: '비교표 모아 보기' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '비교' })).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', { name: /Virtual Machine/ })
      .first()
      .click();
    await expect(
      page.getByRole('heading', { name: 'Virtual Machine과 Container 비교', exact: true }),
    ).toBeInViewport();
  });

  test('a mode and a number of applications chosen before the scripts came are entered', async ({ page }) => {
    const release = await hold(page, '**/assets/*.js');
    await page.goto(TOOLS, { waitUntil: 'commit' });
    await choose(page, '가리고 떠올리기');
    release();
    await covered(page, '정의, conda').click();
    await expect(openedCell(page)).toBeFocused();

    const releaseFigure = await hold(page, /comparison-.*\.js/);
    await open(page, at(course, '/container/virtual-machine/'));
    await page.getByRole('radio', { name: '앱 1개' }).check();
    releaseFigure();
    await expect(page.getByRole('img', { name: /^Virtual Machine, 애플리케이션 1개/ })).toBeVisible();
    await expect(page.getByRole('radio', { name: '앱 1개' })).toBeChecked();
  });

  test('prints as a table, without controls', async ({ page }) => {
    await open(page, TOOLS);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 900 });
    await expect(table(page).getByRole('radio', { name: '차이' })).toBeHidden();
    await expect(table(page).getByRole('columnheader', { name: 'Pipenv' })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 480, height: 700 });
    await expect(table(page).getByRole('columnheader', { name: 'Pipenv' })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('columns chosen before the scripts came stand side by side, under a header that stays', async ({
    page,
  }) => {
    const release = await hold(page, '**/assets/*.js');
    await page.goto(TOOLS, { waitUntil: 'commit' });
    await page.getByRole('combobox', { name: '왼쪽 열' }).selectOption('Virtualenv');
    await page.getByRole('combobox', { name: '오른쪽 열' }).selectOption('Pipenv');
    release();
    await expect.poll(async () => (await headers(page)).slice(1)).toEqual(['Virtualenv', 'Pipenv']);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    await expect(table(page).getByRole('columnheader', { name: 'Pipenv' })).toBeInViewport();
  });

  test('grading sits in the foot, and opening moves no cell', async ({ page }) => {
    await open(page, TOOLS);
    await choose(page, '가리고 떠올리기');
    await expect(current(page)).toBeVisible();
    const heights = () =>
      table(page)
        .getByRole('row')
        .evaluateAll((rows) => rows.map((row) => row.clientHeight));
    const before = await heights();
    await table(page).getByRole('button', { name: '떠올린 뒤 열기', exact: true }).tap();
    const grades = table(page).getByRole('button', { name: /^(?:떠올림|가물가물|못 떠올림)/ });
    await expect(grades).toHaveCount(3);
    for (const grade of await grades.all())
      expect((await grade.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await grades.first().tap();
    await expect(page.getByRole('status').filter({ hasText: /\d+칸 중 1칸/ })).toHaveCount(1);
    expect(await heights()).toEqual(before);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all cells can be read and no control is dead, on a phone and at a desk', async ({ page }) => {
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      await page.goto(TOOLS);
      await expect(table(page).getByRole('row', { name: /^보안/ })).toContainText(
        'Pipfile.lock을 통해 종속성의 일관성과 보안을 강화',
      );
      await expect(table(page).getByText('pip에 맡김')).toBeVisible();
      await expect(table(page).locator('button:visible, input:visible, select:visible')).toHaveCount(0);
      await page.goto(at(course, '/container/virtual-machine/'));
      await expect(page.getByRole('img', { name: /애플리케이션 3개/ }).first()).toBeVisible();
    }
  });
});
test.describe('100 rows and 8 columns', () => {
  test.use({ viewport: DESK });

  /** The cells that each task touched since `watchTasks`, one number a task. */
  const cellsOfTasks = (page: Page) =>
    page.evaluate(() => (window as unknown as { cellsOfTasks: number[] }).cellsOfTasks);

  async function watchTasks(page: Page) {
    await table(page)
      .locator('tbody')
      .evaluate((body) => {
        const tasks: number[] = [];
        Object.assign(window, { cellsOfTasks: tasks });
        // Told at the end of each task that changed something.
        new MutationObserver((records) => {
          const cells = new Set<Element>();
          for (const { target, addedNodes } of records) {
            const within = (target instanceof Element ? target : target.parentElement)?.closest('td, th');
            if (within) cells.add(within);
            for (const node of addedNodes) if (node instanceof HTMLTableCellElement) cells.add(node);
          }
          tasks.push(cells.size);
        }).observe(body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
  }

  test.beforeEach(async ({ page }) => {
    await open(page, LARGE);
    // What comes on first use is there, and has done its work.
    await choose(page, '차이');
    await expect(page.locator('.comparison tr[data-mode=diff]')).toHaveCount(100);
    await choose(page, '보기');
    await expect(page.locator('.comparison tr[data-mode=diff]')).toHaveCount(0);
    await watchTasks(page);
  });

  test('a cell that is opened and graded changes itself and the next one', async ({ page }) => {
    await choose(page, '가리고 떠올리기');
    await expect(page.locator('.film')).toHaveCount(800);
    await watchTasks(page);
    await page.locator('td[data-state=n] .film').focus();
    for (let graded = 1; graded <= 5; graded++) {
      await page.keyboard.press('Enter');
      await page.keyboard.press('1');
      await expect(page.locator('td[data-state=k]')).toHaveCount(graded);
    }
    const tasks = await cellsOfTasks(page);
    expect(tasks.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...tasks)).toBeLessThanOrEqual(2);
  });

  test('are sorted by moving rows, and no cell is made anew', async ({ page }) => {
    const first = table(page).getByRole('row').nth(1);
    const before = await first.innerText();
    await table(page).getByRole('button', { name: '열과 순서' }).click();
    await table(page).getByRole('combobox', { name: '행의 순서' }).selectOption({ label: '도구 1 거꾸로' });
    await expect(first).not.toHaveText(before);
    const tasks = await cellsOfTasks(page);
    expect(tasks.length).toBeGreaterThan(0);
    expect(Math.max(...tasks)).toBe(0);
  });
});
