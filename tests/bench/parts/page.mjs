/**
 * The cold first visit of a topic, at a quarter of the processor's speed over slow 4G. Every visit has a fresh context;
 * the sites take turns, and the order shifts every round. One visit each goes uncounted, so that the server has compressed.
 */

import { launchBrowser, SLOWDOWN, slowNetwork, slowProcessor } from '../browser.mjs';
import { builtSite } from '../build-site.mjs';
import { sleep, summary } from '../numbers.mjs';
import { openPlainPage } from '../plain-page.mjs';
import { serveFolder } from '../static-server.mjs';
import { watchPaint } from '../watch-paint.mjs';

const QUIET_MILLIS = 3000;

/** The worst window of shifts: gaps under a second, five seconds at most. */
const layoutShift = (shifts) => {
  let worst = 0;
  let sum = 0;
  let first = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, value] of shifts) {
    const joins = at - last < 1000 && at - first < 5000;
    if (!joins) first = at;
    sum = joins ? sum + value : value;
    last = at;
    worst = Math.max(worst, sum);
  }
  return worst;
};

const kindOf = ({ mime, type, url }) => {
  if (/javascript/.test(mime) || /\.m?js(\?|$)/.test(url)) return 'js';
  if (/css/.test(mime)) return 'css';
  if (/font/.test(mime) || type === 'Font') return 'font';
  return type === 'Document' ? 'html' : 'other';
};

const quietMillis = () => {
  const last = window.__bench.long.at(-1);
  return last ? performance.now() - last[0] - last[1] : 1e9;
};

async function visit(browser, url) {
  const page = await openPlainPage(browser);
  const requests = new Map();
  let open = 0;
  let lastEvent = Date.now();
  page.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (request.url.startsWith('data:')) return;
    if (!requests.has(requestId)) open++;
    requests.set(requestId, { url: request.url, type, mime: '', bytes: 0 });
    lastEvent = Date.now();
  });
  page.on('Network.responseReceived', ({ requestId, response }) => {
    const known = requests.get(requestId);
    if (known) Object.assign(known, { mime: response.mimeType, status: response.status });
  });
  const end = ({ requestId, encodedDataLength = 0 }) => {
    const known = requests.get(requestId);
    if (!known) return;
    known.bytes = encodedDataLength;
    open--;
    lastEvent = Date.now();
  };
  page.on('Network.loadingFinished', end);
  page.on('Network.loadingFailed', end);
  const loaded = new Promise((resolve) => page.on('Page.loadEventFired', resolve));
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchPaint})()` });
  await slowNetwork(page);
  await slowProcessor(page, SLOWDOWN);
  await page.send('Page.navigate', { url });
  await loaded;
  for (const from = Date.now(); Date.now() - from < 45_000; await sleep(250)) {
    if (open > 0 || Date.now() - lastEvent < QUIET_MILLIS) continue;
    if ((await page.evaluate(quietMillis)) > QUIET_MILLIS) break;
  }
  const seen = await page.evaluate(() => window.__bench);
  await page.close();
  const all = [...requests.values()];
  for (const { url: address, status } of all) if (status >= 400) console.error(`${status} ${address}`);
  const bytes = (kind) =>
    all.filter((one) => kind === null || kindOf(one) === kind).reduce((sum, one) => sum + one.bytes, 0);
  return {
    fcp: seen.fcp,
    lcp: seen.lcp,
    cls: layoutShift(seen.shifts),
    tbt: seen.long.reduce((sum, [, millis]) => sum + Math.max(0, millis - 50), 0),
    total: bytes(null),
    ...Object.fromEntries(['js', 'css', 'font', 'html', 'other'].map((kind) => [kind, bytes(kind)])),
  };
}

/** What is left of a page when nothing can run. */
export const withoutScripts = (html) =>
  html.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<link\b[^>]*rel="modulepreload"[^>]*>/gi, '');

/** Visits sites in turns: `[{ name, url }]` to `{ name: { fcp, lcp, … } }` of summaries. */
async function visitInTurns(sites, rounds) {
  const browser = await launchBrowser();
  const visits = Object.fromEntries(sites.map(({ name }) => [name, []]));
  for (const { url } of sites) await visit(browser, url);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < sites.length; turn++) {
      const { name, url } = sites[(round + turn) % sites.length];
      const seen = await visit(browser, url);
      visits[name].push(seen);
      const { fcp, lcp, tbt, cls, total } = seen;
      console.error(
        `page ${name} ${round + 1}: FCP ${Math.round(fcp)} LCP ${Math.round(lcp)} TBT ${Math.round(tbt)} CLS ${cls.toFixed(4)} ${total} B`,
      );
    }
  }
  await browser.close();
  const fields = Object.keys(Object.values(visits)[0][0]);
  const byField = (list) =>
    Object.fromEntries(fields.map((field) => [field, summary(list.map((one) => one[field]))]));
  return Object.fromEntries(Object.entries(visits).map(([name, list]) => [name, byField(list)]));
}

export async function measurePage({ site, tryOn, full, rounds }) {
  const rows = [];
  for (const size of full ? ['small', 'k1'] : ['small']) {
    const servers = [];
    const sites = [];
    const add = async (name, peer, change) => {
      const prepared = site(peer, size);
      const server = await serveFolder(await builtSite(prepared), change);
      servers.push(server);
      sites.push({ name, url: server.url + prepared.pathOf(prepared.page) });
    };
    await add('ours', 'ours');
    await add('no scripts', 'ours', withoutScripts);
    for (const peer of ['starlight', 'vitepress', 'docusaurus']) await tryOn(peer, () => add(peer, peer));
    const got = await visitInTurns(sites, rounds ?? 5);
    for (const server of servers) server.close();
    const row = (metric, unit, field, name, target) =>
      rows.push({
        metric: `${metric} (${size})`,
        unit,
        ours: got.ours[field],
        name,
        reference: got[name]?.[field] ?? null,
        target,
      });
    row('FCP', 'ms', 'fcp', 'starlight', { times: 1.05 });
    row('LCP', 'ms', 'lcp', 'starlight', { times: 0.85 });
    row('blocking time', 'ms', 'tbt', 'no scripts', { plus: 20 });
    rows.push({ metric: `layout shift (${size})`, unit: 'shift', ours: got.ours.cls, target: { atMost: 0 } });
    for (const peer of ['vitepress', 'docusaurus']) {
      row('FCP', 'ms', 'fcp', peer);
      row('LCP', 'ms', 'lcp', peer);
      row('blocking time', 'ms', 'tbt', peer);
    }
    for (const peer of ['starlight', 'vitepress', 'docusaurus']) {
      row('JS', 'kB', 'js', peer);
      row('all bytes', 'kB', 'total', peer);
    }
  }
  return rows;
}
