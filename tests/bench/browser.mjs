/** The browser that measures, and how it is slowed down. */

import { chromium } from '@playwright/test';
import { findBrowser } from '../support/find-browser.mjs';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = () =>
  chromium.launch({
    executablePath: findBrowser(),
    args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

export const newContext = (browser, options = {}) =>
  browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR', ...options });

/** 1.6 Mbit/s down, 0.75 up, 150 ms. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

export const SLOWDOWN = 4;

export const slowNetwork = async (devtools) => {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
};

export const slowProcessor = (devtools, rate) => devtools.send('Emulation.setCPUThrottlingRate', { rate });
