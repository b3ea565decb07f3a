import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/find-browser.mjs';
import { findNginx } from './tests/support/nginx.mjs';
import { PUBLISHED, SITES } from './tests/support/sites.mjs';

// Found once, in the first process; workers get it from there.
process.env.CHROME_PATH ??= findBrowser();
process.env.NGINX_PATH ??= findNginx();

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
