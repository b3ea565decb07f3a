/** Comparisons in a browser: read, compared, picked, covered and printed, on a phone, a tablet and at a desk. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startEditServer } from '../support/edit-server.ts';
import { at, expectNoAxeFindings, hold, hydrated, open, site, watchForTrouble } from '../support/pages.ts';

const course = site('course');
const tables = site('tables');
const TOOLS = at(course, '/environment-tools/comparison/');
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

const box = (page: Page) => page.locator('.cmp-box').first();
const choose = (page: Page, name: string) => box(page).getByRole('radio', { name }).check();
const film = (page: Page, name: string) =>
  box(page).getByRole('button', { name: new RegExp(`^${name}, 가려짐`) });
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const headers = (page: Page) => box(page).locator('thead th:visible').allInnerTexts();

for (const [name, viewport] of Object.entries({ phone, tablet: { width: 820, height: 1180 }, desk })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('each mode is clean for axe and never scrolls the page sideways', async ({ page }) => {
        const trouble = watchForTrouble(page, course);
        await open(page, TOOLS);
        for (const mode of ['보기', '차이', '가리고 떠올리기']) {
          await choose(page, mode);
          await expect(box(page).getByRole('radio', { name: mode })).toBeChecked();
          if (mode === '가리고 떠올리기') {
            await film(page, '정의, conda').click();
            await expect(page.locator('td[data-state=o]')).toBeFocused();
          }
          // What lies half under the bar would be measured as it shows.
          await page.evaluate(() => scrollTo(0, 0));
          await expectNoAxeFindings(page);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
        }
        expect(trouble).toEqual([]);
      });
    });
  }
}

test.describe('at a desk', () => {
  test.use({ viewport: desk });

  test('a source link leads to the very sentence and marks it', async ({ page }) => {
    await open(page, TOOLS);
    await box(page)
      .getByRole('row', { name: /^플랫폼/ })
      .getByRole('link', { name: /conda › 주요특징/ })
      .click();
    const term = page.locator('#크로스-플랫폼');
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
    await open(page, TOOLS);
    await box(page).getByRole('rowheader', { name: '잠금 파일' }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    await expect(box(page).getByRole('columnheader', { name: 'conda' })).toBeInViewport();

    await open(page, at(tables, '/large/'));
    await page.locator('.cmp-scroll').evaluate((scroller) => scroller.scrollTo(400, 2000));
    const header = box(page).getByRole('columnheader', { name: '도구 8' });
    const name = box(page).getByRole('rowheader', { name: '관점 40' });
    await page.locator('.cmp-scroll').evaluate((scroller) => scroller.scrollTo(9999, scroller.scrollTop));
    await expect(header).toBeInViewport();
    await name.scrollIntoViewIfNeeded();
    const [left, right] = await Promise.all([name.boundingBox(), page.locator('.cmp-scroll').boundingBox()]);
    expect(Math.abs((left?.x ?? 0) - (right?.x ?? -9))).toBeLessThan(2);
  });

  test('picked columns are in the address and come back with it', async ({ page }) => {
    await open(page, TOOLS);
    await box(page).getByRole('button', { name: '열 고르기' }).click();
    await box(page).getByRole('checkbox', { name: 'Virtualenv' }).uncheck();
    await expectNoAxeFindings(page);
    expect(await headers(page)).toEqual(['관점', 'conda', 'Pipenv']);
    const shared = page.url();
    expect(shared).toContain('cols-tools=conda&cols-tools=Pipenv');
    await open(page, shared);
    await expect(box(page).locator('thead th')).toHaveCount(3);
    await box(page)
      .getByRole('link', { name: /출처 conda › 정의/ })
      .click();
    await page.goBack();
    await expect(box(page).locator('thead th')).toHaveCount(3);
  });

  test('a whole column is recalled by keyboard, what was missed once more', async ({ page }) => {
    await open(page, TOOLS);
    await choose(page, '가리고 떠올리기');
    await box(page).getByRole('combobox', { name: '가릴 곳' }).selectOption({ label: 'Pipenv' });
    const films = box(page).getByRole('button', { name: /가려짐/ });
    const count = await films.count();
    await page.locator('td[data-state=n] .film').focus();
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

  test('a table of links is the union of what they name', async ({ page }) => {
    await open(page, at(tables, '/union/'));
    expect(await box(page).getByRole('rowheader').allInnerTexts()).toEqual(['정의', '목적', '주요 특징']);
  });

  test('all comparisons are found from the course map', async ({ page }) => {
    await open(page, course.url);
    await page.getByRole('link', { name: '비교표 모아 보기' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '비교' })).toBeVisible();
    const links = page.locator('.cmp-list a');
    expect(await links.count()).toBeGreaterThanOrEqual(7);
    await links.nth(1).click();
    await expect(page.getByRole('heading', { name: 'Virtual Machine과 Container 비교' })).toBeInViewport();
  });

  test('the figure shows one to three applications', async ({ page }) => {
    await open(page, at(course, '/container/virtual-machine/'));
    const vm = page.getByRole('img', { name: /^Virtual Machine, 애플리케이션 3개/ });
    await expect(vm).toBeVisible();
    await page.getByRole('radio', { name: '앱 1개' }).check();
    await expect(page.getByRole('img', { name: /^Virtual Machine, 애플리케이션 1개/ })).toBeVisible();
    await expectNoAxeFindings(page);
  });

  test('a number of applications chosen before the code came is shown', async ({ page }) => {
    const release = await hold(page, /stacks-figure.*\.js/);
    await open(page, at(course, '/container/virtual-machine/'));
    await page.getByRole('radio', { name: '앱 1개' }).check();
    release();
    await expect(page.getByRole('img', { name: /^Virtual Machine, 애플리케이션 1개/ })).toBeVisible();
    await expect(page.getByRole('radio', { name: '앱 1개' })).toBeChecked();
  });

  test('a mode chosen before the scripts came is entered', async ({ page }) => {
    const release = await hold(page, '**/assets/*.js');
    await page.goto(TOOLS, { waitUntil: 'commit' });
    await choose(page, '가리고 떠올리기');
    release();
    await film(page, '정의, conda').click();
    await expect(page.locator('td[data-state=o]')).toBeFocused();
  });

  test('prints as a table, without controls', async ({ page }) => {
    await open(page, TOOLS);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 900 });
    await expect(box(page).getByRole('radio', { name: '차이' })).toBeHidden();
    await expect(box(page).getByRole('columnheader', { name: 'Pipenv' })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 480, height: 700 });
    await expect(box(page).getByRole('columnheader', { name: 'Pipenv' })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('two columns side by side, chosen from all and swapped', async ({ page }) => {
    await open(page, TOOLS);
    expect((await headers(page)).slice(1)).toEqual(['conda', 'Virtualenv']);
    await page.getByRole('combobox', { name: '오른쪽 열' }).selectOption('Pipenv');
    await expect.poll(async () => (await headers(page)).slice(1)).toEqual(['conda', 'Pipenv']);
    await page.getByRole('button', { name: '왼쪽과 오른쪽 바꾸기' }).click();
    await expect.poll(async () => (await headers(page)).slice(1)).toEqual(['Pipenv', 'conda']);
    await page.mouse.wheel(0, 900);
    await expect(box(page).getByRole('columnheader', { name: 'conda' })).toBeInViewport();
  });

  test('columns chosen before the scripts came stand side by side', async ({ page }) => {
    const release = await hold(page, '**/assets/*.js');
    await page.goto(TOOLS, { waitUntil: 'commit' });
    await page.getByRole('combobox', { name: '왼쪽 열' }).selectOption('Virtualenv');
    await page.getByRole('combobox', { name: '오른쪽 열' }).selectOption('Pipenv');
    release();
    await expect.poll(async () => (await headers(page)).slice(1)).toEqual(['Virtualenv', 'Pipenv']);
  });

  test('grading sits in the foot, and opening moves no cell', async ({ page }) => {
    await open(page, TOOLS);
    await choose(page, '가리고 떠올리기');
    const next = page.locator('td[data-state=n]');
    await next.waitFor();
    const heights = () =>
      page.locator('.cmp tbody tr').evaluateAll((rows) => rows.map((row) => row.clientHeight));
    const before = await heights();
    const foot = page.locator('.cmp-foot');
    await foot.getByRole('button', { name: '떠올린 뒤 열기' }).tap();
    const grades = foot.getByRole('button');
    await expect(grades).toHaveText(['떠올림', '가물가물', '못 떠올림']);
    for (const button of await grades.all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await grades.first().tap();
    expect(await heights()).toEqual(before);
    await expect(page.getByRole('status').filter({ hasText: '30칸 중 1칸' })).toHaveCount(1);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const viewport of [phone, desk]) {
    test(`all cells can be read and no control is dead, ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(TOOLS);
      await expect(box(page).getByRole('row', { name: /^보안/ })).toContainText(
        'Pipfile.lock을 통해 종속성의 일관성과 보안을 강화',
      );
      await expect(box(page).getByText('pip에 맡김')).toBeVisible();
      await expect(box(page).locator('button:visible, input:visible, select:visible')).toHaveCount(0);
      await page.goto(at(course, '/container/virtual-machine/'));
      await expect(page.getByRole('img', { name: /애플리케이션 3개/ }).first()).toBeVisible();
    });
  }
});

test.describe('100 rows and 8 columns', () => {
  test.use({ viewport: desk });

  /** The cells that each task touched since `watchTasks`, one number a task. */
  const cellsOfTasks = (page: Page) =>
    page.evaluate(() => (window as unknown as { cellsOfTasks: number[] }).cellsOfTasks);

  async function watchTasks(page: Page) {
    await box(page)
      .locator('.cmp tbody')
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
    await open(page, at(tables, '/large/'));
    // What comes on first use is there, and has done its work.
    await choose(page, '차이');
    await expect(page.locator('.cmp tr[data-mode=diff]')).toHaveCount(100);
    await choose(page, '보기');
    await expect(page.locator('.cmp tr[data-mode=diff]')).toHaveCount(0);
    await watchTasks(page);
  });

  test('are covered a few rows a task, so that a slow machine is never held up', async ({ page }) => {
    await choose(page, '가리고 떠올리기');
    await expect(page.locator('.film')).toHaveCount(800);
    const tasks = await cellsOfTasks(page);
    expect(Math.max(...tasks)).toBeLessThanOrEqual(32);
    expect(tasks.reduce((sum, cells) => sum + cells, 0)).toBe(800);
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
    const first = box(page).getByRole('row').nth(1);
    const before = await first.innerText();
    await box(page).getByRole('button', { name: '열과 순서' }).click();
    await box(page).getByRole('combobox', { name: '행의 순서' }).selectOption({ label: '도구 1 거꾸로' });
    await expect(first).not.toHaveText(before);
    const tasks = await cellsOfTasks(page);
    expect(tasks.length).toBeGreaterThan(0);
    expect(Math.max(...tasks)).toBe(0);
  });
});

test('an edit of conda.md changes the table in the open page', async ({ page }) => {
  const server = await startEditServer();
  try {
    const connected = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
    await page.goto(new URL('environment-tools/comparison/', server.url).href);
    await hydrated(page);
    await connected;
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const file = path.join(server.dir, 'environment-tools/conda.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('macOS에서 작동', 'macOS 어디서나 작동'));
    await expect(box(page).getByRole('row', { name: /^플랫폼/ })).toContainText('macOS 어디서나 작동');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  } finally {
    await server.stop();
  }
});
