/**
 * A topic on the second visit, once the first has left the course on the device; at a quarter of the processor's speed
 * over slow 4G. The first visit is measured with it, so that both have the same machine; and a page of one heading that
 * comes from a worker's cache, which is what the browser itself takes.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** A page of one heading, kept by a worker that does nothing else. */
function writeBarePage() {
  const dir = mkdtempSync(path.join(tmpdir(), 'study-bench-bare-'));
  writeFileSync(
    path.join(dir, 'index.html'),
    `<!doctype html><html lang="ko"><meta charset="utf-8"><title>빈 쪽</title><h1>빈 쪽</h1><footer></footer>
<script>navigator.serviceWorker.register('sw.js');
navigator.serviceWorker.ready.then(() => { document.querySelector('footer').textContent = '오프라인에서도'; });</script>`,
  );
  writeFileSync(
    path.join(dir, 'sw.js'),
    `addEventListener('install', (event) => event.waitUntil(caches.open('bare').then((kept) => kept.add('./'))));
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`,
  );
  return dir;
}

export async function measureAgain({ site, rounds }) {
  const prepared = site('ours', 'small');
  const bareDir = writeBarePage();
  const server = await serveFolder(await builtSite(prepared));
  const bareServer = await serveFolder(bareDir);
  const browser = await launchBrowser();
  const [visits, bare] = [[], []];
  for (let round = 0; round < (rounds ?? 3); round++) {
    visits.push(await visitTwice(browser, server.url + prepared.pathOf(prepared.page)));
    bare.push(await visitTwice(browser, `${bareServer.url}/`));
    console.error(
      `again ${round + 1}: ${JSON.stringify(visits.at(-1))}, bare ${JSON.stringify(bare.at(-1))}`,
    );
  }
  await browser.close();
  server.close();
  bareServer.close();
  rmSync(bareDir, { recursive: true });
  const of = (list, visit, field) => summary(list.map((one) => one[visit][field]));
  return ['fcp', 'lcp'].flatMap((field) => {
    const row = {
      metric: `${field.toUpperCase()}, second visit (small)`,
      unit: 'ms',
      ours: of(visits, 'second', field),
    };
    return [
      { ...row, name: 'first visit', reference: of(visits, 'first', field), target: { times: 0.3 } },
      { ...row, name: 'bare page', reference: of(bare, 'second', field) },
      // How small the ratio can get at all.
      {
        metric: `${field.toUpperCase()}, second visit of a bare page`,
        unit: 'ms',
        ours: of(bare, 'second', field),
        name: 'its first',
        reference: of(bare, 'first', field),
      },
    ];
  });
}
