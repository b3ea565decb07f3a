/**
 * The dev server: from a cold start to the first page showing its text, and from saving a sentence to seeing it in the
 * open page. Nothing is slowed. The time of an edit runs from just before the file is written.
 */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { launchBrowser, newContext } from '../browser.mjs';
import { lastLines, startCommand } from '../child.mjs';
import { NotMeasured } from '../install.mjs';
import { percentile, sleep, summary } from '../numbers.mjs';

const watchEdits = () => {
  const seen = JSON.parse(sessionStorage.getItem('__bench_edits') ?? '{}');
  window.__benchEdits = seen;
  window.__benchDocument = Math.random();
  const look = () => {
    const text = (document.querySelector('main, article') ?? document.body)?.textContent ?? '';
    const mark = /고침(\d+)번째/.exec(text)?.[1];
    if (mark && seen[mark] === undefined) {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen[mark] ??= performance.timeOrigin + performance.now();
          sessionStorage.setItem('__bench_edits', JSON.stringify(seen));
        };
        port2.postMessage(0);
      });
    }
    requestAnimationFrame(look);
  };
  look();
};

/** The longest plain line of a page: what is edited, and, its end, what the page must show. */
function pickLine(text) {
  const lines = text.split('\n');
  const from = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const plain = lines.map((line, index) => ({ line, index }));
  const usable = plain.filter(
    ({ line, index }) => index >= from && line.trim() && !/^(#|```|\||<|!|---)|[`[\\]/.test(line.trim()),
  );
  const { line, index } = usable.reduce((best, one) => (one.line.length > best.line.length ? one : best));
  const shown = line.trim().slice(-12).trim();
  const edited = (count) => lines.with(index, `${line.trimEnd()} 고침${count}번째`).join('\n');
  return { shown, edited };
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function startServer(site) {
  for (const file of site.clean) rmSync(path.join(site.dir, file), { recursive: true, force: true });
  const port = await freePort();
  const startedAt = Date.now();
  return { command: startCommand(site.dev(port), site), startedAt, url: `http://127.0.0.1:${port}` };
}

async function stopServer({ command }) {
  command.kill('SIGTERM');
  const timer = setTimeout(() => command.kill('SIGKILL'), 4000);
  await command.closed;
  clearTimeout(timer);
}

/** Until something listens: a browser that opens its own error page again and again would take the time of the server. */
async function waitForPort({ url, command }) {
  const { port } = new URL(url);
  const isOpen = () =>
    new Promise((resolve) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
  for (
    const limit = Date.now() + 120_000;
    Date.now() < limit && command.child.exitCode === null;
    await sleep(20)
  )
    if (await isOpen()) return;
}

async function waitForText(page, server, address, shown) {
  await waitForPort(server);
  for (
    const limit = Date.now() + 120_000;
    Date.now() < limit && server.command.child.exitCode === null;
    await sleep(50)
  ) {
    try {
      await page.goto(address, { waitUntil: 'commit', timeout: 60_000 });
      await page.waitForFunction(
        (wanted) => (document.querySelector('main, article') ?? document.body)?.innerText.includes(wanted),
        shown,
        { polling: 'raf', timeout: 30_000 },
      );
      return Date.now() - server.startedAt;
    } catch {
      // Not listening yet, or reloading after optimising.
    }
  }
  throw new NotMeasured(`dev server shows nothing: ${lastLines(server.command.tail)}`);
}

async function measureEdits(page, file, edited, count) {
  const times = [];
  let reloads = 0;
  for (let edit = 1; edit <= count; edit++) {
    const before = await page.evaluate(() => window.__benchDocument);
    await sleep(200);
    const savedAt = Date.now();
    writeFileSync(file, edited(edit));
    let seenAt = null;
    for (; seenAt === null && Date.now() - savedAt < 30_000; await sleep(15)) {
      seenAt = await page
        .evaluate((key) => window.__benchEdits?.[key] ?? null, String(edit))
        .catch(() => null);
    }
    if (seenAt === null) throw new NotMeasured(`edit ${edit} did not show within 30 s`);
    times.push(seenAt - savedAt);
    await sleep(1500);
    if ((await page.evaluate(() => window.__benchDocument)) !== before) reloads++;
  }
  return { times, reloads };
}

async function measure(site, starts, edits) {
  const file = site.fileOf(site.page);
  const original = readFileSync(file, 'utf8');
  const { shown, edited } = pickLine(original);
  const browser = await launchBrowser();
  const result = { start: [], edit: [], reloads: 0 };
  try {
    // The first start goes uncounted: then all find their files in memory, and only their caches are cold.
    for (let run = -1; run < starts; run++) {
      const context = await newContext(browser);
      const page = await context.newPage();
      await page.addInitScript(watchEdits);
      const server = await startServer(site);
      try {
        const millis = await waitForText(page, server, server.url + site.pathOf(site.page), shown);
        if (run < 0) continue;
        result.start.push(millis / 1000);
        console.error(`dev ${site.name}/${site.size} start ${run + 1}: ${millis / 1000} s`);
        if (run > 0) continue;
        // Late optimising must not fall into the edits.
        await sleep(6000);
        const { times, reloads } = await measureEdits(page, file, edited, edits);
        Object.assign(result, { edit: times, reloads });
        console.error(
          `dev ${site.name}/${site.size} edits: ${times.map(Math.round).join(' ')} ms, ${reloads} reloads`,
        );
      } finally {
        writeFileSync(file, original);
        await context.close();
        await stopServer(server);
      }
    }
  } finally {
    await browser.close();
  }
  return {
    start: summary(result.start),
    edit: summary(result.edit),
    edit95: percentile(result.edit, 0.95),
    reloads: result.reloads,
  };
}

/** Pages, the name of the site with so many, and how often it is started. Long ones are those of a large course, 4 MB of them. */
const SIZES = [
  [20, 'p20', 3],
  [200, 'p200', 1],
  [1000, 'k1', 3],
  [226, 'long', 1],
];

export async function measureDevelopment({ site, tryOn, rounds, pages: wanted }) {
  const rows = [];
  for (const [pages, size, starts] of SIZES) {
    if (wanted !== undefined && wanted !== pages) continue;
    const runs = Math.min(starts, rounds ?? starts);
    const ours = await tryOn('ours', () => measure(site('ours', size), runs, rounds ?? 20));
    const theirs = await tryOn('vitepress', () => measure(site('vitepress', size), runs, rounds ?? 20));
    const row = (metric, unit, field, times) =>
      rows.push({
        metric: `${metric}, ${pages} pages`,
        unit,
        ours: ours?.[field] ?? null,
        name: 'vitepress',
        reference: theirs?.[field] ?? null,
        target: { times },
      });
    row('cold start → text', 's', 'start', size === 'long' ? 1 : 0.6);
    row('save → on screen p50', 'ms', 'edit', 1);
    row('save → on screen p95', 'ms', 'edit95', 1);
    rows.push({
      metric: `reloads on edit, ${pages} pages`,
      unit: 'times',
      ours: ours && summary([ours.reloads]),
      target: { atMost: 0 },
    });
  }
  return rows;
}
