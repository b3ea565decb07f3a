/** Cold builds of a thousand topics, and of five thousand with --full: wall time and peak memory. */

import { launchBrowser, newContext } from '../browser.mjs';
import { buildOnce, builtSite } from '../build-site.mjs';
import { summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

async function measure(site, times) {
  const runs = [];
  for (let run = 1; run <= times; run++) {
    const { seconds, mebibytes } = await buildOnce(site);
    console.error(
      `build ${site.name}/${site.size} ${run}: ${seconds.toFixed(2)} s, ${Math.round(mebibytes ?? 0)} MiB`,
    );
    runs.push({ seconds, mebibytes });
  }
  return {
    seconds: summary(runs.map((run) => run.seconds)),
    mebibytes: summary(runs.map((run) => run.mebibytes)),
  };
}

/** What was built must also open: the page's heading, or null. */
async function opens(site) {
  const server = await serveFolder(await builtSite(site));
  const browser = await launchBrowser();
  const page = await (await newContext(browser)).newPage();
  await page.goto(server.url + site.pathOf(site.names.at(-1)), { waitUntil: 'load' });
  const heading = await page
    .locator('h1')
    .first()
    .textContent({ timeout: 5000 })
    .catch(() => null);
  await browser.close();
  server.close();
  return heading;
}

export async function measureBuild({ site, tryOn, full, rounds }) {
  const rows = [];
  const compare = async (size, label, times, peers) => {
    const own = site('ours', size);
    const ours = await measure(own, times);
    for (const [peer, runs, timeTarget, memoryTarget] of peers) {
      const theirs = await tryOn(peer, () => measure(site(peer, size), runs));
      const row = (metric, unit, field, target) =>
        rows.push({
          metric: `${metric}, ${label}`,
          unit,
          ours: ours[field],
          name: peer,
          reference: theirs?.[field] ?? null,
          target,
        });
      row('build', 's', 'seconds', timeTarget);
      row('peak memory', 'MiB', 'mebibytes', memoryTarget);
    }
    return own;
  };
  const times = rounds ?? 3;
  await compare('k1', '1,000 topics', times, [
    ['starlight', times, { times: 0.3 }, { times: 0.6 }],
    ...(full ? [['docusaurus', 1]] : []),
  ]);
  if (full) {
    const own = await compare('k5', '5,000 topics', 1, [['docusaurus', 1, { times: 0.15 }]]);
    console.error(`the last of 5,000 topics opens: ${(await opens(own)) ?? 'NO'}`);
  }
  return rows;
}
