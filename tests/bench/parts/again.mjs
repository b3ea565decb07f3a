/**
 * A topic on the second visit, once the first has left the course on the device; at a quarter of the processor's speed
 * over slow 4G. The first visit is measured with it, so that both have the same machine.
 */

import { launchBrowser, SLOWDOWN, slowNetwork, slowProcessor } from '../browser.mjs';
import { builtSite } from '../build-site.mjs';
import { sleep, summary } from '../numbers.mjs';
import { openPlainPage } from '../plain-page.mjs';
import { serveFolder } from '../static-server.mjs';
import { watchPaint } from '../watch-paint.mjs';

/** Whether the footer says that the course is on the device. */
const isKept = () => document.querySelector('footer')?.textContent.includes('오프라인에서도') ?? false;
const seenNow = () => window.__bench;

async function visitTwice(browser, url) {
  const page = await openPlainPage(browser);
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchPaint})()` });
  await slowNetwork(page);
  await slowProcessor(page, SLOWDOWN);
  await page.send('Page.navigate', { url });
  for (const from = Date.now(); !(await page.evaluate(isKept)); await sleep(250)) {
    if (Date.now() - from > 90_000) throw new Error(`${url} was never kept on the device`);
  }
  const first = await page.evaluate(seenNow);
  await page.send('Page.navigate', { url: 'about:blank' });
  await sleep(1000);
  await page.send('Page.navigate', { url });
  await sleep(3000);
  const second = await page.evaluate(seenNow);
  await page.close();
  return { first, second };
}

export async function measureAgain({ site, rounds }) {
  const prepared = site('ours', 'small');
  const server = await serveFolder(await builtSite(prepared));
  const browser = await launchBrowser();
  const visits = [];
  for (let round = 0; round < (rounds ?? 3); round++) {
    const visit = await visitTwice(browser, server.url + prepared.pathOf(prepared.page));
    console.error(`again ${round + 1}: ${JSON.stringify(visit)}`);
    visits.push(visit);
  }
  await browser.close();
  server.close();
  return ['fcp', 'lcp'].map((field) => ({
    metric: `${field.toUpperCase()}, second visit (small)`,
    unit: 'ms',
    ours: summary(visits.map(({ second }) => second[field])),
    name: 'first visit',
    reference: summary(visits.map(({ first }) => first[field])),
    target: { times: 0.3 },
  }));
}
