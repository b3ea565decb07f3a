/** The record with 100,000 answers in a real browser: rebuilt, opened from its snapshot, added to; beside ts-fsrs and IndexedDB alone. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { launchBrowser, newContext } from '../browser.mjs';
import { summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

async function buildPage() {
  mkdirSync('node_modules/.cache', { recursive: true });
  const out = mkdtempSync('node_modules/.cache/bench-memory-');
  const lib = { entry: 'tests/bench/memory-page.mjs', formats: ['es'], fileName: () => 'page.js' };
  await build({ configFile: false, logLevel: 'warn', publicDir: false, build: { lib, outDir: out } });
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
  const run = async (...names) => {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(server.url);
    await page.waitForFunction(() => window.bench !== undefined);
    let result;
    for (const name of names) result = await page.evaluate((each) => window.bench[each](), name);
    await page.close();
    return result;
  };
  const times = rounds ?? 7;
  const repeat = async (...names) => {
    const results = [];
    for (let round = 0; round < times; round++) results.push(await run(...names));
    return results;
  };
  try {
    await run('seed');
    const rebuilt = await repeat('open');
    const plain = await repeat('readPlainly');
    const folds = await repeat('fold');
    await run('open', 'keep');
    const opened = await repeat('open');
    const lookedBack = await repeat('open', 'lookBack');
    const retained = await repeat('open', 'retain');
    const appended = await run('open', 'append');
    const note = opened.every(({ folded }) => folded === 0) ? '' : 'the snapshot was not used';
    const of = (results, field) => summary(results.map((result) => result[field]));
    return [
      {
        metric: 'rebuild of 100,000 answers',
        unit: 'ms',
        ours: of(rebuilt, 'millis'),
        name: 'bare getAll',
        reference: summary(plain),
        target: { atMost: 1500 },
      },
      { metric: 'longest task of it', unit: 'ms', ours: of(rebuilt, 'longest'), target: { atMost: 50 } },
      {
        metric: 'fold alone',
        unit: 'ms',
        ours: of(folds, 'ours'),
        name: 'ts-fsrs replay',
        reference: of(folds, 'plain'),
        target: { times: 2 },
      },
      {
        metric: 'state from the snapshot',
        unit: 'ms',
        ours: of(opened, 'millis'),
        name: 'rebuild',
        reference: of(rebuilt, 'millis'),
        target: { atMost: 150 },
        note,
      },
      {
        metric: 'longest task of looking back',
        unit: 'ms',
        ours: of(lookedBack, 'longest'),
        target: { atMost: 50 },
      },
      {
        metric: 'longest task of another retention',
        unit: 'ms',
        ours: of(retained, 'longest'),
        target: { atMost: 50 },
      },
      { metric: 'an answer, shown', unit: 'ms', ours: summary(appended.shown), target: { atMost: 10 } },
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
