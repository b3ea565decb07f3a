/**
 * Finds a browser for the tests, or gets one: CHROME_PATH, an installed headless shell of Chromium, which draws the same pages without
 * a window and in less time, an installed Chrome, Chromium or Edge, Playwright's own, else Playwright's is installed, or on
 * Debian and Ubuntu as root apt's with Korean fonts.
 * Run by itself it prints the path.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome',
];

const installed = () => {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs
      .filter(Boolean)
      .flatMap((folder) => [
        path.join(folder, 'Google/Chrome/Application/chrome.exe'),
        path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
  ];
  return [...onPath, ...usual].find((file) => existsSync(file));
};

const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const fromApt = () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  run('apt-get', ['update']);
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (run('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk'])) break;
  return installed();
};

/** The path of a browser; throws with what to do when there is none to be had. */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names no file: ${named}`);
  }
  const found = installed() ?? own();
  if (found) return found;
  console.error('No Chrome, Chromium or Edge found; installing one for the tests …');
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const apt = fromApt();
    if (apt) return apt;
  }
  run('npx', ['playwright', 'install', 'chromium']);
  const fetched = own();
  if (fetched) return fetched;
  throw new Error(
    'No browser for the tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run the tests again.',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(findBrowser());
