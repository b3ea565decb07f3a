import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/find-browser.mjs';
import { findNginx } from './tests/support/nginx.mjs';
import { PUBLISHED, SITES } from './tests/support/sites.mjs';

// Found once, in the first process; workers get it from there.
process.env.CHROME_PATH ??= findBrowser();
process.env.NGINX_PATH ??= findNginx();

/**
 * Features of Chromium that Playwright turns off by a list of its own, which a second one replaces, and after them the two pages that
 * its address bar opens in each new window: no test sees them, and they cost nearly as much as the page that is tested.
 */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // They end what hangs and measure nothing: a busy machine takes ten times as long as an idle one.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    locale: 'ko-KR',
    baseURL: SITES[0]?.url,
    // It would answer before `page.route` and count as the page's own traffic; offline*.spec.ts allows it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${FEATURES_OFF.join()}`,
      ],
    },
  },
  webServer: [
    {
      command: 'node tests/support/serve-sites.mjs',
      port: SITES.at(-1)?.port,
      reuseExistingServer: false,
    },
    // Where there is no nginx, the tests that need it say so.
    ...(process.env.NGINX_PATH
      ? [
          {
            command: `node tests/support/nginx.mjs ${PUBLISHED.port} ${PUBLISHED.outDir}`,
            port: PUBLISHED.port,
            reuseExistingServer: false,
            // It has a folder of its own to remove.
            gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
          },
        ]
      : []),
  ],
});
