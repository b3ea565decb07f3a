/**
 * From a click on a link of the topic tree to the other page's heading painted, at a quarter of the processor's speed. The
 * mouse rests on the link for 100 ms first, as hands do; every click goes to a page not yet visited. Only the page under
 * test is slowed: a slowed page burns the processor while idle and would slow the others.
 */

import { launchBrowser, newContext, SLOWDOWN, slowProcessor } from '../browser.mjs';
import { builtSite } from '../build-site.mjs';
import { sleep, summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

const HOVER_MILLIS = 100;
const LINKS = 'aside a[href], nav a[href], [class*=sidebar i] a[href]';

const watchClicks = () => {
  const KEY = '__bench_nav';
  const heading = () => (document.querySelector('main h1, article h1, h1')?.textContent ?? '').trim();
  const watch = () => {
    const clicked = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (!clicked || clicked.millis !== undefined) return;
    const look = () => {
      const now = heading();
      if (!now || now === clicked.old) return requestAnimationFrame(look);
      // This runs before a frame is painted that has the heading; the task after it is «painted».
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const millis = performance.timeOrigin + performance.now() - clicked.at;
        sessionStorage.setItem(KEY, JSON.stringify({ ...clicked, millis, heading: now }));
      };
      return port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  addEventListener(
    'click',
    (event) => {
      const at = performance.timeOrigin + event.timeStamp;
      sessionStorage.setItem(KEY, JSON.stringify({ at, old: heading() }));
      watch();
    },
    true,
  );
  // After a full load: goes on with the click made in the old document.
  watch();
};

const nextLink = ([selector, seen]) =>
  [...document.querySelectorAll(selector)].find(
    (link) =>
      link.origin === location.origin &&
      !link.hash &&
      link.pathname !== '/' &&
      // The tree, not the menu of the site.
      !link.closest('header') &&
      !seen.includes(link.pathname) &&
      link.textContent.trim() &&
      link.checkVisibility() &&
      link.getBoundingClientRect().height > 0,
  ) ?? null;

async function openSite(browser, { name, url }) {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.addInitScript(watchClicks);
  const devtools = await context.newCDPSession(page);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await sleep(2500);
  return { name, context, page, devtools, seen: [new URL(page.url()).pathname], millis: [] };
}

/** One click; false when there is nothing left to click or nothing came of it. */
async function click({ name, page, devtools, seen, millis }) {
  await page.bringToFront();
  const link = (await page.evaluateHandle(nextLink, [LINKS, seen])).asElement();
  if (!link) return false;
  seen.push(await link.evaluate((element) => element.pathname));
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await slowProcessor(devtools, SLOWDOWN);
  await sleep(HOVER_MILLIS);
  await page.evaluate(() => sessionStorage.removeItem('__bench_nav'));
  await page.mouse.down();
  await page.mouse.up();
  const read = () => JSON.parse(sessionStorage.getItem('__bench_nav') ?? 'null');
  let got = null;
  for (const from = Date.now(); Date.now() - from < 30_000 && got?.millis === undefined; await sleep(50)) {
    got = await page.evaluate(read).catch(() => null);
  }
  await slowProcessor(devtools, 1);
  if (got?.millis === undefined) {
    console.error(`nav ${name}: no new heading after clicking ${seen.at(-1)}`);
    return false;
  }
  millis.push(got.millis);
  console.error(`nav ${name} ${millis.length}: ${Math.round(got.millis)} ms → ${got.heading}`);
  await sleep(1200);
  return true;
}

export async function measureNavigation({ site, tryOn, full, rounds }) {
  const rows = [];
  for (const size of full ? ['small', 'k1'] : ['small']) {
    const servers = [];
    const addresses = [];
    const add = async (name) => {
      const prepared = site(name, size);
      const server = await serveFolder(await builtSite(prepared));
      servers.push(server);
      addresses.push({ name, url: server.url + prepared.pathOf(prepared.page) });
    };
    await add('ours');
    for (const peer of ['docusaurus', 'vitepress', 'starlight']) await tryOn(peer, () => add(peer));
    const browser = await launchBrowser();
    const open = [];
    for (const address of addresses) open.push(await openSite(browser, address));
    const live = new Set(open);
    for (let round = 0; round < (rounds ?? 10); round++) {
      for (const one of live) if (!(await click(one))) live.delete(one);
    }
    await browser.close();
    for (const server of servers) server.close();
    const got = Object.fromEntries(open.map(({ name, millis }) => [name, summary(millis)]));
    const row = (name, target) =>
      rows.push({
        metric: `click → heading (${size})`,
        unit: 'ms',
        ours: got.ours,
        name,
        reference: got[name] ?? null,
        target,
      });
    row('docusaurus', { times: 0.5 });
    row('vitepress');
    row('starlight');
  }
  return rows;
}
