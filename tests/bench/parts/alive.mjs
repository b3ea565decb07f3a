/**
 * When a topic is alive on a later visit: an option chosen in a quiz counts as an answer, and the numbers stand beside the
 * tree. Nothing is in the browser's cache; at a quarter of the processor's speed over slow 4G. Beside it when Docusaurus
 * says that its page is hydrated.
 */

import { launchBrowser, newContext, SLOWDOWN, slowNetwork, slowProcessor } from '../browser.mjs';
import { buildHere, builtSite } from '../build-site.mjs';
import { sleep, summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

const TOPIC = '/docker/components/';
const LIMIT_MILLIS = 30_000;

/** Runs in a page from its beginning: notes in `window.__alive` when something is there for the first time. */
const watchLife = () => {
  const seen = { option: null, numbers: null, hydrated: null, long: [] };
  window.__alive = seen;
  let chosen = null;
  const look = () => {
    if (!chosen) {
      // Of a question with one thing to choose, which is complete then.
      chosen = document.querySelector('.quiz label:has([type=radio]):not(td label)');
      chosen?.click();
    }
    const now = performance.now();
    if (chosen?.closest('.question').querySelector('[aria-disabled="false"]')) seen.option ??= now;
    if (document.querySelector('.tree-count .remembered')) seen.numbers ??= now;
    if (document.documentElement.dataset.hasHydrated === 'true') seen.hydrated ??= now;
  };
  setInterval(look, 20);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.long.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
};

/** Opens a page slowly and returns what was seen once `isDone` says so. */
async function visit(context, url, isDone) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript(watchLife);
  await slowNetwork(devtools);
  await slowProcessor(devtools, SLOWDOWN);
  await page.goto(url, { waitUntil: 'commit' });
  const readLife = () => page.evaluate(() => window.__alive);
  let seen = await readLife();
  for (const from = Date.now(); !isDone(seen) && Date.now() - from < LIMIT_MILLIS; seen = await readLife())
    await sleep(200);
  await page.close();
  return seen;
}

/** A window of a learner who has answered a question before. */
async function learnerContext(browser, url) {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(url);
  // Before a quiz is hydrated, its keys are folded below its questions, and a click is lost.
  await page.waitForFunction(() => !document.querySelector('.question-key'));
  await page.getByRole('button', { name: '모르겠음' }).first().click();
  await page.locator('.tree-count .remembered').first().waitFor();
  await page.close();
  return context;
}

const blockedFor = (seen, until) =>
  seen.long.filter(([at]) => at < until).reduce((sum, [, millis]) => sum + Math.max(0, millis - 50), 0);

export async function measureLife({ site, tryOn, rounds }) {
  const course = buildHere({ SERVICE_WORKER: 'off' });
  const server = await serveFolder(course.out);
  const docusaurus = await tryOn('docusaurus', async () => {
    const prepared = site('docusaurus', 'small');
    const peer = await serveFolder(await builtSite(prepared));
    return { ...peer, url: peer.url + prepared.pathOf(prepared.page) };
  });
  const browser = await launchBrowser();
  const times = { option: [], numbers: [], alive: [], blocked: [], docusaurus: [] };
  try {
    for (let round = 0; round < (rounds ?? 3); round++) {
      const learner = await learnerContext(browser, server.url + TOPIC);
      const seen = await visit(learner, server.url + TOPIC, ({ option, numbers }) => option && numbers);
      await learner.close();
      const alive = Math.max(seen.option, seen.numbers);
      times.option.push(seen.option);
      times.numbers.push(seen.numbers);
      times.alive.push(alive);
      times.blocked.push(blockedFor(seen, alive));
      if (!docusaurus) continue;
      const other = await newContext(browser);
      times.docusaurus.push((await visit(other, docusaurus.url, ({ hydrated }) => hydrated)).hydrated);
      await other.close();
    }
  } finally {
    await browser.close();
    server.close();
    docusaurus?.close();
    course.remove();
  }
  const reference = docusaurus ? { name: 'docusaurus', reference: summary(times.docusaurus) } : {};
  const row = (metric, values, rest = {}) => ({ metric, unit: 'ms', ours: summary(values), ...rest });
  return [
    row('an option is an answer', times.option),
    row('numbers stand', times.numbers),
    row('everything is alive', times.alive, { ...reference, target: { atMost: 2_500 } }),
    row('blocked until then', times.blocked),
  ];
}
