/** The frame: tree, drawer, links and what happens when one goes from page to page. */

import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadTree, prefetchPage } from '../../src/store/pages.ts';
import { area, conda, home, html, kitchen, page, tree } from './fixtures.ts';
import { renderAt, Site } from './render.tsx';

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: vi.fn(),
  prefetchPage: vi.fn(),
}));

const pages = [home, area, conda, kitchen];
const rail = () => within(screen.getByRole('navigation', { name: '차례' }));

beforeEach(() => {
  vi.mocked(loadTree).mockReset().mockResolvedValue(tree);
  vi.mocked(prefetchPage).mockClear();
  scrollTo(0, 0);
});

test('the rail opens the own area and marks the current row', () => {
  renderAt(conda.path, <Site pages={pages} />);
  expect(rail().getByRole('link', { name: '1.3 conda' }).getAttribute('aria-current')).toBe('page');
  expect(rail().getByRole('button', { name: '환경관리 툴 목록' }).getAttribute('aria-expanded')).toBe('true');
  expect(rail().queryByRole('link', { name: '3.3 Compose' })).toBeNull();
});

test('another area opens by keyboard and fetches the rest of the tree once it is asked for', async () => {
  const user = userEvent.setup();
  renderAt(conda.path, <Site pages={pages} />);
  expect(loadTree).not.toHaveBeenCalled();
  rail().getByRole('button', { name: 'Docker 목록' }).focus();
  await user.keyboard('{Enter}');
  expect(await rail().findByRole('link', { name: '3.3 Compose' })).toBeDefined();
  await user.keyboard('{Enter}');
  expect(rail().queryByRole('link', { name: '3.3 Compose' })).toBeNull();
});

test('a tree that did not come is said, and asked for again', async () => {
  const user = userEvent.setup();
  vi.mocked(loadTree).mockResolvedValueOnce([]);
  renderAt(conda.path, <Site pages={pages} />);
  const button = rail().getByRole('button', { name: 'Docker 목록' });
  await user.click(button);
  expect(await rail().findByText(/불러오지 못했습니다/)).toBeDefined();
  await user.click(button);
  await user.click(button);
  expect(await rail().findByRole('link', { name: '3.3 Compose' })).toBeDefined();
});

test('the drawer takes the focus to the current row, and gives it back on Esc', async () => {
  const user = userEvent.setup();
  renderAt(conda.path, <Site pages={pages} />);
  const button = screen.getByRole('button', { name: '차례 열기' });
  await user.click(button);
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: '차례' });
  expect(dialog.open).toBe(true);
  expect(document.activeElement).toBe(within(dialog).getByRole('link', { name: '1.3 conda' }));
  // What a browser does with Esc on a modal dialog.
  act(() => dialog.close());
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '차례' })).toBeNull());
  expect(document.activeElement).toBe(button);
});

test('following a link of the drawer closes it and goes to the heading', async () => {
  const user = userEvent.setup();
  renderAt(conda.path, <Site pages={pages} />);
  await user.click(screen.getByRole('button', { name: '차례 열기' }));
  const dialog = screen.getByRole('dialog', { name: '차례' });
  await user.click(within(dialog).getByRole('link', { name: '1 환경관리 툴' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('환경관리 툴');
  expect(screen.queryByRole('dialog', { name: '차례' })).toBeNull();
});

test('a new page has its title, the focus on its heading, and is announced', async () => {
  const user = userEvent.setup();
  renderAt(area.path, <Site pages={pages} />);
  await waitFor(() => expect(document.title).toBe('환경관리 툴 · MLOps 인프라'));
  await user.click(screen.getByRole('link', { name: /다음/ }));
  // After the paint.
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'conda' })),
  );
  await waitFor(() => expect(document.title).toBe('conda · MLOps 인프라'));
  expect((await screen.findByText('conda 페이지')).getAttribute('aria-live')).toBe('polite');
});

test('a link to a place on the same page moves the focus there and announces nothing', async () => {
  const user = userEvent.setup();
  renderAt(area.path, <Site pages={pages} />);
  await user.click(rail().getByRole('link', { name: '1.2 주요기능' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: '주요기능' })));
  expect(decodeURIComponent(location.hash)).toBe('#주요기능');
  expect(screen.queryByText(/ 페이지$/)).toBeNull();
});

const withLinks = page({
  path: '/docker/',
  titleText: 'Docker',
  blocks: [
    {
      kind: 'prose',
      line: 1,
      html: html(
        '<p><a href="/study/environment-tools/conda/">안</a> <a href="https://docs.docker.com/">밖</a> <a href="/study/files/slides.pdf">파일</a> <a href="/other/">다른 사이트</a></p>',
      ),
    },
  ],
});

test('links in author text that lead to pages are followed without a page load, under a base path', async () => {
  const user = userEvent.setup();
  renderAt('/docker/', <Site pages={[withLinks, conda]} />, '/study');
  await user.hover(screen.getByRole('link', { name: '안' }));
  expect(prefetchPage).toHaveBeenCalledWith('/environment-tools/conda/');
  await user.click(screen.getByRole('link', { name: '안' }));
  expect(location.pathname).toBe('/study/environment-tools/conda/');
  expect(screen.getByRole('heading', { level: 1, name: 'conda' })).toBeDefined();
});

test.each(['밖', '파일', '다른 사이트'])('the browser itself follows: %s', (name) => {
  renderAt('/docker/', <Site pages={[withLinks, conda]} />, '/study');
  expect(isLeftToBrowser(name, {})).toBe(true);
});

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
  'the browser itself handles a click with %o',
  (init) => {
    renderAt('/docker/', <Site pages={[withLinks, conda]} />, '/study');
    expect(isLeftToBrowser('안', {})).toBe(false);
    history.replaceState(null, '', '/study/docker/');
    renderAt('/docker/', <Site pages={[withLinks, conda]} />, '/study');
    expect(isLeftToBrowser('안', init)).toBe(true);
  },
);

/** Clicks, and keeps the test's window where it is. */
function isLeftToBrowser(name: string, init: MouseEventInit): boolean {
  const link = screen.getByRole('link', { name });
  let isLeft = false;
  const judge = (event: Event) => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener('click', judge, { once: true });
  fireEvent(link, createEvent.click(link, init));
  return isLeft;
}

test('the skip link leads to main and leaves the address alone', async () => {
  const user = userEvent.setup();
  renderAt(conda.path, <Site pages={pages} />);
  await user.tab();
  expect(document.activeElement?.textContent).toBe('본문으로 건너뛰기');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
  expect(location.hash).toBe('');
});

test('with a single place there is no bottom bar', () => {
  renderAt(conda.path, <Site pages={pages} />);
  expect(screen.getAllByRole('navigation', { name: '주 메뉴' })).toHaveLength(1);
});

test('the course map has the whole tree itself, and neither rail nor drawer', async () => {
  renderAt(
    '/',
    <Suspense>
      <Site pages={pages} />
    </Suspense>,
  );
  expect(await screen.findByRole('heading', { level: 1, name: 'MLOps 인프라' })).toBeDefined();
  expect(screen.queryByRole('navigation', { name: '차례' })).toBeNull();
  expect(screen.queryByRole('button', { name: '차례 열기' })).toBeNull();
});

test.each([
  '/environment-tools//conda/',
  '/environment-tools/conda/index.html',
  '/environment-tools/%63onda/',
])('a link spelled %s leads to the page at its one address', async (href) => {
  const user = userEvent.setup();
  const odd = page({
    path: '/odd/',
    titleText: '옛 주소',
    blocks: [{ kind: 'prose', html: html(`<a href="${href}?a=1#b">옛 링크</a>`), line: 1 }],
  });
  for (const base of ['', '/notes']) {
    const { unmount } = renderAt('/odd/', <Site pages={[odd, conda]} />, base);
    const link = screen.getByRole('link', { name: '옛 링크' });
    link.setAttribute('href', `${base}/${link.getAttribute('href')}`.replace(/^\/\//, '/'));
    await user.click(link);
    expect(location.pathname + location.search + location.hash).toBe(`${base}${conda.path}?a=1#b`);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('conda');
    unmount();
  }
});

test('a link that hosts of old took for a page never leads off the site', async () => {
  const user = userEvent.setup();
  renderAt(conda.path, <Site pages={pages} />);
  const link = rail().getByRole('link', { name: '1.3 conda' });
  link.setAttribute('href', `${location.origin}//evil.example/`);
  await user.click(link);
  expect(location.href).toBe(`${location.origin}/evil.example/`);
});
