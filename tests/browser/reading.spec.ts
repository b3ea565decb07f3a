/** A student reads: through the whole course, by tree, by links, back and forth, on a phone and at a desk. */

import { expect, type Page, test } from '@playwright/test';
import {
  answerable,
  at,
  atRest,
  DESK,
  dataOf,
  expectNoAxeFindings,
  hold,
  hydrated,
  open,
  overflow,
  PHONE,
  pathsOf,
  pick,
  site,
  watchForTrouble,
  watchShifts,
} from '../support/pages.ts';

const course = site('course');
const { title: courseTitle } = dataOf(course, '/').course;

const rail = (page: Page) => page.getByRole('navigation', { name: '차례', exact: true });
/** The way on to the next page. */
const next = (page: Page) =>
  page.getByRole('navigation', { name: '이전 글과 다음 글' }).locator('a[rel=next]');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('one reads the whole course by 다음 on a phone, without a full page load', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const trouble = watchForTrouble(page, course);
  await open(page, course.url);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const seen: string[] = [];
  await page.getByRole('link', { name: '1.1부터 읽기' }).click();
  for (;;) {
    const pagePath = decodeURI(new URL(page.url()).pathname);
    seen.push(pagePath);
    const { titleText, next: following } = dataOf(course, pagePath);
    await expect(title(page)).toHaveText(titleText);
    await expect(page).toHaveTitle(`${titleText} · ${courseTitle}`);
    expect(await overflow(page), `${pagePath} scrolls sideways`).toBeLessThanOrEqual(0);
    if (!following) break;
    // Questions are laid out as they come near, and push it: one sees it stand before one presses it.
    await next(page).scrollIntoViewIfNeeded();
    await next(page).click();
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

for (const [name, viewport, isReloaded] of [
  ['at a desk', DESK, false],
  ['on a phone, even when the page between was loaded anew', PHONE, true],
] as const) {
  test(`back leads to where one was among the questions ${name}; forward to the top`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page, at(course, '/environment-tools/conda/'));
    const fifth = page.locator('[id^="q:"]').nth(4);
    // Only when React has it, a question has a place to come back to.
    await answerable(fifth);
    await page.mouse.wheel(0, 170);
    await atRest(fifth);
    const topOf = () => fifth.evaluate((card) => Math.round(card.getBoundingClientRect().top));
    const top = await topOf();

    await next(page).evaluate((link: HTMLElement) => link.click());
    await expect(title(page)).toHaveText('Virtualenv');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    if (isReloaded) {
      await page.reload();
      await hydrated(page);
    }
    await page.goBack();
    await expect(title(page)).toHaveText('conda');
    await expect.poll(async () => Math.abs((await topOf()) - top)).toBeLessThanOrEqual(2);
    await page.goForward();
    await expect(title(page)).toHaveText('Virtualenv');
  });
}

test('at the end of a page of questions a reload and the way back find the ways on where they were', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const shifts = await watchShifts(page);
  const moved = async () => (await shifts()).filter((shift) => shift.includes('<nav class="turn'));
  await open(page, at(course, '/environment-tools/conda/'));
  await hydrated(page);
  await next(page).scrollIntoViewIfNeeded();
  await atRest(next(page));
  await page.reload();
  await hydrated(page);
  await expect(next(page)).toBeInViewport();
  await atRest(next(page));
  expect(await moved()).toEqual([]);
  await next(page).evaluate((link: HTMLElement) => link.click());
  await expect(title(page)).toHaveText('Virtualenv');
  await page.goBack();
  await expect(title(page)).toHaveText('conda');
  await expect(next(page)).toBeInViewport();
  await atRest(next(page));
  expect(await moved()).toEqual([]);
});

test('a hash lands below the bar, below quizzes too, and stays there', async ({ page }) => {
  await page.setViewportSize(PHONE);
  for (const [path, name] of [
    ['/container/components/', 'Container Runtime'],
    ['/orchestrator/kubernetes/', '스토리지 오케스트레이션'],
  ] as const) {
    const anchor = name.toLowerCase().replace(' ', '-');
    await open(page, `${at(course, path)}#${encodeURIComponent(anchor)}`);
    const heading = page.getByRole('heading', { name, exact: true });
    await expect(heading).toBeInViewport();
    await atRest(heading);
    const [bar, top] = await Promise.all([page.getByRole('banner').boundingBox(), heading.boundingBox()]);
    const below = (top?.y ?? 0) - (bar?.y ?? 0) - (bar?.height ?? 0);
    expect(below, name).toBeGreaterThanOrEqual(0);
    expect(below, name).toBeLessThan(80);
  }
});

test.describe('the rail', () => {
  test.use({ viewport: { width: 1440, height: 360 } });

  /** Whether the tree's rows are laid out. */
  const isThere = (page: Page) =>
    page
      .getByRole('navigation', { name: '차례', exact: true })
      .locator('a')
      .first()
      .evaluate((row) => row.checkVisibility());

  test('is laid out a frame after the text', async ({ page }) => {
    await open(page, at(course, '/orchestrator/kubernetes/'));
    expect(await isThere(page)).toBe(true);
    const inTheFirstFrame = await rail(page).evaluate((element) => {
      element.replaceWith(element);
      return element.querySelector('a')?.checkVisibility();
    });
    expect(inTheFirstFrame).toBe(false);
    await expect.poll(() => isThere(page)).toBe(true);
  });

  test('shows the row of the page one comes to from a page without it', async ({ page }) => {
    const last = pathsOf(course).findLast((one) => one.split('/').length === 4) ?? '';
    const wholeTree = page.waitForResponse(/\/course\/tree/);
    await open(page, at(course, last));
    await wholeTree;
    await expect(rail(page).locator('[aria-current=page]')).toBeInViewport();
    await page.getByRole('link', { name: '학습 기록', exact: true }).first().click();
    await expect(rail(page)).toHaveCount(0);
    await page.goBack();
    await expect(rail(page).locator('[aria-current=page]')).toBeInViewport();
  });
});

test.describe('with the keyboard alone', () => {
  test.use({ viewport: DESK });

  test('the skip link, the tree and a new page take the focus along', async ({ page }) => {
    await open(page, at(course, '/container/'));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    const docker = rail(page).getByRole('button', { name: 'Docker 목록' });
    await docker.focus();
    await page.keyboard.press('Enter');
    await expect(docker).toHaveAttribute('aria-expanded', 'true');
    await rail(page)
      .getByRole('link', { name: /Compose/ })
      .focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Compose' });
    await expect(heading).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Compose 페이지' })).toHaveCount(1);
    await expect(rail(page).locator('[aria-current=page]')).toContainText('Compose');
  });

  test('the drawer on a phone keeps the focus and gives it back', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await open(page, at(course, '/docker/compose/'));
    const button = page.getByRole('button', { name: '차례 열기' });
    await button.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: '차례' });
    await expect(drawer).toBeVisible();
    for (let turn = 0; turn < 25; turn++) {
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
  await page.setViewportSize(DESK);
  await open(page, at(course, '/docker/components/'));
  const link = rail(page).getByRole('link', { name: /Compose/ });
  const fetched = page.waitForResponse(/data\/docker\/compose\.json/);
  await link.hover();
  await (await fetched).finished();
  const first = await link.evaluate(async (element) => {
    // What came has been read once nothing else is to be done.
    await new Promise<unknown>((resolve) => requestIdleCallback(resolve));
    (element as HTMLElement).click();
    await Promise.resolve();
    return {
      title: document.querySelector('main h1')?.textContent,
      row: document.querySelector('nav[aria-label="차례"] [aria-current=page]')?.getAttribute('href'),
      isWhole: document.querySelector('nav[aria-label="이전 글과 다음 글"]') !== null,
    };
  });
  expect(first).toEqual({ title: 'Compose', row: '/docker/components/', isWhole: false });
  await expect(rail(page).locator('[aria-current=page]')).toHaveAttribute('href', '/docker/compose/');
  await expect(next(page)).toBeVisible();
});

test('a page is fetched when a link to it has the focus, and when the way on to it is in view', async ({
  page,
}) => {
  await page.setViewportSize(DESK);
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/data\/(.*)\.json/.exec(request.url()) ?? [];
    if (name) fetched.push(name);
  });
  await open(page, at(course, '/docker/components/'));
  const others = () => fetched.filter((name) => name !== 'docker/components');
  expect(others()).toEqual([]);
  await rail(page)
    .getByRole('link', { name: /Compose/ })
    .focus();
  await expect.poll(others).toEqual(['docker/compose']);
  await next(page).scrollIntoViewIfNeeded();
  await expect.poll(others).toContain('docker/networking-and-volumes');
});

test('on paper a topic is a handout: no bars, all of the text, supplements with the address of their source', async ({
  page,
}) => {
  await open(page, at(course, '/docker/components/'));
  const article = page.getByRole('article').first();
  const shown = await article.innerText();
  await page.emulateMedia({ media: 'print' });
  await expect(title(page)).toBeVisible();
  for (const role of ['banner', 'navigation', 'contentinfo', 'button'] as const)
    await expect(page.getByRole(role), role).toHaveCount(0);
  await expect(article.getByRole('link', { name: / 주소$/ })).toHaveCount(0);
  const printed = await article.innerText();
  for (const line of shown.split('\n').filter((each) => each.length > 40)) expect(printed).toContain(line);
  const address = await article
    .getByRole('link', { name: /^Docker 문서/ })
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
  await pick(page.getByRole('radio', { name: '어둡게' }));
  await pick(page.getByRole('radio', { name: '크게' }));
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
  const seen = await page.waitForFunction(() => {
    const { seenThemes } = window as unknown as { seenThemes: string[] };
    return seenThemes.length >= 20 && seenThemes;
  });
  const themes = (await seen.jsonValue()) || [];
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
  // It takes nothing from what this visit waits for.
  const order = await page.evaluate(() => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const of = (name: RegExp) => files.filter(({ name: address }) => name.test(address));
    return {
      quiz: Math.max(...of(/\/quiz-[^/]*\.js$/).map(({ responseEnd }) => responseEnd)),
      font: Math.min(...of(/\.woff2$/).map(({ startTime }) => startTime)),
    };
  });
  expect(order.font).toBeGreaterThan(order.quiz);

  await page.reload();
  await hydrated(page);
  expect(await fontOf()).toEqual({ named: true, faces: ['400 loaded', '680 loaded'] });
  // Each is fetched once: ahead of its use, and for nothing else.
  const fetches = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).length,
  );
  expect(fetches).toBe(2);
  expect(await shifts()).toEqual([]);
  expect(trouble).toEqual([]);
});

test('data comes beside the scripts, and the code of a part beside its styles', async ({ page }) => {
  const release = [await hold(page, /\/react-[^/]*\.js$/), await hold(page, /\/quiz-[^/]*\.css$/)];
  const data = page.waitForRequest(/\/data\/environment-tools\/conda\.json$/);
  const code = page.waitForRequest(/\/quiz-[^/]*\.js$/);
  await page.goto(at(course, '/environment-tools/conda/'));
  await data;
  release.shift()?.();
  await code;
  release.shift()?.();
  await hydrated(page);
});

test('an unknown address answers 404 in the frame of the course, with and without scripts, and offers near topics', async ({
  page,
  browser,
}) => {
  const trouble = watchForTrouble(page, course);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  for (const each of [plain, page]) {
    await each.setViewportSize(PHONE);
    const response = await each.goto(at(course, '/docker/compos/'));
    expect(response?.status()).toBe(404);
    await expect(title(each)).toHaveText('페이지를 찾을 수 없습니다');
    await expect(
      each.getByRole('banner').getByRole('link', { name: courseTitle, exact: true }),
    ).toBeVisible();
    const tabs = each.getByRole('navigation', { name: '주 메뉴' }).filter({ visible: true });
    await expect(tabs.getByRole('link')).toHaveText(['차례', '문제', '복습', '학습 기록']);
  }
  await plain.close();
  await hydrated(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Compose/ })
    .first()
    .click();
  await expect(title(page)).toHaveText('Compose');
  expect(trouble.filter((line) => !line.includes('404'))).toEqual([]);
});

test('where one was reading is offered on the course map', async ({ page }) => {
  await open(page, at(course, '/docker/components/'));
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() =>
    localStorage.getItem('study.preferences')?.includes('/docker/components/'),
  );
  await page.getByRole('link', { name: courseTitle }).first().click();
  await expect(page.getByRole('heading', { name: '읽던 곳' })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: '이어서 읽기' }).click();
  await expect(title(page)).toHaveText('주요 구성요소');
});
