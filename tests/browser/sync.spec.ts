/** One record on several devices through the nginx that ships: a cleared browser, two devices at once, a server that is silent. */

import { type Browser, expect, type Page, test } from '@playwright/test';
import { dayAt } from '../../src/store/study/study-day.ts';
import { learnedEvents } from '../support/learned.ts';
import { NO_NGINX, startNginx } from '../support/nginx.mjs';
import { DESK, dataOf, expectNoAxeFindings, indexOf, open, overflow, PHONE, site } from '../support/pages.ts';
import { countEvents, plantEvents } from '../support/plant.ts';

test.skip(!process.env.NGINX_PATH, NO_NGINX);

const built = site('under-base');
const course = dataOf(built, '/').course.id ?? 'course';
const learned = learnedEvents(indexOf(built), course, dayAt(new Date()), 0.5, 30);

let served: Awaited<ReturnType<typeof startNginx>>;
test.beforeAll(async () => {
  served = await startNginx({ folder: built.outDir, base: built.base, sync: true });
});
test.afterAll(() => served.stop());

/** A device of its own: nothing stored, and as large as asked for. */
async function device(browser: Browser, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ locale: 'ko-KR', serviceWorkers: 'block', viewport });
  return context.newPage();
}

const block = (page: Page) => page.getByRole('region', { name: '다른 기기와 맞추기' });
const press = (page: Page, name: string) => block(page).getByRole('button', { name, exact: true }).click();
const openProgress = (page: Page) => open(page, `${served.url}progress/`);
const inStep = (page: Page) => expect(block(page).getByText('맞춤: 방금')).toBeVisible();

async function begin(page: Page): Promise<string> {
  await openProgress(page);
  await press(page, '맞추기 시작');
  await inStep(page);
  await press(page, '보기');
  return block(page)
    .getByText(/#sync=/)
    .innerText();
}

/** Says of a question of the day's practice that it is not known. */
async function giveUp(page: Page): Promise<void> {
  await open(page, `${served.url}practice/?set=check`);
  await page.getByRole('button', { name: /모르겠음/ }).click();
  await expect(page.getByRole('button', { name: /다음 문제/ })).toBeVisible();
}

const put = (page: Page) =>
  page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());

test('a browser that was cleared has everything back by the link, and two devices that answer at once agree', async ({
  browser,
}) => {
  const desk = await device(browser);
  await desk.goto(`${served.url}robots.txt`);
  await plantEvents(desk, course, learned);
  const link = await begin(desk);
  expect(link).toMatch(/^http:.*\/progress\/#sync=[\w-]{43}$/);
  const phone = await device(browser, PHONE);
  await phone.goto(link);
  await expect(block(phone).getByText(String(learned.length), { exact: true }).first()).toBeVisible();
  // The key leaves the address before anything else is done.
  expect(phone.url()).toBe(`${served.url}progress/`);
  await expectNoAxeFindings(phone);
  expect(await overflow(phone)).toBeLessThanOrEqual(0);
  await press(phone, '기록 합치기');
  await inStep(phone);
  await expect.poll(() => countEvents(phone, course)).toBe(learned.length);
  await expect(block(phone).getByRole('listitem')).toHaveCount(2);
  await expectNoAxeFindings(phone);

  await Promise.all([put(desk), put(phone), giveUp(desk), giveUp(phone)]);
  await Promise.all([openProgress(desk), openProgress(phone)]);
  for (const page of [desk, phone])
    await expect.poll(() => countEvents(page, course)).toBe(learned.length + 2);
});

test('a server that is silent is told quietly, and what waits goes out when it is back', async ({
  browser,
}) => {
  const phone = await device(browser, PHONE);
  await openProgress(phone);
  await block(phone).getByText('인쇄한 열쇠가 있으면').click();
  await block(phone).getByText('서버가 보는 것').click();
  await expectNoAxeFindings(phone);
  await begin(phone);
  await expectNoAxeFindings(phone);
  expect(await overflow(phone)).toBeLessThanOrEqual(0);
  await phone.route('**/sync/**', (route) => route.abort());
  await giveUp(phone);
  await expect.poll(() => countEvents(phone, course)).toBe(1);
  await openProgress(phone);
  await expect(block(phone).getByText(/서버가 답하지 않아 \d+분 뒤에 다시 합니다/)).toBeVisible();
  await expect(block(phone).getByText('기록 1건')).toBeVisible();
  await expectNoAxeFindings(phone);
  await phone.unroute('**/sync/**');
  await Promise.all([put(phone), press(phone, '지금 다시')]);
  await inStep(phone);

  await press(phone, '맞추기 그만두기');
  await expectNoAxeFindings(phone);
  await block(phone)
    .getByRole('radio', { name: /파일도 비우기/ })
    .check();
  await press(phone, '그만두기');
  await expect(block(phone).getByRole('button', { name: '맞추기 시작' })).toBeVisible();
  expect(await countEvents(phone, course)).toBe(1);
});

test('what is no key says so, and a key from paper leads to the same words', async ({ browser }) => {
  const desk = await device(browser);
  await desk.goto(`${served.url}progress/#sync=${'a'.repeat(20)}`);
  await expect(block(desk).getByText('링크가 온전하지 않습니다')).toBeVisible();
  await press(desk, '닫기');
  await block(desk).getByText('인쇄한 열쇠가 있으면').click();
  await block(desk).getByRole('textbox').fill('7K3M 9XTQ');
  await press(desk, '열쇠 열기');
  await expect(block(desk).getByText('열쇠가 맞지 않습니다')).toBeVisible();
});
