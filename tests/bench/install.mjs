/** Installs the generators we are measured against, on demand, from the package registry, in exact versions. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CACHE = 'node_modules/.cache/bench-peers';

/** Something that could not be measured here; the reason goes into the table. */
export class NotMeasured extends Error {}

export const PACKAGES = {
  vitepress: ['vitepress@1.6.4'],
  docusaurus: [
    '@docusaurus/core@3.10.2',
    '@docusaurus/preset-classic@3.10.2',
    '@docusaurus/faster@3.10.2',
    '@easyops-cn/docusaurus-search-local@0.55.3',
    '@mdx-js/react@3.1.1',
    'react@19.3.1',
    'react-dom@19.3.1',
  ],
  starlight: ['astro@7.3.5', '@astrojs/starlight@0.42.4', 'sharp'],
};

/** Installs a peer unless it is there in these versions; returns its node_modules. */
export function installPeer(peer) {
  const dir = path.join(CACHE, peer);
  return installInto(dir, PACKAGES[peer]);
}

/** A Node of at least this major version: the one that runs this, else one from the package registry. */
export function findNode(major) {
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  const packages = installInto(path.join(CACHE, 'node'), ['node@24']);
  const binary = path.resolve(packages, 'node/bin/node');
  const asked = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (asked.status !== 0) throw new NotMeasured(`needs Node ${major}, this is ${process.version}`);
  return binary;
}

function installInto(dir, packages) {
  const stamp = path.join(dir, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return path.join(dir, 'node_modules');
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"private":true}');
  console.error(`installing ${packages.join(' ')} …`);
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...packages], {
    cwd: dir,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) {
    const last = (installed.stderr ?? '')
      .trim()
      .split('\n')
      .find((line) => line.includes('npm error'));
    throw new NotMeasured(`could not be installed: ${last ?? installed.error?.message ?? 'npm failed'}`);
  }
  writeFileSync(stamp, wanted);
  return path.join(dir, 'node_modules');
}
