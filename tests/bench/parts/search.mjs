/**
 * Search in a slowed page: each keystroke of the golden queries on the course and on 1,000 topics, beside MiniSearch as
 * it comes and as VitePress sets it up; what each of them finds of the golden set; and what is fetched for it, in all and
 * a topic.
 */

import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launchBrowser, newContext, SLOWDOWN, slowProcessor } from '../browser.mjs';
import { bundleForBrowser, loadModule, makeCacheFolder } from '../bundle.mjs';
import { writeContent } from '../content.mjs';
import { summary } from '../numbers.mjs';

const golden = () =>
  readFileSync('tests/course/golden.tsv', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, query, places] = line.split('\t');
      return { query, places: places.split('|') };
    });

/** Each query as it grows under the fingers. */
const keystrokes = (queries) =>
  queries.flatMap(({ query }) => [...query].map((_, at) => [...query].slice(0, at + 1).join('')));

/** What is searched of a folder of notes, as the compiler writes it. */
async function indexOf(dir, Workspace) {
  const workspace = new Workspace({ dir, base: '/', drafts: false });
  await workspace.load();
  return workspace.search();
}

/** Runs in the page: the 95th percentile of a keystroke's time, and the hits of the golden set. */
async function inPage({ data, strokes, queries, settings }) {
  const { find, loadSearch, plain } = window.bench;
  const begun = performance.now();
  const loaded = settings ? null : loadSearch(data);
  const ready = performance.now() - begun;
  const search = settings ? plain(data, settings) : (query) => find(loaded, query).hits;
  for (const stroke of strokes) search(stroke);
  const times = strokes.map((stroke) => {
    const started = performance.now();
    search(stroke);
    return performance.now() - started;
  });
  const placeOf = ({ place }) => `${place.path}#${place.anchor ?? ''}`;
  const found = queries.filter(({ query, places }) => {
    const first = [...new Set(search(query).map(placeOf))].slice(0, 3);
    return first.some((place) => places.includes(place));
  }).length;
  times.sort((a, b) => a - b);
  return { p95: times[Math.floor(times.length * 0.95)], found, ready };
}

const bytesOf = (data) => gzipSync(JSON.stringify(data), { level: 9 }).length;

const PEERS = {
  'MiniSearch alone': {},
  // Its local search's own settings, over the same documents.
  'VitePress settings': { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
};

export async function measureSearch() {
  const { Workspace } = await loadModule('src/compiler/workspace.ts');
  const script = await bundleForBrowser('tests/bench/search-page.mjs', (file) => readFileSync(file, 'utf8'));
  const notes = makeCacheFolder('notes');
  const browser = await launchBrowser();
  try {
    const generated = (pages) => {
      writeContent(`${notes}/${pages}`, { pages });
      return indexOf(`${notes}/${pages}`, Workspace);
    };
    const course = await indexOf('content', Workspace);
    const medium = await generated(125);
    const large = await generated(1_000);
    const page = await (await newContext(browser)).newPage();
    await page.addScriptTag({ type: 'module', content: script });
    await page.waitForFunction(() => 'bench' in window);
    await slowProcessor(await page.context().newCDPSession(page), SLOWDOWN);
    const queries = golden();
    const run = (data, settings = null) =>
      page.evaluate(inPage, { data, strokes: keystrokes(queries), queries, settings });
    const ours = await run(course);
    const thousand = await run(large);
    const rows = [
      { metric: 'keystroke p95, course', unit: 'ms', ours: summary([ours.p95]), target: { atMost: 16 } },
      {
        metric: 'keystroke p95, 1,000 topics',
        unit: 'ms',
        ours: summary([thousand.p95]),
        target: { atMost: 50 },
      },
      {
        metric: 'index',
        unit: 'kB',
        ours: summary([bytesOf(course)]),
        target: { atMost: 60_000 },
      },
      {
        metric: 'index a topic: of 1,000, of 125',
        unit: 'bytes',
        ours: summary([bytesOf(large) / 1_000]),
        name: 'of 125',
        reference: summary([bytesOf(medium) / 125]),
        target: { times: 1 },
      },
      ...[
        ['course', ours],
        ['1,000 topics', thousand],
      ].map(([label, { ready }]) => ({
        metric: `index made ready in the worker, ${label}`,
        unit: 'ms',
        ours: summary([ready]),
      })),
    ];
    for (const [name, settings] of Object.entries(PEERS)) {
      const theirs = await run(course, settings);
      rows.push({
        metric: `found of ${queries.length}`,
        unit: 'queries',
        ours: summary([ours.found]),
        name,
        reference: summary([theirs.found]),
      });
    }
    return rows;
  } finally {
    await browser.close();
    rmSync(notes, { recursive: true, force: true });
  }
}
