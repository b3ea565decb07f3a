/** An instructor edits notes with the page open: every change shows without a reload, and the scroll stays. */

import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { type EditServer, startEditServer } from '../support/edit-server.ts';
import { answerable, hydrated, PHONE, pick, question } from '../support/pages.ts';

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1440, height: 900 } });

let server: EditServer;
let page: Page;
/** What the page threw, such as a difference between what was served and what the browser made of it. */
const thrown: string[] = [];
const note = (name: string) => path.join(server.dir, name);
const edit = (name: string, from: string, to: string) => {
  const before = readFileSync(note(name), 'utf8');
  expect(before).toContain(from);
  writeFileSync(note(name), before.replace(from, to));
};
const visit = async (address: string) => {
  await page.goto(new URL(address, server.url).href);
  await hydrated(page);
  // The author's tools come last.
  await expect(page.getByRole('region', { name: '강사 진단' })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
};
const rail = () => page.getByRole('navigation', { name: '차례', exact: true });
/** What the author's tools ask of the server, as a page of its own does. */
const giveOrder = (request: APIRequestContext, url: string, headers = {}) =>
  request.post(url, { headers: { origin: new URL(url).origin, 'x-lecture-study': 'author', ...headers } });
const heading = () => page.getByRole('heading', { level: 1 });

test.beforeAll(async ({ browser }) => {
  server = await startEditServer();
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => thrown.push(message));
  await visit('environment-tools/conda/');
});
test.afterAll(async () => {
  await page.close();
  await server.stop();
});
test.afterEach(async () => {
  expect(await page.evaluate(() => 'sameDocument' in window), 'the page was reloaded').toBe(true);
});

test('the page comes to life as it was served', () => {
  expect(thrown).toEqual([]);
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

test('an edit of a topic changes the table that compares it', async () => {
  await visit('environment-tools/comparison/');
  const row = page.getByRole('region', { name: /비교$/ }).getByRole('row', { name: /^플랫폼/ });
  await expect(row).toContainText('세 운영체제에서 모두 작동');
  edit('environment-tools/conda.md', '세 운영체제에서 모두 작동', '어느 운영체제에서나 작동');
  await expect(row).toContainText('어느 운영체제에서나 작동');
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

test('a blank new file and a deleted one never stop the server', async () => {
  writeFileSync(note('environment-tools/blank.md'), '');
  const status = async () => (await fetch(`${server.url}environment-tools/blank/`)).status;
  await expect.poll(status).toBe(200);
  rmSync(note('environment-tools/blank.md'));
  await expect.poll(status).toBe(404);
});

test('a broken file shows its last good state, and above it why; mended, the page goes on', async () => {
  const alert = page.getByRole('alert').filter({ hasText: '마지막으로 읽은 내용' });
  writeFileSync(note('environment-tools/uv-tool.md'), '# uv와 도구\n\n빠르다.\n');
  await expect(heading()).toHaveText('uv와 도구');
  writeFileSync(note('environment-tools/uv-tool.md'), '# 다시\n\n```\n닫히지 않은 코드');
  await expect(alert).toContainText('코드 블록이 닫히지 않아');
  await expect(heading()).toHaveText('uv와 도구');
  const [above, below] = await Promise.all([alert.boundingBox(), heading().boundingBox()]);
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  await alert.getByRole('button', { name: '3:1' }).click();
  await expect.poll(() => server.opened().at(-1)).toBe(`${note('environment-tools/uv-tool.md')}:3:1`);

  writeFileSync(note('environment-tools/uv-tool.md'), '');
  await expect(alert).toContainText('빈 파일입니다');
  await expect(heading()).toHaveText('uv와 도구');
  writeFileSync(note('environment-tools/uv-tool.md'), '# 다시\n\n```\n닫힌 코드\n```\n');
  await expect(heading()).toHaveText('다시');
  await expect(alert).toHaveCount(0);
  rmSync(note('environment-tools/uv-tool.md'));
  await expect(heading()).toHaveText('페이지를 찾을 수 없습니다');
});

test('the strip opens a place in the editor, and mends one', async () => {
  await visit('environment-tools/virtualenv/');
  const before = readFileSync(note('environment-tools/virtualenv.md'), 'utf8');
  // The last point: glued to the one before it, it takes no card away that mending would have to give back.
  edit('environment-tools/virtualenv.md', '- 패키지 관리', '-패키지 관리');
  const strip = page.getByRole('region', { name: '강사 진단' });
  await strip.getByRole('button', { name: /강사 진단/ }).click();
  const row = strip.getByRole('listitem').filter({ hasText: 'list-marker' });
  const place = await row.getByRole('button', { name: /virtualenv\.md:\d+:1/ }).textContent();
  await row.getByRole('button', { name: /virtualenv\.md:/ }).click();
  await expect.poll(() => server.opened().at(-1)).toBe(note(place ?? ''));
  await row.getByRole('button', { name: /^고치기/ }).click();
  await expect(row).toHaveCount(0);
  expect(readFileSync(note('environment-tools/virtualenv.md'), 'utf8')).toBe(before);
  await strip.getByRole('button', { name: /강사 진단/ }).click();
});

test('on a phone the strip stands above the tabs and opens', async ({ browser }) => {
  const phone = await browser.newPage({ viewport: PHONE });
  await phone.goto(new URL('environment-tools/virtualenv/', server.url).href);
  edit('environment-tools/virtualenv.md', '- 환경격리', '-환경격리');
  const strip = phone.getByRole('region', { name: '강사 진단' });
  await strip.getByRole('button', { name: /강사 진단.*주의/ }).click();
  await expect(strip.getByText('-환경격리:', { exact: true })).toBeVisible();
  edit('environment-tools/virtualenv.md', '-환경격리', '- 환경격리');
  await expect(strip.getByText('-환경격리:', { exact: true })).toHaveCount(0);
  await phone.close();
});

test('편집 opens the line of what is pointed at, and Alt+E of what has the focus', async () => {
  await visit('container/virtual-machine/');
  const source = readFileSync(note('container/virtual-machine.md'), 'utf8').split('\n');
  const file = note('container/virtual-machine.md');
  const lineOf = (words: string) => source.findIndex((line) => line.includes(words)) + 1;
  const offered = page.getByRole('button', { name: /^편집/ });
  const opens = async (words: string) => {
    await offered.click();
    await expect.poll(() => server.opened().at(-1)).toBe(`${file}:${lineOf(words)}:1`);
  };
  await page.getByRole('heading', { name: 'Virtual Machine과 Container 비교', exact: true }).hover();
  await opens('## Virtual Machine과 Container 비교');
  await page.getByRole('cell', { name: 'VM마다 하나씩' }).hover();
  await opens('| 커널 |');
  await page.getByText('애플리케이션이 늘어날 때').hover();
  await opens('애플리케이션이 늘어날 때');
  await page
    .getByRole('link', { name: / 주소$/ })
    .first()
    .focus();
  await expect(offered).toHaveAccessibleName(/이 절/);
  await page.keyboard.press('Alt+e');
  const opened = () => source[Number(server.opened().at(-1)?.split(':').at(-2)) - 1];
  await expect.poll(opened).toMatch(/^## /);
});

test('revealed cells, an open dialog and the scroll live through edits above them', async () => {
  const table = page.getByRole('region', { name: /비교$/ }).first();
  await table.getByRole('radio', { name: '가리고 떠올리기' }).check();
  await table
    .getByRole('button', { name: /가려짐/ })
    .first()
    .click();
  const covered = table.getByRole('button', { name: /가려짐/ });
  const left = await covered.count();
  await page
    .getByRole('table')
    .first()
    .evaluate((element) => element.scrollIntoView());
  const place = async () => Math.round((await covered.first().boundingBox())?.y ?? 0);
  const before = await place();
  edit(
    'container/virtual-machine.md',
    '## Virtual Machine과',
    '한 문단이 더 생겼다.\n\n## Virtual Machine과',
  );
  await expect(page.getByText('한 문단이 더 생겼다.')).toBeAttached();
  // What is read stays in its place on the screen when something comes above it.
  await expect.poll(place).toBe(before);
  expect(await covered.count()).toBe(left);
  expect(await table.getByRole('radio', { name: '가리고 떠올리기' }).isChecked()).toBe(true);

  await page.getByRole('button', { name: '보기 설정' }).click();
  const dialog = page.getByRole('dialog', { name: '보기 설정' });
  await expect(dialog).toBeVisible();
  edit('container/virtual-machine.md', '한 문단이 더 생겼다.', '두 문단이 되었다.');
  await expect(page.getByText('두 문단이 되었다.')).toBeAttached();
  await expect(dialog).toBeVisible();
  expect(await covered.count()).toBe(left);
  await page.keyboard.press('Escape');
});

test('Alt+E opens what 「편집」 names as soon as it names it', async () => {
  await visit('docker/components/');
  const before = server.opened().length;
  await page.evaluate(() => {
    const pressed = new MutationObserver(() => {
      if (!document.querySelector('.edit-here')) return;
      pressed.disconnect();
      dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyE', key: 'e', altKey: true, cancelable: true }));
    });
    pressed.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('heading', { level: 1 }).focus();
  await expect.poll(() => server.opened().length).toBe(before + 1);
});

test('Alt+E in a question opens the option that has the focus, or the question', async () => {
  const source = readFileSync(note('docker/components.md'), 'utf8').split('\n');
  const lineOf = (words: string) => source.findIndex((line) => line.includes(words)) + 1;
  const opens = async (field: Locator, name: RegExp, line: number) => {
    await field.focus();
    await expect(page.getByRole('button', { name })).toHaveAccessibleName(new RegExp(`${line}행`));
    await page.keyboard.press('Alt+e');
    await expect.poll(() => server.opened().at(-1)).toBe(`${note('docker/components.md')}:${line}:1`);
  };
  const choice = question(page, 'parts-instances');
  await answerable(choice);
  const words = 'Image가 실행 중인 Instance이고';
  await opens(choice.getByRole('radio', { name: words }), /^편집: 이 보기/, lineOf(words));
  const typed = question(page, 'parts-private-image');
  await opens(typed.getByRole('textbox'), /^편집: 이 문제/, lineOf('<!-- q: parts-private-image -->'));
});

test('what was chosen and typed in questions lives through edits above them', async () => {
  const choice = question(page, 'parts-instances');
  const typed = question(page, 'parts-private-image').getByRole('textbox');
  await answerable(question(page, 'parts-private-image'));
  await answerable(choice);
  await pick(choice.getByRole('radio').nth(1));
  await typed.fill('레지스');
  edit('docker/components.md', '\n## 확인 문제', '\n한 줄이 더 생겼다.\n\n## 확인 문제');
  await expect(page.getByText('한 줄이 더 생겼다.')).toBeAttached();
  await expect(typed).toHaveValue('레지스');
  await expect(choice.getByRole('radio').nth(1)).toBeChecked();
});

test('a question that a save breaks says so above it, and leads to its line', async () => {
  const [right, wrong] = ['- [x] 템플릿 하나를', '- [ ] 템플릿 하나를'];
  edit('docker/components.md', right, wrong);
  const broken = page.getByRole('listitem').filter({ hasText: '같은 Image로 Container 3개를' });
  await expect(broken).toContainText('맞는 보기가 없습니다');
  const lines = readFileSync(note('docker/components.md'), 'utf8').split('\n');
  const first = lines.findIndex((line) => line.includes('템플릿도 3개로 늘어나')) + 1;
  await broken.getByRole('button', { name: `docker/components.md:${first}:1` }).click();
  await expect.poll(() => server.opened().at(-1)).toBe(`${note('docker/components.md')}:${first}:1`);
  edit('docker/components.md', wrong, right);
  await expect(page.getByText('맞는 보기가 없습니다')).toHaveCount(0);
});

test('a checkout of a thousand files at once', async () => {
  test.setTimeout(120_000);
  mkdirSync(note('flood'));
  for (let at = 0; at < 1000; at++) writeFileSync(note(`flood/t${at}.md`), `# 글 ${at}\n\n글.\n`);
  await expect
    .poll(async () => (await fetch(`${server.url}flood/t999/`)).status, { timeout: 60_000 })
    .toBe(200);
  rmSync(note('flood'), { recursive: true });
  await expect
    .poll(async () => (await fetch(`${server.url}flood/t999/`)).status, { timeout: 60_000 })
    .toBe(404);
  edit('docker/components.md', '한 줄이 더 생겼다.', '그리고 계속된다.');
  await expect(page.getByText('그리고 계속된다.')).toBeAttached({ timeout: 20_000 });
});

test('a folder moved in the tree takes its pages along', async () => {
  renameSync(note('orchestrator'), note('orchestration'));
  const readme = readFileSync(note('README.md'), 'utf8');
  writeFileSync(note('README.md'), readme.replaceAll('orchestrator/', 'orchestration/'));
  await expect.poll(async () => (await fetch(`${server.url}orchestration/kubernetes/`)).status).toBe(200);
  await expect.poll(async () => (await fetch(`${server.url}orchestrator/kubernetes/`)).status).toBe(404);
});

test('the author’s page tells of everything and of what is missing; the guide is a course of its own', async ({
  browser,
}) => {
  const author = await browser.newPage();
  const missing: string[] = [];
  author.on('response', (response) => {
    if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
  });
  await author.goto(`${server.url}author/`);
  await expect(author.getByRole('heading', { name: '강사 도구' })).toBeVisible();
  await expect(author.getByRole('heading', { name: /^문제가 없는 절/ })).toBeVisible();
  await expect(author.getByRole('row', { name: /conda/ })).toBeVisible();
  writeFileSync(note('docker/orphan.md'), '# 초안\n\n-항목\n');
  await expect(author.getByText('docker/orphan.md:3:1')).toBeVisible();
  await author.getByRole('link', { name: '작성 안내서' }).click();
  await expect(author.getByRole('heading', { level: 1 })).toBeVisible();
  const icon = await author.locator('link[rel="icon"]').getAttribute('href');
  expect((await author.request.get(new URL(icon ?? '', server.url).href)).status()).toBe(200);
  expect(missing).toEqual([]);
  await author.close();
});

test('a worker that a built site left on the same address goes, with what it kept', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const visitor = await context.newPage();
  await visitor.goto(server.url);
  await visitor.evaluate(async () => {
    await (await caches.open('lecture-study:/')).put('/', new Response('a page of long ago'));
    // What the browser does by itself where there is one.
    await navigator.serviceWorker.register('/sw.js');
  });
  const workersAndCaches = () =>
    visitor.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
  await expect.poll(workersAndCaches).toEqual([0, 0]);
  await context.close();
});

test('serves and opens nothing outside the project and the notes', async ({ request }) => {
  symlinkSync('/etc/hostname', note('environment-tools/link.md'));
  symlinkSync('/etc', note('etc'));
  const inProject = path.resolve('public/outside-link.txt');
  rmSync(inProject, { force: true });
  symlinkSync('/etc/passwd', inProject);
  try {
    // Once this one is seen, so are the links before it.
    writeFileSync(note('seen.md'), '# 뒤에 쓴 글\n');
    await expect.poll(async () => (await request.get(`${server.url}seen/`)).status()).toBe(200);
    const [secret = ''] = readFileSync('/etc/passwd', 'utf8').split('\n');
    const outside = [
      '@fs/etc/passwd',
      '@fs//etc/passwd',
      '@fs/%2e%2e/%2e%2e/etc/passwd',
      '..%2f..%2f..%2f..%2fetc/passwd',
      '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '..%5c..%5c..%5cetc%5cpasswd',
      'data/..%2f..%2fetc%2fpasswd',
      'data/author/..%2f..%2f..%2fetc/passwd.json',
      'author/guide/..%2f..%2f..%2fetc/passwd',
      '%2fetc%2fpasswd',
      'etc/passwd',
      'public/outside-link.txt',
      'outside-link.txt',
      `@fs${inProject}`,
      `@fs${note('etc')}/passwd`,
      'a%00b',
      'environment-tools/conda.md%00.png',
    ];
    for (const address of outside) {
      const response = await request.get(`${server.url}${address}`, { maxRedirects: 0 });
      expect(await response.text(), address).not.toContain(secret);
    }
    for (const address of ['environment-tools/link/', 'data/environment-tools/link.json']) {
      expect((await request.get(`${server.url}${address}`)).status(), address).toBe(404);
    }
    const before = server.opened().length;
    const outsideOrders = [
      '__open-in-editor?file=/etc/passwd',
      '__open-in-editor/?file=/etc/passwd:1:1',
      '__open-in-editor.x?file=../../../../../../etc/passwd',
      `__OPEN-IN-EDITOR?file=${note('README.md')}`,
      `__open-in-editor/x?file=${note('etc')}/passwd`,
      '__open?file=/etc/passwd',
      '__open?file=..%2f..%2fetc%2fpasswd',
      '__open?file=..%5c..%5cetc%5cpasswd',
      '__open?file=README.md%00',
      `__open?file=${encodeURIComponent(note('README.md'))}`,
      '__open?file=environment-tools/link.md',
      '__open?file=etc/passwd',
    ];
    for (const address of outsideOrders) {
      await request.get(`${server.url}${address}`);
      await giveOrder(request, `${server.url}${address}`);
    }
    // A note that has become a link is none, even before the server has noticed.
    rmSync(note('seen.md'));
    symlinkSync('/etc/hostname', note('seen.md'));
    await giveOrder(request, `${server.url}__open?file=seen.md`);
    // Another site's page may not give orders either, with or without what newer browsers tell of it.
    const foreign = 'http://evil.example';
    for (const headers of [{ origin: foreign }, { 'sec-fetch-site': 'cross-site' }]) {
      for (const address of ['__open?file=README.md&line=1', '__fix?file=README.md'])
        expect((await giveOrder(request, `${server.url}${address}`, headers)).status()).toBe(403);
    }
    // What is opened comes in order: had one of them been followed, it would stand before this.
    await giveOrder(request, `${server.url}__open?file=README.md&line=3`);
    await expect.poll(() => server.opened().slice(before)).toEqual([`${note('README.md')}:3:1`]);
  } finally {
    rmSync(inProject, { force: true });
  }
});

test('where there is no editor, the page says so and the place can be copied; all of it under a base path', async ({
  browser,
}) => {
  const other = await startEditServer({ base: '/notes/', editor: 'no-such-editor' });
  const visitor = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    expect((await visitor.request.get(`${other.url}author/guide/`)).status()).toBe(200);
    await visitor.goto(new URL('environment-tools/conda/', other.url).href);
    const file = path.join(other.dir, 'environment-tools/conda.md');
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('언어 독립적')) + 1;
    await expect(visitor.getByRole('region', { name: '강사 진단' })).toBeVisible();
    await visitor.getByRole('term').filter({ hasText: '언어 독립적' }).hover();
    await visitor.getByRole('button', { name: /^편집: 이 항목/ }).click();
    const told = visitor.getByRole('alert').filter({ hasText: '편집기를 찾지 못했습니다' });
    const place = `${path.relative(process.cwd(), file)}:${line}`;
    await expect(told).toContainText(place);
    await told.getByRole('button', { name: '복사' }).click();
    await expect(told.getByRole('status')).toHaveText('복사했습니다');
    expect(await visitor.evaluate(() => navigator.clipboard.readText())).toBe(place);
    await told.getByRole('button', { name: '닫기' }).click();
    await expect(told).toHaveCount(0);
  } finally {
    await visitor.close();
    await other.stop();
  }
});
