/** A student reads: through the whole course, by tree, by links, back and forth, on a phone and at a desk. */

import { expect, type Page, test } from '@playwright/test';
import {
  at,
  dataOf,
  expectNoAxeFindings,
  hydrated,
  open,
  pathsOf,
  site,
  watchForTrouble,
  watchShifts,
} from '../support/pages.ts';

const course = site('course');
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

/** Follows 다음. Questions are laid out as they come near, and push it: one sees it stand before one presses it. */
async function goOn(page: Page): Promise<void> {
  const next = page.getByRole('navigation', { name: '이전 글과 다음 글' }).locator('a[rel=next]');
  await next.scrollIntoViewIfNeeded();
  await next.click();
}

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('reads the whole course by 다음, without a full page load', async ({ page }) => {
      const trouble = watchForTrouble(page, course);
      await open(page, course.url);
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      const seen: string[] = [];
      await page.getByRole('link', { name: '1.1부터 읽기' }).click();
      for (;;) {
        const pagePath = decodeURI(new URL(page.url()).pathname);
        seen.push(pagePath);
        const { titleText, next } = dataOf(course, pagePath);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleText);
        await expect(page).toHaveTitle(`${titleText} · MLOps 인프라`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${pagePath} scrolls sideways`).toBeLessThanOrEqual(0);
        if (!next) break;
        await goOn(page);
        await expect(page).not.toHaveURL(at(course, pagePath));
      }
      expect(seen.sort()).toEqual(
        pathsOf(course)
          .filter((one) => one !== '/' && one !== '/comparisons/')
          .sort(),
      );
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
      expect(trouble).toEqual([]);
    });

    test('back and forward restore where one was; a hash lands below the bar', async ({ page }) => {
      await open(page, at(course, '/environment-tools/conda/'));
      await page.evaluate(() => scrollTo(0, 420));
      await page.waitForTimeout(200);
      await goOn(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Virtualenv');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('conda');
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(350);
      await page.goForward();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Virtualenv');
    });

    for (const isReloaded of [false, true]) {
      const after = isReloaded ? ', even when the page between was loaded anew' : '';
      test(`back leads to where one was among the questions${after}`, async ({ page }) => {
        await open(page, at(course, '/environment-tools/conda/'));
        const fifth = page.locator('.questions .q').nth(4);
        await fifth.scrollIntoViewIfNeeded();
        // Its code takes the place of what the server made of it; only then it has a place to come back to.
        await expect(fifth.getByRole('button', { name: '답 확인' })).toBeVisible();
        const topOf = () => fifth.evaluate((question) => Math.round(question.getBoundingClientRect().top));
        await page.mouse.wheel(0, 170);
        // What comes into view takes its true height before the place counts.
        await page.waitForTimeout(600);
        const top = await topOf();

        await page.evaluate(() => document.querySelector<HTMLElement>('a[rel=next]')?.click());
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Virtualenv');
        if (isReloaded) {
          await page.reload();
          await hydrated(page);
        }
        await page.goBack();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('conda');
        await expect.poll(topOf).toBeGreaterThanOrEqual(top - 2);
        expect(await topOf()).toBeLessThanOrEqual(top + 2);
      });
    }

    test('a hash lands below the bar, below quizzes too, and stays there', async ({ page }) => {
      for (const [path, title] of [
        ['/container/benefits/', '단점'],
        ['/orchestrator/kubernetes/', '스토리지 오케스트레이션'],
      ] as const) {
        await open(page, `${at(course, path)}#${encodeURIComponent(title.replace(' ', '-'))}`);
        const heading = page.getByRole('heading', { name: title, exact: true });
        await expect(heading).toBeInViewport();
        await page.waitForTimeout(500);
        const [bar, top] = await Promise.all([page.locator('.topbar').boundingBox(), heading.boundingBox()]);
        const below = (top?.y ?? 0) - (bar?.y ?? 0) - (bar?.height ?? 0);
        expect(below, title).toBeGreaterThanOrEqual(0);
        expect(below, title).toBeLessThan(80);
      }
    });
  });
}

test.describe('the rail', () => {
  test.use({ viewport: { width: 1440, height: 360 } });

  /** Whether the tree's rows are laid out. */
  const isThere = (page: Page) =>
    page
      .locator('.rail .tree-row')
      .first()
      .evaluate((row) => row.checkVisibility());

  test('is laid out a frame after the text', async ({ page }) => {
    await open(page, at(course, '/orchestrator/kubernetes/'));
    expect(await isThere(page)).toBe(true);
    const inTheFirstFrame = await page.locator('.rail').evaluate((rail) => {
      rail.replaceWith(rail);
      return rail.querySelector('.tree-row')?.checkVisibility();
    });
    expect(inTheFirstFrame).toBe(false);
    await expect.poll(() => isThere(page)).toBe(true);
  });

  test('shows the row of the page one comes to from a page without it', async ({ page }) => {
    const last = pathsOf(course).findLast((one) => one.split('/').length === 4) ?? '';
    const wholeTree = page.waitForResponse(/\/course\/tree/);
    await open(page, at(course, last));
    await wholeTree;
    await expect(page.locator('.rail [aria-current=page]')).toBeInViewport();
    await page.getByRole('link', { name: '학습 기록', exact: true }).first().click();
    await expect(page.locator('.rail')).toHaveCount(0);
    await page.goBack();
    await expect(page.locator('.rail [aria-current=page]')).toBeInViewport();
  });
});

test.describe('with the keyboard alone', () => {
  test.use({ viewport: desk });

  test('the skip link, the tree and a new page take the focus along', async ({ page }) => {
    await open(page, at(course, '/container/'));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();

    const rail = page.getByRole('navigation', { name: '차례', exact: true });
    const docker = rail.getByRole('button', { name: 'Docker 목록' });
    await docker.focus();
    await page.keyboard.press('Enter');
    await expect(docker).toHaveAttribute('aria-expanded', 'true');
    await rail.getByRole('link', { name: /Compose/ }).focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Compose' });
    await expect(heading).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Compose 페이지' })).toHaveCount(1);
    await expect(rail.locator('[aria-current=page]')).toContainText('Compose');
  });

  test('the drawer on a phone keeps the focus and gives it back', async ({ page }) => {
    await page.setViewportSize(phone);
    await open(page, at(course, '/docker/compose/'));
    const button = page.getByRole('button', { name: '차례 열기' });
    await button.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: '차례' });
    await expect(drawer).toBeVisible();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
      expect(isInside).toBe(true);
    }
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test('a prefetched page is drawn within the click, its text first; the tree and the rest of it follow', async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await open(page, at(course, '/docker/components/'));
  const link = page
    .getByRole('navigation', { name: '차례', exact: true })
    .getByRole('link', { name: /Compose/ });
  const fetched = page.waitForResponse(/data\/docker\/compose\.json/);
  await link.hover();
  await (await fetched).finished();
  await page.waitForTimeout(100);
  const [first, then] = await link.evaluate(async (element) => {
    const look = () => ({
      title: document.querySelector('main h1')?.textContent,
      row: document.querySelector('.rail [aria-current=page]')?.getAttribute('href'),
      isWhole: document.querySelector('main .turn') !== null,
    });
    (element as HTMLElement).click();
    await Promise.resolve();
    const seen = look();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return [seen, look()];
  });
  expect(first).toEqual({ title: 'Compose', row: '/docker/components/', isWhole: false });
  expect(then).toEqual({ title: 'Compose', row: '/docker/compose/', isWhole: true });
});

test('a page is fetched when a link to it has the focus, and when the way on to it is in view', async ({
  page,
}) => {
  await page.setViewportSize(desk);
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/data\/(.*)\.json/.exec(request.url()) ?? [];
    if (name) fetched.push(name);
  });
  await open(page, at(course, '/docker/components/'));
  const rail = page.getByRole('navigation', { name: '차례', exact: true });
  const others = () => fetched.filter((name) => name !== 'docker/components');
  expect(others()).toEqual([]);
  await rail.getByRole('link', { name: /Compose/ }).focus();
  await expect.poll(others).toEqual(['docker/compose']);
  await page.locator('a[rel=next]').scrollIntoViewIfNeeded();
  await expect.poll(others).toContain('docker/networking-and-volumes');
});

test('on paper a topic is a handout: no bars, all of the text, supplements with the address of their source', async ({
  page,
}) => {
  await open(page, at(course, '/docker/components/'));
  const shown = await page.locator('article.read').innerText();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const part of ['.topbar', '.rail', '.tabs', '.turn', '.foot', '.crumbs', '.permalink', '.copy'])
    await expect(page.locator(`${part}:visible`), part).toHaveCount(0);
  const printed = await page.locator('article.read').innerText();
  for (const line of shown.split('\n').filter((each) => each.length > 40)) expect(printed).toContain(line);
  const address = await page
    .locator('.supp .src a[href^="http"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toMatch(/https:\/\//);
  // A4 between its margins.
  await page.setViewportSize({ width: 672, height: 950 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(672);
});

test('theme, text size and width are kept, and painted from the first frame on', async ({ page }) => {
  await open(page, course.url);
  await page.getByRole('button', { name: '보기 설정' }).click();
  await page.getByRole('radio', { name: '어둡게' }).check({ force: true });
  await page.getByRole('radio', { name: '크게' }).check({ force: true });
  await expectNoAxeFindings(page);
  await page.addInitScript(() => {
    const seen: (string | null)[] = [];
    Object.assign(window, { seenThemes: seen });
    requestAnimationFrame(function look() {
      seen.push(document.documentElement.dataset.theme ?? null);
      if (seen.length < 20) requestAnimationFrame(look);
    });
  });
  await page.reload();
  await page.waitForTimeout(500);
  const themes = await page.evaluate(() => (window as unknown as { seenThemes: string[] }).seenThemes);
  expect([...new Set(themes)]).toEqual(['dark']);
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
});

test('from the second visit on the text is in the course’s own face, plain and bold, and nothing moves for it', async ({
  page,
}) => {
  const trouble = watchForTrouble(page, course);
  const shifts = await watchShifts(page);
  const fontOf = () =>
    page.evaluate(() => ({
      named: getComputedStyle(document.body).fontFamily.startsWith('"Course Sans"'),
      faces: [...document.fonts].map(({ weight, status }) => `${weight} ${status}`),
    }));
  await open(page, at(course, '/environment-tools/conda/'));
  await page.waitForFunction(() => localStorage.getItem('study.font') !== null);
  expect(await fontOf()).toEqual({ named: false, faces: ['400 unloaded', '680 unloaded'] });

  await page.reload();
  await hydrated(page);
  expect(await fontOf()).toEqual({ named: true, faces: ['400 loaded', '680 loaded'] });
  // The browser complains, after some seconds, of a file it fetched ahead and did not use.
  await page.waitForTimeout(4000);
  expect(await shifts()).toEqual([]);
  expect(trouble).toEqual([]);
});

test('unknown addresses answer 404 and offer near topics; no data is lost on a bad network', async ({
  page,
}) => {
  const response = await page.goto(at(course, '/docker/compos/'));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('페이지를 찾을 수 없습니다');
  await expect(page.locator('.topbar .brand')).toHaveText(dataOf(course, '/').course.title);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Compose/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compose');

  await page.route('**/data/docker/networking-and-volumes.json', (route) => route.abort());
  await page.locator('a[rel=prev]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('페이지를 불러오지 못했습니다');
  await expect(page.getByRole('button', { name: '다시 시도' })).toBeVisible();
  await page.unrouteAll();
  // By itself, after a while.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('네트워킹과 볼륨 관리', {
    timeout: 15_000,
  });
});

test('an unknown address stands in the frame of the course, from its first paint and on a phone', async ({
  page,
  browser,
}) => {
  const trouble = watchForTrouble(page, course);
  const bare = await browser.newPage({ javaScriptEnabled: false });
  for (const each of [bare, page]) {
    await each.setViewportSize({ width: 390, height: 844 });
    await each.goto(at(course, '/docker/compos/'));
    await expect(each.locator('.topbar .brand')).toHaveText(dataOf(course, '/').course.title);
    const bar = each.locator('.tabs');
    await expect(bar).toBeVisible();
    await expect(bar.getByRole('link')).toHaveText(['차례', '문제', '복습', '학습 기록']);
  }
  await hydrated(page);
  await page.locator('.tabs').getByRole('link', { name: '문제' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('문제');
  await bare.close();
  expect(trouble.filter((line) => !line.includes('404'))).toEqual([]);
});

test('a folder without its slash is found', async ({ page }) => {
  await page.goto(new URL('docker', course.url).href);
  await expect(page).toHaveURL(at(course, '/docker/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker');
});

test('where one was reading is offered on the course map', async ({ page }) => {
  await open(page, at(course, '/docker/components/'));
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(1500);
  await page.getByRole('link', { name: 'MLOps 인프라' }).first().click();
  await expect(page.getByRole('heading', { name: '읽던 곳' })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: '이어서 읽기' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('주요 구성요소');
});
