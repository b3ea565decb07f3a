/** The record in a real browser: where it is shown, hostile storage and files, two tabs, and from one profile to another. */

import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { dayAt } from '../../src/store/study/study-day.ts';
import { learnedEvents, recordFile } from '../support/learned.ts';
import {
  at,
  DESK,
  dataOf,
  expectNoAxeFindings,
  indexOf,
  open,
  overflow,
  PHONE,
  question,
  site,
  watchForTrouble,
  watchShifts,
} from '../support/pages.ts';
import { countEvents, plantEvents } from '../support/plant.ts';

const course = site('course');
const courseId = dataOf(course, '/').course.id ?? 'course';
const progress = at(course, '/progress/');
const topic = at(course, '/environment-tools/conda/');

const now = new Date();
const today = dayAt(now);
const learned = learnedEvents(indexOf(course), courseId, today, 0.6, 60);

/** How many of a row's questions are remembered. */
const remembered = (page: Page) => page.locator('.remembered').filter({ visible: true });

/** Leaves the record there as an earlier visit would have. */
async function plant(page: Page, events: readonly unknown[] = learned): Promise<void> {
  await page.goto(at(course, '/robots.txt'));
  await plantEvents(page, courseId, events);
}

const openRecord = async (page: Page) => {
  await open(page, progress);
  await expect(page.getByRole('heading', { name: '기록', exact: true })).toBeVisible();
};

/** Chooses a file that lies on the disk, where even a huge one is not sent to the browser piece by piece. */
async function chooseFile(page: Page, text: string | Buffer): Promise<void> {
  const file = test.info().outputPath('record.json');
  writeFileSync(file, text);
  await page.getByLabel('기록 가져오기').setInputFiles(file);
}

async function exported(page: Page): Promise<{ events: { id: string }[] }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '기록 내보내기' }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

/** Every row of the course map with its numbers. */
const rowsOf = (page: Page) => page.getByRole('main').getByRole('listitem').allInnerTexts();

const openMap = async (page: Page) => {
  await open(page, at(course, '/'));
  await expect(remembered(page).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '다음 7일 복습' })).toBeVisible();
};

/** The first topic whose terms can be asked as cards. */
const cards = (page: Page) =>
  page.getByRole('group').filter({ hasText: '용어 카드' }).getByRole('checkbox').first();

/** Says of one question after another that it is not known. */
async function giveUp(page: Page, times: number): Promise<void> {
  for (let nth = 1; nth <= times; nth += 1) {
    // Once all were asked, what is asked again is counted down.
    await expect(page.getByText(new RegExp(`^(${nth} / \\d+|다시 \\d+)$`))).toBeVisible();
    await press(page, /모르겠음/);
    await press(page, /다음 문제|마치기/);
  }
}
/** Not by the mouse: a tab in the background has no frames to wait for. */
const press = (page: Page, name: RegExp) =>
  page.getByRole('button', { name }).evaluate((button: HTMLElement) => button.click());

const openCards = async (page: Page) => {
  await openRecord(page);
  await page.getByText('용어 카드').click();
};

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('nothing about the record is wider than the screen, and the tree starts within the first one', async ({
    page,
  }) => {
    const top = async () => (await page.getByRole('main').getByRole('listitem').first().boundingBox())?.y;
    await open(page, at(course, '/'));
    await expect(page.getByRole('region', { name: '처음이신가요?' })).toBeVisible();
    expect(await top()).toBeLessThan(844 - 60);
    await plant(page);
    await openMap(page);
    expect(await top()).toBeLessThan(844 - 60);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await openMap(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await openRecord(page);
      await expect(page.getByRole('figure').first()).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const outside = await page
        .getByRole('figure')
        .locator(':is(.tick, .axis-name, .row-name)')
        .evaluateAll((texts) =>
          texts.flatMap((text) => {
            const [own, figure] = [text, text.closest('figure')].map((each) => each?.getBoundingClientRect());
            const isIn = own && figure && own.left >= figure.left - 0.5 && own.right <= figure.right + 0.5;
            return isIn ? [] : [`${text.textContent} ${own?.left}–${own?.right} in ${figure?.right}`];
          }),
        );
      expect(outside, `${width}`).toEqual([]);
    }
  });

  test('axe finds nothing on the record, in its sheets, and in trouble', async ({ page }) => {
    // Axe takes what the tab bar covers at the moment for too small to be touched.
    await page.setViewportSize({ ...PHONE, height: 9_000 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await plant(page);
    await openRecord(page);
    for (const summary of await page.getByText('표로 보기').all()) await summary.click();
    await page.getByText('용어 카드').click();
    await expectNoAxeFindings(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectNoAxeFindings(page, ['cat.color']);
    await page.getByRole('button', { name: '지울 기록 고르기' }).click();
    await page.getByLabel('지울 범위').selectOption({ index: 1 });
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await chooseFile(
      page,
      recordFile(
        courseId,
        learned.map((event) => ({ ...event, id: `b-${event.id}` as never })),
      ),
    );
    await expect(page.getByRole('button', { name: '합치기' })).toBeVisible();
    await expectNoAxeFindings(page);

    await openMap(page);
    await expectNoAxeFindings(page);
    await page.getByRole('button', { name: '시험일 정하기' }).click();
    await expectNoAxeFindings(page);
  });
});

test('numbers come once the record is read, and nothing moves by them', async ({ page }) => {
  await page.setViewportSize(DESK);
  await plant(
    page,
    learned.map((event) => (event.kind === 'question' ? { ...event, verdict: 'incorrect' } : event)),
  );
  // As an earlier visit leaves it: something is due, and what a stroke is has been said.
  await page.evaluate((day) => {
    localStorage.setItem('study.due-day//', day);
    localStorage.setItem('study.strokes-told', 'true');
  }, today);
  const shifts = await watchShifts(page);
  for (const address of [at(course, '/'), topic]) {
    await open(page, address);
    await expect(remembered(page).first()).toBeVisible();
    expect(await shifts()).toEqual([]);
  }
  // Beside a section, where there is room, what was missed of it.
  await open(page, at(course, '/environment-tools/'));
  await expect(page.getByRole('list', { name: '이 절에서 틀린 문제' }).first()).toBeVisible();
  expect(await shifts()).toEqual([]);
  // The figures and settings of 학습 기록 are not fetched for that.
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\w+(?=-[^/]*\.js$)/.exec(name)?.[0] ?? []),
  );
  expect(scripts).toContain('record');
  expect(scripts).not.toContain('progress');
});

for (const [name, viewport] of [
  ['on a phone', PHONE],
  ['at a desk', DESK],
] as const) {
  test(`what is known folds below the screen ${name}: nothing on it moves, and paper, addresses and a reload find it`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const path = '/orchestrator/kubernetes/';
    const ids =
      indexOf(course)
        .topics.find((each) => each.path === path)
        ?.questions.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(10);
    const items = new Set(ids.map((id) => `question:${id}`));
    const known = learnedEvents(indexOf(course), courseId, today, 1, 60)
      .filter(({ item }) => items.delete(item))
      .map((event) => ({ ...event, day: today, verdict: 'correct', score: 1, confidence: 'sure' }));
    await plant(page, known);
    const shifts = await watchShifts(page);
    const folded = page.locator('[data-folded]');
    await open(page, at(course, path));
    await expect(folded).toHaveCount(ids.length);
    expect(await shifts()).toEqual([]);

    // What is opened stays where it is when the page is loaded again, and what is below it folds again.
    const middle = question(page, ids[5] ?? '');
    await middle.getByRole('button', { name: '다시 풀기' }).click();
    await expect(middle.getByRole('button', { name: '확실해요' })).toBeVisible();
    await middle.evaluate((card) => card.scrollIntoView({ block: 'center' }));
    const place = async () => Math.round((await middle.boundingBox())?.y ?? Number.NaN);
    const before = await place();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.reload();
    await expect(folded.first()).toBeAttached();
    await expect.poll(place).toBe(before);
    await expect(middle.getByRole('button', { name: '확실해요' })).toBeVisible();
    expect(await shifts()).toEqual([]);

    // A link to a question opens it, and folds what comes after it.
    await page.goto('about:blank');
    const linked = question(page, ids[1] ?? '');
    await open(page, `${at(course, path)}#${encodeURIComponent(`q:${ids[1]}`)}`);
    await expect(question(page, ids.at(-1) ?? '')).toHaveAttribute('data-folded');
    await expect(linked.getByRole('button', { name: '확실해요' })).toBeVisible();
    await expect(linked).toBeInViewport();

    const inside = folded.first().locator('.folding');
    expect((await inside.boundingBox())?.height ?? 0).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect((await inside.boundingBox())?.height).toBeGreaterThan(40);
  });
}

test('two tabs that answer at the same time lose no answer, and agree', async ({ context }) => {
  test.slow();
  const [one, other] = [await context.newPage(), await context.newPage()];
  const times = 12;
  await open(one, `${at(course, '/practice/')}?set=all&area=1`);
  await open(other, `${at(course, '/practice/')}?set=all&area=4`);
  await Promise.all([giveUp(one, times), giveUp(other, times)]);
  // A tab in the background shows its last verdicts later, and writes them then.
  await expect.poll(() => countEvents(one, courseId)).toBe(2 * times);
  await openRecord(one);
  await openRecord(other);
  for (const tab of [one, other]) {
    const { events } = await exported(tab);
    expect(events).toHaveLength(2 * times);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2 * times);
  }
  const topics = (tab: Page) => tab.getByRole('region', { name: /토픽/ }).innerText();
  expect(await topics(one)).toBe(await topics(other));
});

test('export, a fresh profile, import: the same numbers', async ({ browser, page }) => {
  await plant(page);
  await openMap(page);
  const before = await rowsOf(page);
  expect(before.join()).toMatch(/\d+ \/ \d+/);
  await openRecord(page);
  const file = JSON.stringify(await exported(page));
  const fresh: BrowserContext = await browser.newContext();
  const elsewhere = await fresh.newPage();
  await openRecord(elsewhere);
  await expect(elsewhere.getByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeVisible();
  await chooseFile(elsewhere, file);
  await elsewhere.getByRole('button', { name: '합치기' }).click();
  await expect(elsewhere.getByText(`새 기록 ${learned.length}건을 합쳤습니다.`)).toBeVisible();
  await openMap(elsewhere);
  expect(await rowsOf(elsewhere)).toEqual(before);
  await openRecord(elsewhere);
  await chooseFile(elsewhere, file);
  await expect(elsewhere.getByText('모두 이미 있는 기록이라 바뀐 것이 없습니다.')).toBeVisible();
  await fresh.close();
});

test('hostile files break nothing: one nested deeply, a huge one, and one with a __proto__; the good one is taken after each', async ({
  page,
}) => {
  const trouble = watchForTrouble(page, course);
  const good = (from: number) => recordFile(courseId, learned.slice(from, from + 5));
  const deep = `{"format":"lecture-study-record","version":1,"course":"${courseId}","events":[${'['.repeat(200_000)}`;
  const poisoned = good(10).replace('"answer":null', '"answer":{"__proto__":{"isAdmin":true}}');
  await openRecord(page);
  for (const [nth, [file, message]] of (
    [
      [deep, /학습 기록 파일이 아닙니다/],
      [Buffer.alloc(45_000_000, '['), /학습 기록 파일이 아닙니다/],
      [poisoned, /읽을 수 없는 기록 1건은 가져오지 않았습니다/],
    ] as const
  ).entries()) {
    await chooseFile(page, file);
    await expect(page.getByText(message)).toBeVisible();
    expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
    await chooseFile(page, good(nth * 5));
    await page.getByRole('button', { name: '합치기' }).click();
    await expect(page.getByText('새 기록 5건을 합쳤습니다.')).toBeVisible();
    await expect.poll(() => countEvents(page, courseId)).toBe((nth + 1) * 5);
  }
  expect(trouble).toEqual([]);
});

test.describe('hostile storage', () => {
  /** The notice of storage; empty while there is no trouble. */
  const notice = (page: Page) => page.locator('.storage-notice');

  test('without IndexedDB the visit is kept, can be exported, and the learner is told', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    await openRecord(page);
    await expect(notice(page)).toContainText('이 탭에만 남습니다');
    await chooseFile(page, recordFile(courseId, learned));
    await page.getByRole('button', { name: '합치기' }).click();
    await expect(page.getByRole('figure').first()).toBeVisible();
    expect((await exported(page)).events).toHaveLength(learned.length);
    await expectNoAxeFindings(page);
  });

  test('where asking for storage and for other tabs throws, it is told, and reading goes on without a word', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const get = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { get });
      Object.defineProperty(window, 'BroadcastChannel', { value: get });
    });
    await openRecord(page);
    await expect(notice(page)).toContainText('저장소를 열지 못해');
    await page.getByRole('button', { name: '알림 닫기' }).click();
    await expect(notice(page)).toHaveText('');
  });

  test('a newer version’s storage is left alone', async ({ page }) => {
    const version = () =>
      page.evaluate(
        (name) => indexedDB.databases().then((all) => all.find((each) => each.name === name)?.version),
        `study-log/${courseId}`,
      );
    await page.goto(at(course, '/robots.txt'));
    await page.evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open(name, 9);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
      `study-log/${courseId}`,
    );
    await openRecord(page);
    await expect(notice(page)).toContainText('새로운 버전으로 저장되어');
    await expect(page.getByRole('button', { name: '새로 고침' })).toBeVisible();
    expect(await version()).toBe(9);
  });

  test('a full disk keeps what was chosen, and stores it when tried again', async ({ page }) => {
    await page.addInitScript(() => {
      const { add } = IDBObjectStore.prototype;
      Object.assign(window, { isFull: false });
      IDBObjectStore.prototype.add = function (...given) {
        if ((window as unknown as { isFull: boolean }).isFull)
          throw new DOMException('full', 'QuotaExceededError');
        return add.apply(this, given);
      };
    });
    const fill = (isFull: boolean) =>
      page.evaluate((full) => Object.assign(window, { isFull: full }), isFull);
    await openCards(page);
    await fill(true);
    await cards(page).evaluate((box: HTMLElement) => box.click());
    await expect(notice(page)).toContainText('저장 공간이 가득 차서');
    await expect(cards(page)).toBeChecked();
    await fill(false);
    await page.getByRole('button', { name: '다시 시도' }).click();
    await expect(notice(page)).toHaveText('');
    await page.reload();
    await openCards(page);
    await expect(cards(page)).toBeChecked();
  });

  test('an opening held up by another tab is told, and made good when that tab lets go', async ({
    context,
  }) => {
    const holder = await context.newPage();
    await plant(holder);
    await holder.evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            Object.assign(window, { held: opening.result });
            // Asked to let go, it does not; what comes after the deletion has to wait.
            indexedDB.deleteDatabase(name).onblocked = () => resolve();
          };
        }),
      `study-log/${courseId}`,
    );
    const page = await context.newPage();
    await openRecord(page);
    await expect(notice(page)).toContainText('저장소가 아직 열리지 않습니다');
    await page.getByText('용어 카드').click();
    await cards(page).evaluate((box: HTMLElement) => box.click());
    await holder.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
    await expect(notice(page)).toHaveText('');
    expect((await exported(page)).events).toHaveLength(1);
  });

  test('a clock set back shows the record, takes answers, and erases all of it', async ({ page }) => {
    await plant(page);
    await page.clock.setFixedTime(new Date(now.getTime() - 40 * 86_400_000));
    await openRecord(page);
    await expect(page.getByRole('figure')).toHaveCount(4);
    await page.getByRole('button', { name: '지울 기록 고르기' }).click();
    await page.getByRole('button', { name: '지우기', exact: true }).click();
    await expect(page.getByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeVisible();
    await page.getByRole('button', { name: /되돌리기/ }).click();
    await expect(page.getByRole('figure')).toHaveCount(4);
  });
});
