/**
 * The longest task in which a table of 100 rows and 8 columns is covered, graded and sorted, at a quarter of the processor's
 * speed. Beside it a bare button is put into each of its 800 cells at once, on the same page.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tableNotes } from '../../support/tables.mjs';
import { launchBrowser, newContext, SLOWDOWN, slowProcessor } from '../browser.mjs';
import { buildHere } from '../build-site.mjs';
import { sleep, summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

const REST_MILLIS = 1000;
const GRADED = 5;

const choose = (page, mode) => page.getByRole('radio', { name: mode }).check();

/** Sought seldom, since the page is slowed while it is. */
const waitForCount = (page, selector, count) =>
  page.waitForFunction(
    ([sought, wanted]) => document.querySelectorAll(sought).length === wanted,
    [selector, count],
    {
      polling: 250,
    },
  );

async function cover(page) {
  await choose(page, '가리고 떠올리기');
  await waitForCount(page, '.film', 800);
}

/** What is done before the processor is slowed, and what is measured: keys alone, for a locator searches the slowed page. */
const STEPS = {
  covered: {
    prepare: (page) => page.getByRole('radio', { name: '차이' }).focus(),
    async act(page) {
      await page.keyboard.press('ArrowRight');
      await waitForCount(page, '.film', 800);
    },
  },
  'opened and graded': {
    async prepare(page) {
      await cover(page);
      await page.locator('td[data-state=n] .film').focus();
    },
    async act(page) {
      for (let at = 0; at < GRADED; at++) {
        await page.keyboard.press('Enter');
        await page.keyboard.press('1');
      }
      await waitForCount(page, 'td[data-state=k]', GRADED);
    },
  },
  sorted: {
    async prepare(page) {
      await page.getByRole('button', { name: '열과 순서' }).click();
      await page.getByRole('combobox', { name: '행의 순서' }).focus();
    },
    async act(page) {
      await page.keyboard.press('End');
      await waitForCount(page, '[aria-sort=descending]', 1);
    },
  },
  bare: {
    act: (page) =>
      page.evaluate(() => {
        for (const cell of document.querySelectorAll('.comparison td'))
          cell.append(Object.assign(document.createElement('button'), { className: 'film' }));
      }),
  },
};

/** Milliseconds of the longest task of a step; the browser reports none under 50, which counts as 50. */
async function longestTask(browser, address, { prepare, act }) {
  const context = await newContext(browser);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  });
  await page.goto(address, { waitUntil: 'load' });
  // What comes on first use is there.
  await choose(page, '차이');
  await page.locator('.comparison tr[data-mode=diff]').last().waitFor({ state: 'attached' });
  await choose(page, '보기');
  await prepare?.(page);
  await sleep(REST_MILLIS);
  await slowProcessor(devtools, SLOWDOWN);
  const from = await page.evaluate(() => performance.now());
  await act(page);
  await sleep(REST_MILLIS);
  const tasks = await page.evaluate(
    (since) => window.tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration),
    from,
  );
  await context.close();
  return Math.max(50, ...tasks);
}

export async function measureComparison({ rounds }) {
  const notes = mkdtempSync(path.join(tmpdir(), 'study-tables-'));
  for (const [file, text] of Object.entries(tableNotes())) {
    mkdirSync(path.dirname(path.join(notes, file)), { recursive: true });
    writeFileSync(path.join(notes, file), text);
  }
  const course = buildHere({ CONTENT_DIR: notes });
  const server = await serveFolder(course.out);
  const browser = await launchBrowser();
  const times = Object.fromEntries(Object.keys(STEPS).map((name) => [name, []]));
  try {
    for (let round = 0; round < (rounds ?? 3); round++)
      for (const [name, step] of Object.entries(STEPS))
        times[name].push(await longestTask(browser, `${server.url}/tables/large/`, step));
  } finally {
    await browser.close();
    server.close();
    course.remove();
    rmSync(notes, { recursive: true });
  }
  const { bare, ...ours } = times;
  return Object.entries(ours).map(([name, values]) => ({
    metric: `800 cells ${name}, longest task`,
    unit: 'ms',
    ours: summary(values),
    name: '800 bare buttons at once',
    reference: summary(bare),
    target: { atMost: 200 },
  }));
}
