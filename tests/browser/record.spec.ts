/** The record in a real browser: where it is shown, hostile storage and files, two tabs, and from one profile to another. */

import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { Day } from '../../src/core/model/event.ts';
import { learnedEvents, recordFile } from '../support/learned.ts';
import {
  at,
  dataOf,
  expectNoAxeFindings,
  indexOf,
  open,
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
const two = (number: number) => String(number).padStart(2, '0');
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day;
const learned = learnedEvents(indexOf(course), courseId, today, 0.6, 60);

/** In a row of the map, the rail or the table. */
const GAUGE = '.toc-gauge .gauge, .rail .gauge, .topics .gauge';

/** Leaves the record there as an earlier visit would have. */
async function plant(page: Page, events: readonly unknown[] = learned): Promise<void> {
  await page.goto(at(course, '/robots.txt'));
  await plantEvents(page, courseId, events);
}

const openRecord = async (page: Page) => {
  await open(page, progress);
  await expect(page.getByRole('heading', { name: '기록', exact: true })).toBeVisible();
};

const chooseFile = (page: Page, text: string | Buffer) =>
  page.getByLabel('기록 가져오기').setInputFiles({
    name: 'record.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

async function exported(page: Page): Promise<{ events: { id: string }[] }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '기록 내보내기' }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

/** Every row of the course map with what its gauge says. */
const gaugesOf = (page: Page) => page.locator('.toc-row').allInnerTexts();

const openMap = async (page: Page) => {
  await open(page, at(course, '/'));
  await expect(page.locator('.toc-row .gauge').first()).toBeVisible();
};

const toggleCards = async (page: Page, times: number) => {
  // Not by the mouse: a tab in the background has no frames to wait for.
  const box = page.locator('.settings-topics input').first();
  for (let nth = 0; nth < times; nth += 1) await box.evaluate((input: HTMLInputElement) => input.click());
};
const questionsIn = (area: string) =>
  indexOf(course)
    .topics.filter((topic) => topic.area === area)
    .reduce((sum, { questions }) => sum + questions.length, 0);

/** Says of one question after another that it is not known. */
async function giveUp(page: Page, times: number): Promise<void> {
  for (let nth = 1; nth <= times; nth += 1) {
    await expect(page.locator('.s-bar .num')).toContainText(`${nth} /`);
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

for (const [name, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
})) {
  test.describe(name, () => {
    test.use({ viewport });

    test('gauges come once the record is read, and nothing moves by them', async ({ page }) => {
      await plant(page);
      const shifts = await watchShifts(page);
      for (const address of [at(course, '/'), topic]) {
        await open(page, address);
        await expect(page.locator('.count').filter({ visible: true })).toHaveCount(1);
        if (name === 'desk' || address !== topic) await expect(page.locator(GAUGE).first()).toBeVisible();
        expect(await shifts()).toEqual([]);
      }
    });

    test('axe finds nothing on the record, in its sheets, and in trouble', async ({ page }) => {
      // Axe takes what the tab bar covers at the moment for too small to be touched.
      await page.setViewportSize({ ...viewport, height: 6_000 });
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
}

test('no page about the record scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await plant(page);
  for (const address of [progress, at(course, '/')]) {
    await open(page, address);
    await expect(page.locator(GAUGE).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test('on a phone no name on an axis stands outside of its figure', async ({ page }) => {
  await plant(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await openRecord(page);
    await expect(page.locator('.plot').first()).toBeVisible();
    const outside = await page.locator('.plot :is(.tick, .axis-name, .row-name)').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const [own, figure] = [text, text.closest('figure')].map((each) => each?.getBoundingClientRect());
        const isIn = own && figure && own.left >= figure.left - 0.5 && own.right <= figure.right + 0.5;
        return isIn ? [] : [`${text.textContent} ${own?.left}–${own?.right} in ${figure?.right}`];
      }),
    );
    expect(outside, `${width}`).toEqual([]);
  }
});

test('on a phone the tree starts within the first screen, with a record and without', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const top = async () =>
    (await page.locator('.toc-row').first().boundingBox())?.y ?? Number.POSITIVE_INFINITY;
  await open(page, at(course, '/'));
  await expect(page.getByText('처음이신가요?')).toBeVisible();
  expect(await top()).toBeLessThan(844 - 60);
  await plant(page);
  await openMap(page);
  expect(await top()).toBeLessThan(844 - 60);
});

test('the app on the home screen opens at 복습 when something is due, else at the contents', async ({
  page,
}) => {
  const start = `${course.url}?app`;
  await page.goto(start);
  await expect(page).toHaveURL(start);
  await plant(page);
  await openMap(page);
  // What is due is noted when a page is left.
  await page.goto(start);
  await expect(page).toHaveURL(at(course, '/review/'));
  await expect(page.getByRole('heading', { level: 1, name: '복습' })).toBeVisible();
});

test('an exam set by keyboard brings everything before its eve, and can be removed', async ({ page }) => {
  await plant(page);
  await openMap(page);
  const exam = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 12);
  await page.getByRole('button', { name: '시험일 정하기' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByLabel('날짜')
    .fill(`${exam.getFullYear()}-${two(exam.getMonth() + 1)}-${two(exam.getDate())}`);
  await expect(page.getByText(/12일 남았습니다/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /D-12/ })).toBeVisible();
  await page.locator('.places').getByRole('link', { name: '학습 기록' }).click();
  const figure = page.getByRole('figure').first();
  await figure.getByText('표로 보기').click();
  const rows = await figure.getByRole('row').allInnerTexts();
  const counts = rows.slice(1).map((row) => row.split('\t').slice(1).map(Number));
  expect(
    counts
      .slice(12)
      .flat()
      .every((count) => count === 0),
  ).toBe(true);
  expect(
    counts
      .slice(0, 12)
      .flat()
      .some((count) => count > 0),
  ).toBe(true);
  await page.getByRole('button', { name: /D-12/ }).click();
  await page.getByRole('button', { name: '시험일 지우기' }).click();
  await expect(page.getByRole('button', { name: '시험일 정하기' })).toBeVisible();
});

test('two tabs that answer fifty times each make a hundred answers, and agree', async ({ context }) => {
  test.slow();
  const [one, other] = [await context.newPage(), await context.newPage()];
  const areas = [...new Set(indexOf(course).topics.map(({ area }) => area))];
  const most = areas.toSorted((a, b) => questionsIn(b) - questionsIn(a)).slice(0, 2);
  const [first = '', second = ''] = most;
  await open(one, `${at(course, '/practice/')}?set=all&area=${first}`);
  await open(other, `${at(course, '/practice/')}?set=all&area=${second}`);
  await Promise.all([giveUp(one, 50), giveUp(other, 50)]);
  // A tab in the background shows its last verdicts later, and writes them then.
  await expect.poll(() => countEvents(one, courseId)).toBe(100);
  await openRecord(one);
  await openRecord(other);
  for (const tab of [one, other]) {
    const { events } = await exported(tab);
    expect(events).toHaveLength(100);
    expect(new Set(events.map(({ id }) => id)).size).toBe(100);
  }
  expect(await one.locator('.topics').innerText()).toBe(await other.locator('.topics').innerText());
});

test('export, a fresh profile, import: the same gauges', async ({ browser, page }) => {
  await plant(page);
  await openMap(page);
  const before = await gaugesOf(page);
  expect(before.join()).toMatch(/\d+%/);
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
  expect(await gaugesOf(elsewhere)).toEqual(before);
  await openRecord(elsewhere);
  await chooseFile(elsewhere, file);
  await expect(elsewhere.getByText('모두 이미 있는 기록이라 바뀐 것이 없습니다.')).toBeVisible();
  await fresh.close();
});

test.describe('hostile files', () => {
  const good = recordFile(courseId, learned.slice(0, 5));
  const poisoned = good.replace('"answer":null', '"answer":{"__proto__":{"isAdmin":true}}');
  const deep = `{"format":"lecture-study-record","version":1,"course":"${courseId}","events":[${'['.repeat(200_000)}`;
  for (const [name, text, message] of [
    ['truncated', good.slice(0, -20), /깨졌거나 끝까지 저장되지/],
    ['foreign', '{"format":"anki","notes":[]}', /학습 기록 파일이 아닙니다/],
    ['of another course', recordFile('another', []), /다른 강의의 학습 기록입니다/],
    ['newer', good.replace('"version":1', '"version":99'), /더 새로운 버전에서 내보낸/],
    ['deep', deep, /학습 기록 파일이 아닙니다/],
    ['huge', Buffer.alloc(45_000_000, '['), /파일이 너무 큽니다/],
    ['with a __proto__', poisoned, /읽을 수 없는 기록 1건은 가져오지 않았습니다/],
  ] as const) {
    test(name, async ({ page }) => {
      const trouble = watchForTrouble(page, course);
      await openRecord(page);
      await chooseFile(page, text);
      await expect(page.getByText(message)).toBeVisible();
      expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
      // The page goes on: the whole file is taken right after.
      await chooseFile(page, good);
      await page.getByRole('button', { name: '합치기' }).click();
      await expect(page.getByText('새 기록 5건을 합쳤습니다.')).toBeVisible();
      expect(trouble).toEqual([]);
    });
  }
});

test.describe('hostile storage', () => {
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

  test('an opening that is refused is told, and reading goes on without a word', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
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
    await toggleCards(page, 1);
    await expect(notice(page)).toContainText('저장 공간이 가득 차서');
    await expect(page.locator('.settings-topics input').first()).toBeChecked();
    await fill(false);
    await page.getByRole('button', { name: '다시 시도' }).click();
    await expect(notice(page)).toHaveText('');
    await page.reload();
    await openCards(page);
    await expect(page.locator('.settings-topics input').first()).toBeChecked();
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
    await expect(notice(page)).toContainText('다른 탭이 학습 기록을 쓰고 있어');
    await page.getByText('용어 카드').click();
    await toggleCards(page, 1);
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
