/** Quizzes in a browser: read, taken by keyboard alone, left and found again, marked in the notes, printed. */

import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  AS_FORCED,
  allAnswerable,
  answerable,
  at,
  DESK,
  expectNoAxeFindings,
  hold,
  hydrated,
  open,
  overflow,
  PHONE,
  pick,
  question,
  site,
  verdictOf,
  watchForTrouble,
} from '../support/pages.ts';
import { eventsIn } from '../support/plant.ts';

const quizzes = site('quizzes');
const TYPES = at(quizzes, '/types/');
const CONTAINER = at(quizzes, '/container/');
/** The scripts that bring questions to life. */
const QUIZ_CODE = /quiz-.*\.js/;

const verdict = (page: Page, id: string) => verdictOf(question(page, id));
const check = (page: Page, id: string) =>
  question(page, id).getByRole('button', { name: '확실해요' }).click();
const choose = (page: Page, id: string, text: string | RegExp) =>
  question(page, id).locator('label', { hasText: text }).click();

/** What was answered so far, as the browser's own database has it: an item and whether it was right. */
const answers = async (page: Page) =>
  (await eventsIn(page, 'quizzes'))
    .filter((event) => event.verdict)
    .map((event) => `${event.item} ${event.verdict}`);

/** Answers every type, mostly wrong in part, so that all marks are on the page. */
async function answerAll(page: Page): Promise<void> {
  const place = (id: string, row: RegExp, column: RegExp) =>
    pick(question(page, id).getByRole('row', { name: row }).getByRole('radio', { name: column }));
  await choose(page, 't-single', 'Conda-Forge');
  await check(page, 't-single');
  for (const text of [/Linux/, /Python 프로젝트/]) {
    await choose(page, 't-multiple', text);
  }
  await question(page, 't-multiple').getByRole('button', { name: '헷갈려요' }).click();
  await choose(page, 't-true-false', '아니다');
  await check(page, 't-true-false');
  await question(page, 't-short').getByRole('textbox').fill('하이퍼바이져');
  await check(page, 't-short');
  await question(page, 't-cloze').getByRole('textbox', { name: '빈칸 1' }).fill('커널');
  await question(page, 't-cloze').getByRole('textbox', { name: '빈칸 2' }).fill('분산');
  await check(page, 't-cloze');
  await place('t-matching', /^Image/, /템플릿/);
  await place('t-matching', /^Container/, /Interface/);
  await place('t-matching', /^Daemon/, /background/);
  await place('t-matching', /^Registry/, /저장소/);
  await check(page, 't-matching');
  await question(page, 't-ordering')
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

for (const [name, viewport, colorScheme] of [
  ['on a phone in light', PHONE, 'light'],
  ['at a desk in dark', DESK, 'dark'],
] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test('every type before and after grading is clean for axe and never scrolls the page sideways', async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const trouble = watchForTrouble(page, quizzes);
      const expectClean = async () => {
        // What lies half under the bar would be measured as it shows.
        await page.evaluate(() => scrollTo(0, 0));
        await expectNoAxeFindings(page);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      };
      await open(page, TYPES);
      await allAnswerable(page);
      await expectClean();
      await answerAll(page);
      await expect(page.getByRole('status').filter({ hasText: '8문제 중 0문제' })).toBeVisible();
      await expectClean();
      await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
      await expectNoAxeFindings(page, AS_FORCED);
      expect(trouble).toEqual([]);
    });

    test('numbers, outputs, code and files are typed, judged, and as clean', async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const typed = site('foreign');
      const trouble = watchForTrouble(page, typed);
      await open(page, at(typed, '/typed/'));
      await allAnswerable(page);
      const field = (id: string, at = 0) => question(page, id).getByRole('textbox').nth(at);
      await field('t-number').fill('3 GB');
      await check(page, 't-number');
      await expect(verdict(page, 't-number')).toContainText('3 GB = 약 2.79 GiB');
      await field('t-output').fill('/srv\nbash');
      await page.keyboard.press('Control+Enter');
      await expect(verdict(page, 't-output')).toContainText('2번째 줄이 다릅니다');
      await field('t-code').fill('replicas');
      await field('t-code', 1).fill('2');
      await check(page, 't-code');
      await expect(verdict(page, 't-code')).toContainText('2개 중 1개 맞았습니다');
      const file = field('t-fix');
      await file.fill((await file.inputValue()).replace('replicas: 1', 'replicas: 3'));
      await check(page, 't-fix');
      await expect(verdict(page, 't-fix')).toContainText('조건 3개 중 2개');
      await field('t-dockerfile').fill('FROM python:3.12-slim\nUSER app\nCMD ["python", "train.py"]');
      await check(page, 't-dockerfile');
      await expect(verdict(page, 't-dockerfile')).toContainText('정답입니다');
      await page.evaluate(() => scrollTo(0, 0));
      await expectNoAxeFindings(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
      await expectNoAxeFindings(page, AS_FORCED);
      expect(trouble).toEqual([]);
    });
  });
}

const TYPES_ASKED = 'single multiple true-false short cloze matching ordering categories'.split(' ');

/** Answers whatever is asked, in full. */
const answerAnything = (page: Page) =>
  page.evaluate(() => {
    const named = new Set<string>();
    for (const input of document.querySelectorAll<HTMLInputElement>('main input')) {
      if (input.type === 'text') {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '모름');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } else if (!named.has(input.name)) {
        named.add(input.name);
        input.click();
      }
    }
    document.querySelector<HTMLElement>('main .move-buttons button:enabled')?.click();
  });

/** Where everything of the card stands that was there to be read or touched. */
const places = (page: Page) =>
  page
    .getByRole('article')
    .locator(
      'h2, button[aria-pressed], label, span[aria-hidden=true], th, td:has(label), input[type=text], ol > li',
    )
    .evaluateAll((nodes) =>
      nodes.map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      }),
    );

/** Those of the style sheets by their name, with how long they are meant to last in milliseconds. */
const animationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .flatMap((one) =>
        one instanceof CSSAnimation ? [`${one.animationName} ${one.effect?.getTiming().duration}`] : [],
      ),
  );

for (const [name, viewport] of [
  ['a phone', PHONE],
  ['a desk', DESK],
] as const) {
  test(`in a sitting on ${name} a double tap leaves every type in its place, graded, with the way on under the finger`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // On a busy machine the second of two taps is late: what hears nothing for a moment does so for longer.
    const browser = await page.context().newCDPSession(page);
    await browser.send('Animation.enable');
    await browser.send('Animation.setPlaybackRate', { playbackRate: 0.1 });
    for (const type of TYPES_ASKED) {
      await open(page, `${at(quizzes, '/practice/')}?set=one&item=question%3At-${type}`);
      const sure = page.getByRole('button', { name: '확실해요' });
      await expect(sure).toBeVisible();
      await answerAnything(page);
      await expect(sure).toHaveAttribute('aria-disabled', 'false');
      const stem = await page.getByRole('heading', { level: 2 }).innerText();
      const ways = [
        await sure.boundingBox(),
        await page.getByRole('button', { name: '헷갈려요' }).boundingBox(),
      ];
      const before = await places(page);
      // Where 다음 문제 is about to be, twice.
      const [left, right] = ways;
      const x = (right?.x ?? 0) + (right?.width ?? 0) / 2;
      const y = (right?.y ?? 0) + (right?.height ?? 0) / 2;
      await page.mouse.click(x, y);
      await page.mouse.click(x, y);
      await expect(verdictOf(page.getByRole('article'))).toBeVisible();
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(stem);
      expect(await animationsOf(page)).toContain('deaf 400');
      const next = page.getByRole('button', { name: /다음 문제|마치기/ });
      const box = await next.boundingBox();
      expect(box).toEqual({ ...left, width: (right?.x ?? 0) + (right?.width ?? 0) - (left?.x ?? 0) });
      expect(await places(page), type).toEqual(before);
      await expect(verdictOf(page.getByRole('article'))).toBeInViewport();
      if (type !== 'single') continue;
      // Not even under the large curve, which the first answer of a record has, is a short card's last option.
      await expect(page.getByRole('img', { name: /맞힐 때마다 간격이/ })).toBeVisible();
      const isSeen = await page
        .locator('.option-text')
        .last()
        .evaluate((text) => {
          const { left, bottom } = text.getBoundingClientRect();
          return text.closest('label')?.contains(document.elementFromPoint(left + 1, bottom - 1));
        });
      expect(isSeen).toBe(true);
    }
  });
}

test('on a narrow phone nothing scrolls sideways and every target is large', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, TYPES);
  await allAnswerable(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const small = await page
    .locator('[id^="q:"]')
    .locator('label:visible, button:visible, input[type=text]:visible, summary:visible')
    .evaluateAll((nodes) =>
      nodes
        .map((node) => ({ box: node.getBoundingClientRect(), name: node.outerHTML.slice(0, 80) }))
        .filter(({ box }) => box.height < 38 || box.width < 44)
        .map(({ box, name }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${name}`),
    );
  expect(small).toEqual([]);
});

test('a section’s quiz by keyboard alone: chosen, confirmed, gone on, asked again, done', async ({
  page,
}) => {
  await open(page, CONTAINER);
  await allAnswerable(page);
  await question(page, 'container-memory').getByRole('radio').first().focus();
  const wrong = question(page, 'container-memory').getByRole('radio', { name: /물리적/ });
  await page.keyboard.press((await wrong.getAttribute('data-digit')) ?? '');
  await expect(wrong).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(verdict(page, 'container-memory')).toBeFocused();
  await expect(verdict(page, 'container-memory')).toContainText('아쉽습니다');
  await page.keyboard.press('Enter');
  await expect(question(page, 'container-hardware').getByRole('heading')).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('Shift+Enter');
  await expect(verdict(page, 'container-hardware')).toBeFocused();
  await expect(verdict(page, 'container-hardware')).toContainText('헷갈려요로 답함');
  await page.keyboard.press('Enter');
  // Asked once more, at the end.
  const again = page.getByRole('article', { name: /Container가 가상머신에 비해/ }).last();
  await expect(again.getByRole('heading')).toBeFocused();
  const right = again.getByRole('radio', { name: /커널을 공유/ });
  await page.keyboard.press((await right.getAttribute('data-digit')) ?? '');
  await page.keyboard.press('Enter');
  await expect(verdictOf(again)).toContainText('정답입니다');
  await page.keyboard.press('Enter');
  await expect(page.getByText('다시 푼 문제까지 모두 맞혔습니다.')).toBeVisible();
  // Written once the verdict has been painted.
  await expect
    .poll(() => answers(page))
    .toEqual([
      'question:container-memory incorrect',
      'question:container-hardware correct',
      'question:container-memory correct',
    ]);
});

test('a source leads to its sentence, which is marked, and back to the question', async ({ page }) => {
  await open(page, CONTAINER);
  await allAnswerable(page);
  await question(page, 'container-memory').getByRole('button', { name: '모르겠음' }).click();
  await question(page, 'container-memory')
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
  await expect(bar.getByRole('link', { name: '문제 2로' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(verdict(page, 'container-memory')).toBeFocused();
  await expect(verdict(page, 'container-memory')).toBeInViewport();
  await expect(bar).toHaveCount(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test('a source on another page, and back to the graded question', async ({ page }) => {
  await open(page, CONTAINER);
  await allAnswerable(page);
  await question(page, 'image').getByRole('textbox').fill('image');
  await page.keyboard.press('Enter');
  await expect(verdict(page, 'image')).toContainText('정답입니다');
  await question(page, 'image')
    .getByRole('link', { name: /이미지는 틀이다/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '유형' })).toBeVisible();
  await expect(page.locator('[data-source]')).toBeFocused();
  await page.getByRole('link', { name: '문제 4로' }).click();
  await expect(verdict(page, 'image')).toBeFocused();
});

test('an unfinished answer survives a reload and a way to another page', async ({ page }) => {
  await open(page, TYPES);
  await allAnswerable(page);
  await question(page, 't-cloze').getByRole('textbox', { name: '빈칸 1' }).pressSequentially('커널');
  const second = question(page, 't-matching')
    .getByRole('row', { name: /^Image/ })
    .getByRole('radio')
    .nth(1);
  await pick(second);
  await question(page, 't-ordering')
    .getByRole('button', { name: /아래로/ })
    .first()
    .click();
  const order = await question(page, 't-ordering').getByRole('listitem').allInnerTexts();
  const expectKept = async () => {
    await allAnswerable(page);
    await expect(question(page, 't-cloze').getByRole('textbox', { name: '빈칸 1' })).toHaveValue('커널');
    await expect(second).toBeChecked();
    expect(await question(page, 't-ordering').getByRole('listitem').allInnerTexts()).toEqual(order);
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
    await answerable(question(tab, 't-true-false'));
    await choose(tab, 't-true-false', '맞다');
  }
  for (const tab of tabs) {
    await check(tab, 't-true-false');
    await expect(verdict(tab, 't-true-false')).toContainText('정답입니다');
    await expect(question(tab, 't-true-false').getByRole('img', { name: /^예상 정답률 곡선/ })).toBeVisible();
  }
  await expect.poll(async () => (await answers(tabs[0])).length).toBe(2);
  await tabs[0].getByRole('button', { name: '문제 3, 다시 볼 문제' }).click();
  await expect(tabs[1].getByRole('button', { name: '문제 3, 다시 볼 문제', pressed: true })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE });

  test('every question can be read, and its key is folded below it', async ({ page }) => {
    await page.goto(TYPES);
    await expect(page.getByRole('article', { name: /./ }).and(page.locator('[id^="q:"]'))).toHaveCount(8);
    await expect(page.getByRole('button')).toHaveCount(0);
    const fold = page.getByRole('group').filter({ hasText: '정답과 해설' }).first();
    await expect(fold.getByText('Pipfile.lock', { exact: true })).toBeHidden();
    await fold.getByText('정답과 해설').click();
    await expect(fold.getByText('Pipfile.lock', { exact: true })).toBeVisible();
    await expect(question(page, 't-multiple').getByText('Linux, Windows, macOS에서 작동한다.')).toBeVisible();
    await expect(question(page, 't-matching').getByText(/^실행하는 데 필요한 파일/)).toBeVisible();
    await expect(question(page, 't-ordering').getByRole('listitem')).toHaveCount(4);
  });

  test('a file to mend is there to be read, and nothing long can be typed for nothing', async ({ page }) => {
    await page.goto(at(site('foreign'), '/typed/'));
    for (const [id, line] of [
      ['t-fix', 'kind: Deployment'],
      ['t-dockerfile', 'FROM python:3.12-slim'],
    ] as const)
      await expect(question(page, id).getByRole('figure').getByText(line).first()).toBeVisible();
    for (const id of ['t-output', 't-fix', 't-dockerfile'])
      await expect(question(page, id).getByRole('textbox')).toHaveCount(0);
  });
});

test('a choice made before the code came is not lost', async ({ page }) => {
  const release = await hold(page, QUIZ_CODE);
  await open(page, TYPES);
  await question(page, 't-single').getByText('Pipfile.lock').click();
  await expect(page.getByText('정답과 해설').first()).toBeAttached();
  const field = question(page, 't-short').getByRole('textbox');
  await field.pressSequentially('하이퍼바이저');
  await page.keyboard.press('Home');
  release();
  await answerable(question(page, 't-single'));
  await expect(question(page, 't-single').getByRole('radio', { name: 'Pipfile.lock' })).toBeChecked();
  // Where one is typing nothing moves.
  await expect(field).toHaveValue('하이퍼바이저');
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0);
  await check(page, 't-single');
  await expect(verdict(page, 't-single')).toContainText('정답입니다');
});

test('taking over moves nothing', async ({ page }) => {
  // So high that everything is on the screen: only there has a question its true height.
  await page.setViewportSize({ ...DESK, height: 9000 });
  const release = await hold(page, QUIZ_CODE);
  await open(page, TYPES);
  const places = () =>
    page
      .locator('[id^="q:"]')
      .locator('label, td, ol[aria-labelledby] > li, input[type=text]')
      .evaluateAll((nodes) =>
        nodes.map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return [x, y + scrollY, width, height].map(Math.round).join(' ');
        }),
      );
  const before = await places();
  expect(before.length).toBeGreaterThan(30);
  release();
  await allAnswerable(page);
  expect(await places()).toEqual(before);
});

test('on paper bubbles are empty, no result is printed, and the key stands at the end', async ({ page }) => {
  await open(page, TYPES);
  await allAnswerable(page);
  await answerAll(page);
  await page.emulateMedia({ media: 'print' });
  const cards = page.locator('[id^="q:"]');
  await expect(cards.getByRole('button')).toHaveCount(0);
  await expect(verdictOf(cards).filter({ visible: true })).toHaveCount(0);
  // What is there for screen readers alone is clipped to a point.
  const results = await cards.locator('p, dd, li, span').evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const own = [...node.childNodes]
        .filter((child) => child instanceof Text)
        .map(({ nodeValue }) => nodeValue);
      const { width, height } = node.getBoundingClientRect();
      return /맞음|틀림|정답입니다|아쉽|내 답/.test(own.join('')) &&
        width * height > 4 &&
        node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        ? [node.outerHTML]
        : [];
    }),
  );
  expect(results).toEqual([]);
  const bubbles = await cards
    .locator('span[aria-hidden=true]:visible')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundColor));
  expect(bubbles.length).toBeGreaterThan(20);
  expect(new Set(bubbles)).toEqual(new Set(['rgba(0, 0, 0, 0)']));
  // Rows of a grid would lie over each other where a page ends.
  const rows = await page
    .getByRole('listitem')
    .filter({ has: cards })
    .evaluateAll((nodes) =>
      nodes.map((node) => `${getComputedStyle(node).display}, ${getComputedStyle(node).breakInside}`),
    );
  expect(new Set(rows)).toEqual(new Set(['block, avoid']));
  const key = page
    .getByRole('paragraph')
    .filter({ hasText: /^정답 / })
    .last();
  const [keyBox, lastBox] = await Promise.all([key.boundingBox(), cards.last().boundingBox()]);
  expect(keyBox?.y ?? 0).toBeGreaterThan((lastBox?.y ?? 0) + (lastBox?.height ?? 0) - 1);
  await expect(page.getByRole('main').getByRole('list').last()).toContainText('Pipfile.lock');
});

test('the verdict is there, focused and in view, when the click ends', async ({ page }) => {
  await page.setViewportSize(DESK);
  await open(page, TYPES);
  await allAnswerable(page);
  await choose(page, 't-single', 'Conda-Forge');
  const seen = await page.evaluate(async () => {
    const own = document.getElementById('q:t-single');
    [...(own?.querySelectorAll('button') ?? [])].find((each) => each.textContent === '확실해요')?.click();
    await null;
    return document.activeElement?.textContent ?? '';
  });
  expect(seen).toMatch(/^(?:정답입니다|아쉽습니다)/);
  await expect(verdict(page, 't-single')).toBeFocused();
  await expect(verdict(page, 't-single')).toBeInViewport();
});

test('under a base path a quiz is answered, kept, reported where the course stands, and reviewed from the map', async ({
  page,
}) => {
  const base = site('under-base');
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
  await open(page, at(base, '/container/virtual-machine/'));
  const first = question(page, 'vm-sort');
  await answerable(first);
  await first.getByRole('button', { name: '모르겠음' }).click();
  await expect(verdictOf(first)).toBeFocused();
  await first.getByRole('link', { name: /하이퍼바이저 위에서/ }).click();
  await expect(page.locator('[data-source]')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`^${base.url}`));
  await page.clock.setFixedTime(new Date('2026-11-26T10:00:00'));
  await open(page, base.url);
  await page.getByRole('link', { name: '복습 시작' }).click();
  await expect(page.getByRole('button', { name: '복습 그만두기' })).toBeVisible();
  await page.getByRole('button', { name: '모르겠음' }).click();
  await page.getByRole('button', { name: '해설' }).click();
  await page.getByRole('link', { name: '노트에서 보기' }).click();
  await expect(page).toHaveURL(new RegExp(`^${base.url}container/virtual-machine/`));
});

test('a blank is as wide as its field, at every width of the page', async ({ page }) => {
  await open(page, at(site('course'), '/container/'));
  const card = question(page, 'container-kernel');
  await answerable(card);
  for (const width of [320, 390, 717, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const gaps = await card.getByRole('textbox').evaluateAll((fields) =>
      fields.map((field) => {
        const blank = field.parentElement?.getBoundingClientRect().right ?? Number.NaN;
        return Math.round(Math.abs(blank - field.getBoundingClientRect().right));
      }),
    );
    expect(gaps).toEqual([0, 0]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});

test('code of a question that is wider than the text goes on into the margin', async ({ page }) => {
  await open(page, at(site('foreign'), '/typed/'));
  // A card that is hydrated later writes its code anew.
  await allAnswerable(page);
  const code = question(page, 't-code').locator('.code').first();
  await code.locator('code').evaluate((element) => {
    element.textContent = 'word '.repeat(60);
  });
  const rightOf = (of: Locator) =>
    of.evaluate((element) => Math.round(element.getBoundingClientRect().right));
  for (const width of [1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await rightOf(code)).toBe(await rightOf(page.locator('.quiz').filter({ has: code })));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});
