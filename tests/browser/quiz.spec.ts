/** Quizzes in a browser: read, taken by keyboard alone, left and found again, marked in the notes, printed. */

import { expect, type Page, test } from '@playwright/test';
import {
  AS_FORCED,
  at,
  expectNoAxeFindings,
  hold,
  hydrated,
  open,
  site,
  watchForTrouble,
} from '../support/pages.ts';

const quizzes = site('quizzes');
const TYPES = at(quizzes, '/types/');
const CONTAINER = at(quizzes, '/container/');
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

const card = (page: Page, id: string) => page.locator(`[id="q:${id}"]`);
const verdict = (page: Page, id: string) => card(page, id).locator('.verdict');
const check = (page: Page, id: string) => card(page, id).getByRole('button', { name: '답 확인' }).click();
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Waits until the code of the page's quizzes has taken over: the folds of the prerendered ones are gone. */
async function live(page: Page): Promise<void> {
  for (const quiz of await page.locator('.quiz').all()) {
    await quiz.scrollIntoViewIfNeeded();
    await expect(quiz.locator('details.q-key')).toHaveCount(0);
  }
}

/** The events of the course in the browser's own database. */
const events = (page: Page) =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((each) => each.name?.includes('quizzes'))?.name;
    if (!name) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = [...database.objectStoreNames].find((each) => each.startsWith('event')) ?? '';
    const found = await new Promise<{ item?: string; verdict?: string }[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return found;
  });

/** Answers every type, mostly wrong in part, so that all marks are on the page. */
async function answerAll(page: Page): Promise<void> {
  const place = (id: string, row: RegExp, column: RegExp) =>
    card(page, id)
      .getByRole('row', { name: row })
      .getByRole('radio', { name: column })
      .check({ force: true });
  await card(page, 't-single').getByText('Conda-Forge').click();
  await check(page, 't-single');
  for (const text of [/Linux/, /Python 프로젝트/]) {
    await card(page, 't-multiple').locator('label', { hasText: text }).click();
  }
  await card(page, 't-multiple').getByRole('button', { name: '헷갈림으로 제출' }).click();
  await card(page, 't-true-false').locator('label', { hasText: '아니다' }).click();
  await check(page, 't-true-false');
  await card(page, 't-short').getByRole('textbox').fill('하이퍼바이져');
  await check(page, 't-short');
  await card(page, 't-cloze').getByRole('textbox', { name: '빈칸 1' }).fill('커널');
  await card(page, 't-cloze').getByRole('textbox', { name: '빈칸 2' }).fill('분산');
  await check(page, 't-cloze');
  await place('t-matching', /^Image/, /템플릿/);
  await place('t-matching', /^Container/, /Interface/);
  await place('t-matching', /^Daemon/, /background/);
  await place('t-matching', /^Registry/, /저장소/);
  await check(page, 't-matching');
  await card(page, 't-ordering')
    .getByRole('button', { name: /아래로/ })
    .first()
    .click();
  await check(page, 't-ordering');
  await place('t-categories', /^전체/, /Virtual/);
  await place('t-categories', /^운영체제의/, /Container/);
  await place('t-categories', /^필요한/, /Container/);
  await place('t-categories', /^리소스/, /Container/);
  await check(page, 't-categories');
}

for (const [name, viewport] of Object.entries({ phone, tablet: { width: 820, height: 1180 }, desk })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('every type before and after grading is clean for axe and never scrolls the page sideways', async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const trouble = watchForTrouble(page, quizzes);
        await open(page, TYPES);
        await live(page);
        // What lies half under the bar would be measured as it shows.
        await page.evaluate(() => scrollTo(0, 0));
        await expectNoAxeFindings(page);
        await page.emulateMedia({ forcedColors: 'active' });
        await expectNoAxeFindings(page, AS_FORCED);
        await page.emulateMedia({ forcedColors: 'none' });
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await answerAll(page);
        await expect(page.locator('.sitting-sum')).toContainText('8문제 중 0문제');
        await page.evaluate(() => scrollTo(0, 0));
        await expectNoAxeFindings(page);
        await page.emulateMedia({ forcedColors: 'active' });
        await expectNoAxeFindings(page, AS_FORCED);
        await page.emulateMedia({ forcedColors: 'none' });
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(trouble).toEqual([]);
      });
    });
  }
}

test('on a narrow phone nothing scrolls sideways and every target is large', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, TYPES);
  await live(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const small = await page
    .locator('.quiz')
    .locator('label:visible, button:visible, .typed:visible, summary:visible')
    .evaluateAll((nodes) =>
      nodes
        .map((node) => ({ box: node.getBoundingClientRect(), name: node.outerHTML.slice(0, 80) }))
        .filter(({ box }) => box.height < 38 || box.width < 44)
        .map(({ box, name }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${name}`),
    );
  expect(small).toEqual([]);
});

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test.describe(name, () => {
    test.use({ viewport });

    test('a section’s quiz by keyboard alone: chosen, confirmed, gone on, asked again, done', async ({
      page,
    }) => {
      await open(page, CONTAINER);
      await live(page);
      await card(page, 'container-memory').locator('input').first().focus();
      const label = card(page, 'container-memory').locator('label', { hasText: '물리적' });
      await page.keyboard.press((await label.locator('input').getAttribute('data-digit')) ?? '');
      await expect(label.locator('input')).toBeChecked();
      await page.keyboard.press('Enter');
      await expect(verdict(page, 'container-memory')).toBeFocused();
      await expect(verdict(page, 'container-memory')).toContainText('틀림');
      await page.keyboard.press('Enter');
      await expect(page.locator('[id="q:container-hardware"] .stem')).toBeFocused();
      await page.keyboard.press('2');
      await page.keyboard.press('Shift+Enter');
      await expect(verdict(page, 'container-hardware')).toContainText('헷갈림으로 답함');
      await page.keyboard.press('Enter');
      const again = page.locator('.sitting-end');
      await expect(again.locator('.stem')).toBeFocused();
      const right = again.locator('label', { hasText: '커널을 공유' }).locator('input');
      await page.keyboard.press((await right.getAttribute('data-digit')) ?? '');
      await page.keyboard.press('Enter');
      await expect(again.locator('.verdict')).toContainText('맞음');
      await page.keyboard.press('Enter');
      await expect(again).toContainText('다시 푼 문제까지 모두 맞혔습니다.');
      // Written once the verdict has been painted.
      const answers = async () =>
        (await events(page))
          .filter((event) => event.verdict)
          .map((event) => `${event.item} ${event.verdict}`);
      await expect
        .poll(answers)
        .toEqual([
          'question:container-memory incorrect',
          'question:container-hardware correct',
          'question:container-memory correct',
        ]);
    });

    test('a source leads to its sentence, which is marked, and back to the question', async ({ page }) => {
      await open(page, CONTAINER);
      await live(page);
      await card(page, 'container-memory').getByRole('button', { name: '모르겠음' }).click();
      await card(page, 'container-memory')
        .getByRole('link', { name: /커널을 공유하며/ })
        .click();
      const bar = page.getByRole('complementary', { name: '근거 표시' });
      await expect(bar).toContainText('근거를 표시했습니다.');
      const marked = await page.evaluate(() =>
        [...(CSS.highlights.get('source') ?? [])].map((range) => (range as Range).toString()),
      );
      expect(marked).toEqual(['Container는 운영체제의 커널을 공유하며']);
      const sentence = page.locator('[data-source]');
      await expect(sentence).toBeFocused();
      await expect(sentence).toBeInViewport();
      expect(new URL(page.url()).search).toBe('');
      await expectNoAxeFindings(page);
      await page.keyboard.press('Tab');
      await expect(bar.getByRole('link', { name: '문제 1로' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(verdict(page, 'container-memory')).toBeFocused();
      await expect(verdict(page, 'container-memory')).toBeInViewport();
      await expect(bar).toHaveCount(0);
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    });

    test('a source on another page, and back to the graded question', async ({ page }) => {
      await open(page, CONTAINER);
      await live(page);
      await card(page, 'image').getByRole('textbox').fill('image');
      await page.keyboard.press('Enter');
      await expect(verdict(page, 'image')).toContainText('맞음');
      await card(page, 'image')
        .getByRole('link', { name: /이미지는 틀이다/ })
        .click();
      await expect(page.getByRole('heading', { level: 1, name: '유형' })).toBeVisible();
      await expect(page.locator('[data-source]')).toBeFocused();
      await page.getByRole('link', { name: '문제 1로' }).click();
      await expect(verdict(page, 'image')).toBeFocused();
    });
  });
}

test('an unfinished answer survives a reload and a way to another page', async ({ page }) => {
  await open(page, TYPES);
  await live(page);
  await card(page, 't-cloze').getByRole('textbox', { name: '빈칸 1' }).pressSequentially('커널');
  await card(page, 't-matching')
    .getByRole('row', { name: /^Image/ })
    .locator('.bub')
    .nth(1)
    .click();
  await card(page, 't-ordering')
    .getByRole('button', { name: /아래로/ })
    .first()
    .click();
  const order = await card(page, 't-ordering').getByRole('listitem').allInnerTexts();
  const expectKept = async () => {
    await live(page);
    await expect(card(page, 't-cloze').getByRole('textbox', { name: '빈칸 1' })).toHaveValue('커널');
    await expect(
      card(page, 't-matching')
        .getByRole('row', { name: /^Image/ })
        .getByRole('radio')
        .nth(1),
    ).toBeChecked();
    expect(await card(page, 't-ordering').getByRole('listitem').allInnerTexts()).toEqual(order);
  };
  await page.reload();
  await hydrated(page);
  await expectKept();
  await page.getByRole('navigation').getByRole('link', { name: '컨테이너' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '컨테이너' })).toBeVisible();
  await page.goBack();
  await expectKept();
});

test('two tabs that answer the same question make two answers, and both show the later star', async ({
  context,
}) => {
  const tabs = [await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs) {
    await open(tab, TYPES);
    await live(tab);
    await card(tab, 't-true-false').locator('label', { hasText: '맞다' }).click();
  }
  for (const tab of tabs) {
    await check(tab, 't-true-false');
    await expect(verdict(tab, 't-true-false')).toContainText('맞음');
    await expect(card(tab, 't-true-false').getByText(/일 뒤\)/)).toBeVisible();
  }
  await expect.poll(async () => (await events(tabs[0])).filter((event) => event.verdict).length).toBe(2);
  await tabs[0].getByRole('button', { name: '문제 3, 다시 볼 문제' }).click();
  await expect(tabs[1].getByRole('button', { name: '문제 3, 다시 볼 문제', pressed: true })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test('every question can be read, and its key is folded below it', async ({ page }) => {
    await page.goto(TYPES);
    await expect(page.locator('.q')).toHaveCount(8);
    await expect(page.getByRole('button')).toHaveCount(0);
    const fold = page.locator('details.q-key').first();
    await expect(fold.getByText('Pipfile.lock', { exact: true })).toBeHidden();
    await fold.locator('summary').click();
    await expect(fold.getByText('Pipfile.lock', { exact: true })).toBeVisible();
    await expect(card(page, 't-multiple').getByText('Linux, Windows, macOS에서 작동한다.')).toBeVisible();
    await expect(card(page, 't-matching').getByText(/^실행하는 데 필요한 파일/)).toBeVisible();
    await expect(card(page, 't-ordering').getByRole('listitem')).toHaveCount(4);
  });
});

test('a choice made before the code came is not lost', async ({ page }) => {
  const release = await hold(page, /quiz-live.*\.js/);
  await open(page, TYPES);
  await card(page, 't-single').getByText('Pipfile.lock').click();
  await expect(page.locator('details.q-key').first()).toBeAttached();
  release();
  await expect(page.locator('details.q-key')).toHaveCount(0);
  await expect(card(page, 't-single').getByRole('radio', { name: 'Pipfile.lock' })).toBeChecked();
  await check(page, 't-single');
  await expect(verdict(page, 't-single')).toContainText('맞음');
});

test('taking over moves nothing', async ({ page }) => {
  // So high that everything is on the screen: only there has a question its true height.
  await page.setViewportSize({ ...desk, height: 9000 });
  const release = await hold(page, /quiz-live.*\.js/);
  await open(page, TYPES);
  const places = () =>
    page.locator('.q, .opt, .ox label, .typed, .omr td, .order li, .act .btn').evaluateAll((nodes) =>
      nodes.map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [x, y + scrollY, width, height].map(Math.round).join(' ');
      }),
    );
  const before = await places();
  release();
  await live(page);
  expect(await places()).toEqual(before);
});

test('on paper bubbles are empty, no result is printed, and the key stands at the end', async ({ page }) => {
  await open(page, TYPES);
  await live(page);
  await answerAll(page);
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.locator('.res:visible, .hand:visible, .tags:visible, .fb:visible, .act:visible'),
  ).toHaveCount(0);
  const filled = await page
    .locator('.bub:visible')
    .evaluateAll(
      (nodes) => nodes.filter((node) => getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)').length,
    );
  expect(filled).toBe(0);
  const [key, last] = await Promise.all([
    page.locator('.print-key').boundingBox(),
    page.locator('.questions > li').last().boundingBox(),
  ]);
  expect(key?.y ?? 0).toBeGreaterThan((last?.y ?? 0) + (last?.height ?? 0) - 1);
  await expect(page.locator('.print-key')).toContainText('Pipfile.lock');
});

test('the verdict comes first and moves nothing below it; what is said about it follows', async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await open(page, TYPES);
  await live(page);
  await card(page, 't-single').getByText('Conda-Forge').click();
  const seen = await page.evaluate(async () => {
    const [own, next] = ['q:t-single', 'q:t-multiple'].map((id) => document.getElementById(id));
    const look = () => ({
      verdict: own?.querySelector('.verdict')?.textContent ?? '',
      isExplained: own?.querySelector('.res dl') !== null,
      next: Math.round((next?.getBoundingClientRect().top ?? 0) + scrollY),
    });
    const before = look();
    [...(own?.querySelectorAll('button') ?? [])].find((each) => each.textContent === '답 확인')?.click();
    // React draws what a click changes at its end, and what may wait in a task of its own.
    await null;
    return { before, first: look() };
  });
  expect(seen.before).toMatchObject({ verdict: '', isExplained: false });
  expect(seen.first.verdict).not.toBe('');
  expect(seen.first).toMatchObject({ isExplained: false, next: seen.before.next });
  await expect(card(page, 't-single').locator('.res dl')).toBeVisible();
  await expect(verdict(page, 't-single')).toBeFocused();
  await expect(verdict(page, 't-single')).toBeInViewport();
});

test('under a base path a quiz is answered, kept, reported where the course stands, and reviewed from the map', async ({
  page,
}) => {
  const base = site('under-base');
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
  await open(page, at(base, '/container/virtual-machine/'));
  await live(page);
  const first = page.locator('.questions .q').first();
  await first.getByRole('button', { name: '모르겠음' }).click();
  await expect(first.locator('.verdict')).toBeFocused();
  await first.locator('.quote').first().click();
  await expect(page.locator('[data-source]')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`^${base.url}`));
  await page.clock.setFixedTime(new Date('2026-11-26T10:00:00'));
  await open(page, base.url);
  await page.getByRole('link', { name: '복습 시작' }).click();
  await expect(page.getByRole('button', { name: '복습 그만두기' })).toBeVisible();
  await page.getByRole('button', { name: '모르겠음' }).click();
  await page.getByRole('link', { name: '노트에서 보기' }).click();
  await expect(page).toHaveURL(new RegExp(`^${base.url}container/virtual-machine/`));
});

test('a blank is as wide as its field, at every width of the page', async ({ page }) => {
  await open(page, at(site('course'), '/container/'));
  const blanks = page.locator('[id="q:container-kernel"] .blank');
  // The question may be taken over at that moment.
  await blanks.first().evaluate((element) => element.scrollIntoView());
  for (const width of [320, 390, 717, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const gaps = await blanks.evaluateAll((all) =>
      all.map((blank) => {
        const field = blank.querySelector('input')?.getBoundingClientRect().right ?? Number.NaN;
        return Math.round(Math.abs(blank.getBoundingClientRect().right - field));
      }),
    );
    expect(gaps).toEqual([0, 0]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});
