/**
 * Records of 5,000, 20,000 and 100,000 answers in a real browser on a processor four times slower: opened from IndexedDB,
 * imported, added to; beside ts-fsrs and IndexedDB alone.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { launchBrowser, newContext, SLOWDOWN, slowProcessor } from '../browser.mjs';
import { summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

async function buildPage() {
  mkdirSync('node_modules/.cache', { recursive: true });
  const out = mkdtempSync('node_modules/.cache/bench-memory-');
  const lib = { entry: 'tests/bench/memory-page.mjs', formats: ['es'], fileName: () => 'page.js' };
  const define = { 'process.env.NODE_ENV': '"production"' };
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    build: { lib, outDir: out },
  });
  writeFileSync(
    path.join(out, 'index.html'),
    '<!doctype html><title>bench</title><script type="module" src="page.js"></script>',
  );
  return out;
}

export async function measureMemory({ rounds }) {
  const out = await buildPage();
  const server = await serveFolder(out);
  const browser = await launchBrowser();
  const context = await newContext(browser);
  // A page of its own each time: nothing is compiled or cached in memory from the time before.
  const run = async (count, ...names) => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await page.waitForFunction(() => window.bench !== undefined);
    await slowProcessor(await context.newCDPSession(page), SLOWDOWN);
    let result;
    for (const name of names)
      result = await page.evaluate(([each, size]) => window.bench[each](size), [name, count]);
    await page.close();
    return result;
  };
  const repeat = async (times, count, ...names) => {
    const results = [];
    for (let round = 0; round < times; round++) results.push(await run(count, ...names));
    return results;
  };
  const of = (results, field) => summary(results.map((result) => result[field]));
  /** Opening and importing a record of a size: how long it takes, and the longest task of it. */
  const measureSize = async (count, times, { open, task, importTask }) => {
    const size = count.toLocaleString('en');
    const imported = await repeat(times, count, 'import');
    const opened = await repeat(times, count, 'open');
    const plain = await repeat(times, count, 'readPlainly');
    return [
      {
        metric: `${size} answers, opened`,
        unit: 'ms',
        ours: of(opened, 'millis'),
        name: 'bare getAll',
        reference: summary(plain),
        target: open,
      },
      { metric: 'longest task of it', unit: 'ms', ours: of(opened, 'longest'), target: task },
      { metric: `${size} answers, imported`, unit: 'ms', ours: of(imported, 'millis') },
      { metric: 'longest task of it', unit: 'ms', ours: of(imported, 'longest'), target: importTask },
    ];
  };
  try {
    const times = rounds ?? 5;
    const atMost = (millis) => ({ atMost: millis });
    const few = await measureSize(5_000, times, { open: atMost(600), task: atMost(100) });
    const usual = await measureSize(20_000, times, {
      open: atMost(2_000),
      task: atMost(100),
      importTask: atMost(200),
    });
    const many = await measureSize(100_000, 1, {});
    const folds = await repeat(times, 20_000, 'fold');
    const lookedBack = await repeat(times, 20_000, 'open', 'lookBack');
    const appended = await run(20_000, 'open', 'append');
    const retained = await run(20_000, 'open', 'retain');
    return [
      ...few,
      ...usual,
      ...many,
      {
        metric: 'fold of 20,000 alone',
        unit: 'ms',
        ours: of(folds, 'ours'),
        name: 'ts-fsrs replay',
        reference: of(folds, 'plain'),
        target: { times: 2 },
      },
      { metric: 'looking back on 20,000', unit: 'ms', ours: of(lookedBack, 'millis'), target: atMost(100) },
      {
        metric: 'longest task of another retention',
        unit: 'ms',
        ours: summary([retained.longest]),
        target: atMost(100),
      },
      { metric: 'an answer, shown', unit: 'ms', ours: summary(appended.shown), target: atMost(10) },
      {
        metric: 'an answer, stored',
        unit: 'ms',
        ours: summary(appended.stored),
        name: 'bare add',
        reference: summary(appended.plain),
        target: { plus: 10 },
      },
    ];
  } finally {
    await browser.close();
    server.close();
    rmSync(out, { recursive: true, force: true });
  }
}
