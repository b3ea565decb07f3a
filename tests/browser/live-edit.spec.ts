/** An instructor edits notes with the page open: every change shows without a reload, and the scroll stays. */

import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type EditServer, startEditServer } from '../support/edit-server.ts';
import { hydrated } from '../support/pages.ts';

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1440, height: 900 } });

let server: EditServer;
let page: Page;
const note = (name: string) => path.join(server.dir, name);
const edit = (name: string, from: string, to: string) => {
  const before = readFileSync(note(name), 'utf8');
  expect(before).toContain(from);
  writeFileSync(note(name), before.replace(from, to));
};
const rail = () => page.getByRole('navigation', { name: '차례', exact: true });
const heading = () => page.getByRole('heading', { level: 1 });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(60_000);
  server = await startEditServer();
  page = await browser.newPage();
  await page.goto(new URL('environment-tools/conda/', server.url).href);
  await hydrated(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
});
test.afterAll(async () => {
  await page.close();
  await server.stop();
});
test.afterEach(async () => {
  expect(await page.evaluate(() => 'sameDocument' in window), 'the page was reloaded').toBe(true);
});

test('a changed sentence appears, and the scroll stays', async () => {
  await page.evaluate(() => scrollTo(0, 240));
  edit('environment-tools/conda.md', 'Linux, Windows, macOS에서 작동', '세 운영체제에서 모두 작동');
  await expect(page.getByText('세 운영체제에서 모두 작동')).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(240);
});

test('a changed title appears in the page', async () => {
  edit('environment-tools/conda.md', '# conda', '# conda와 채널');
  await expect(heading()).toHaveText('conda와 채널');
});

test('a new file is a draft, and listing it puts it into the tree', async () => {
  writeFileSync(note('environment-tools/uv.md'), '# uv\n\n빠른 도구.\n');
  await expect(rail().getByText('초안', { exact: true }).first()).toBeVisible();
  edit(
    'README.md',
    '  - [Virtualenv](environment-tools/virtualenv.md)',
    '  - [uv](environment-tools/uv.md)\n  - [Virtualenv](environment-tools/virtualenv.md)',
  );
  await expect(rail().getByRole('link', { name: /1\.4\s*uv/ })).toBeVisible();
  await expect(rail().getByRole('link', { name: /1\.5\s*Virtualenv/ })).toBeVisible();
});

test('moving a line reorders the tree', async () => {
  edit('README.md', '  - [uv](environment-tools/uv.md)\n', '');
  edit(
    'README.md',
    '  - [Pipenv](environment-tools/pipenv.md)',
    '  - [Pipenv](environment-tools/pipenv.md)\n  - [uv](environment-tools/uv.md)',
  );
  await expect(rail().getByRole('link', { name: /1\.6\s*uv/ })).toBeVisible();
});

test('a renamed file keeps its page under the new address', async () => {
  await rail().getByRole('link', { name: /uv/ }).click();
  await expect(heading()).toHaveText('uv');
  renameSync(note('environment-tools/uv.md'), note('environment-tools/uv-tool.md'));
  edit('README.md', 'environment-tools/uv.md', 'environment-tools/uv-tool.md');
  await expect(heading()).toHaveText('페이지를 찾을 수 없습니다');
  await page.getByRole('main').getByRole('link', { name: /uv/ }).first().click();
  await expect(page).toHaveURL(/environment-tools\/uv-tool\/$/);
  await expect(heading()).toHaveText('uv');
});

test('broken, blank and deleted files never stop the server', async () => {
  writeFileSync(note('environment-tools/uv-tool.md'), '');
  await expect(heading()).toHaveText('uv-tool');
  writeFileSync(note('environment-tools/uv-tool.md'), '# 다시\n\n```\n닫히지 않은 코드');
  await expect(heading()).toHaveText('다시');
  await page.getByRole('region', { name: '강사 진단' }).getByRole('button').first().click();
  await expect(page.getByText('코드 블록이 닫히지 않아')).toBeVisible();
  rmSync(note('environment-tools/uv-tool.md'));
  await expect(heading()).toHaveText('페이지를 찾을 수 없습니다');
});

test('serves nothing outside the project and the notes', async ({ request }) => {
  const outside = [
    '@fs/etc/passwd',
    '..%2f..%2f..%2f..%2fetc/passwd',
    '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    'data/..%2f..%2fetc%2fpasswd',
    '%2fetc%2fpasswd',
    'a%00b',
  ];
  for (const address of outside) {
    const response = await request.get(`${server.url}${address}`, { maxRedirects: 0 });
    expect(await response.text(), address).not.toContain('root:');
  }
  symlinkSync('/etc/hostname', note('environment-tools/link.md'));
  symlinkSync('/etc', note('etc'));
  await page.waitForTimeout(500);
  for (const address of ['environment-tools/link/', 'etc/passwd', 'data/environment-tools/link.json']) {
    expect((await request.get(`${server.url}${address}`)).status(), address).toBe(404);
  }
});
