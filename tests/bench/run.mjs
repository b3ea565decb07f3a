#!/usr/bin/env node
/**
 * Measures speed beside other generators built from the same notes: `npm run bench`, `npm run bench -- page nav`.
 *   parts: page again alive nav build dev parse search memory answer compare sync
 *   --full      also 1,000 pages in page and nav, 5,000 topics in build (minutes, and 6 GB of memory for Docusaurus)
 *   --pages N   only this number of pages, in dev (20, 200, 226 long ones, or 1000)
 *   --rounds N  repetitions instead of each part's own number
 *   --out FILE  the rows as JSON, too
 * Only ratios within one run mean anything; absolute numbers drift with the machine. Timing never fails the run.
 */

import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { NotMeasured } from './install.mjs';
import { formatTable, judge } from './numbers.mjs';
import { measureAgain } from './parts/again.mjs';
import { measureLife } from './parts/alive.mjs';
import { measureAnswering } from './parts/answer.mjs';
import { measureBuild } from './parts/build.mjs';
import { measureComparison } from './parts/compare.mjs';
import { measureDevelopment } from './parts/dev.mjs';
import { measureMemory } from './parts/memory.mjs';
import { measureNavigation } from './parts/nav.mjs';
import { measurePage } from './parts/page.mjs';
import { measureParsing } from './parts/parse.mjs';
import { measureSearch } from './parts/search.mjs';
import { measureSync } from './parts/sync.mjs';
import { prepareSite } from './sites.mjs';
import { removeWorkFolders } from './work-folder.mjs';

const PARTS = {
  parse: measureParsing,
  search: measureSearch,
  memory: measureMemory,
  answer: measureAnswering,
  compare: measureComparison,
  page: measurePage,
  again: measureAgain,
  alive: measureLife,
  nav: measureNavigation,
  build: measureBuild,
  dev: measureDevelopment,
  sync: measureSync,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    pages: { type: 'string' },
    rounds: { type: 'string' },
    out: { type: 'string' },
  },
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const reasons = new Map();
const bench = {
  full: values.full,
  pages: values.pages === undefined ? undefined : Number(values.pages),
  rounds: values.rounds === undefined ? undefined : Number(values.rounds),
  site: prepareSite,
  /** Runs something on a peer; a peer that cannot be had is noted with its reason and leaves undefined. */
  async tryOn(peer, work) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotMeasured)) throw error;
      reasons.set(peer, error.message);
      return undefined;
    }
  },
};

process.on('exit', removeWorkFolders);

const busy = () => {
  const [load = 0] = loadavg();
  return load > availableParallelism() / 2
    ? `other work was running (load ${load.toFixed(1)}): ratios may be off`
    : null;
};
const busyAtStart = busy();

const rows = [];

for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  console.error(`── ${name}`);
  try {
    for (const row of await PARTS[name](bench)) rows.push({ part: name, ...row, result: judge(row) });
  } catch (error) {
    reasons.set(name, error instanceof NotMeasured ? error.message : (error.stack ?? String(error)));
  }
}

console.log(
  `\n${formatTable(rows)}\n\nmedians (spread); ratio = ours / reference in this run, Node ${process.version}`,
);
if (busyAtStart) console.log(busyAtStart);
for (const [what, reason] of reasons) console.log(`not measured, ${what}: ${reason}`);
if (values.out)
  writeFileSync(
    values.out,
    `${JSON.stringify({ rows, notMeasured: Object.fromEntries(reasons) }, null, 1)}\n`,
  );
