/** What stands between a reader and the site may answer in its place, or not at all: nothing of that is taken for the site's word. */

import { act, fireEvent, render, screen } from '@testing-library/react';
import { BrowserRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageData } from '../../src/core/model/course.ts';
import { area, conda, html } from './fixtures.ts';

const there = '/environment-tools/virtualenv/';
const data: Record<string, PageData> = {
  [conda.path]: { ...conda, blocks: [{ kind: 'prose', html: html(`<a href="${there}">그곳</a>`), line: 1 }] },
  [there]: { ...conda, path: there, titleText: '그곳 제목', title: html('그곳 제목') },
  [area.path]: area,
};
const login = () =>
  new Response('<!doctype html><title>로그인</title>', { headers: { 'content-type': 'text/html' } });
const named = (response: Response, more: object) =>
  Object.defineProperties(response, Object.getOwnPropertyDescriptors(more));

/** What comes in the place of a page's data. */
const IN_ITS_PLACE: Record<string, () => Promise<Response>> = {
  'a login page': async () => login(),
  'a redirect to a login page': async () =>
    named(login(), { redirected: true, url: 'https://login.example/' }),
  'a redirect to what is JSON': async () =>
    named(Response.json(data[there]), { redirected: true, url: 'https://login.example/' }),
  'a login page that calls itself JSON': async () =>
    new Response('<html>', { headers: { 'content-type': 'application/json' } }),
  'JSON null': async () => Response.json(null),
  'a word in JSON': async () => Response.json('login'),
  'JSON of something else': async () => Response.json({ error: 'login' }),
  'half of it': async () =>
    new Response(JSON.stringify(data[there]).slice(0, 99), {
      headers: { 'content-type': 'application/json' },
    }),
  'an error of the host': async () => new Response('{}', { status: 502 }),
  'no permission': async () => new Response('{}', { status: 403 }),
  'a redirect to a 404': async () =>
    named(new Response('', { status: 404 }), { redirected: true, url: 'https://login.example/' }),
  'no network': async () => Promise.reject(new TypeError('no network')),
  nothing: () => new Promise<Response>(() => {}),
  'a beginning and then nothing': async () =>
    new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{')) })),
};
const missing = async () => new Response('', { status: 404 });

/** How data of pages is answered now; by default as by the site. */
let answer: ((path: string) => Promise<Response>) | null;
let asked: string[];
let pages: typeof import('../../src/store/pages.ts');

beforeEach(async () => {
  vi.useFakeTimers();
  answer = null;
  asked = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const name = /\/data\/(.*)\.json$/.exec(address)?.[1];
    if (name === undefined) return missing();
    asked.push(`/${name}/`);
    if (answer) return answer(`/${name}/`);
    return data[`/${name}/`] ? Response.json(data[`/${name}/`]) : missing();
  });
  vi.resetModules();
  pages = await import('../../src/store/pages.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const sign = () => screen.queryByText('불러오는 중입니다.');
const NOT_COME = '페이지를 불러오지 못했습니다';

async function show(path = conda.path) {
  history.replaceState(null, '', path);
  if (data[path]) pages.putPages([data[path]]);
  const { App } = await import('../../src/ui/app.tsx');
  await act(async () => {
    render(
      <BrowserRouter>
        <App />
      </BrowserRouter>,
    );
  });
  await pass(50);
}
const follow = () => act(async () => void fireEvent.click(screen.getByRole('link', { name: '그곳' })));

test.each(Object.entries(IN_ITS_PLACE))(
  '%s is a failure with another try, and no missing page',
  async (_, place) => {
    await show();
    answer = place;
    await follow();
    await pass(299);
    // Nothing of the old page is under the new address without a sign.
    if (title() === 'conda') expect(sign()?.closest('[role=status]')).not.toBeNull();
    await pass(30_000);
    expect(title()).toBe(NOT_COME);
    answer = null;
    fireEvent.click(screen.getByRole('button', { name: '다시 시도' }));
    await pass(100);
    expect(title()).toBe('그곳 제목');
    expect(sign()).toBeNull();
  },
);

test.each(Object.entries(IN_ITS_PLACE))(
  '%s is forgotten by the next click, also when only a pointer asked',
  async (_, place) => {
    await show();
    answer = place;
    fireEvent.pointerOver(screen.getByRole('link', { name: '그곳' }));
    await pass(30_000);
    expect(asked).toContain(there);
    answer = null;
    await follow();
    await pass(100);
    expect(title()).toBe('그곳 제목');
  },
);

test('only a 404 is a missing page, and it is asked for again each time one goes there', async () => {
  await show();
  answer = missing;
  fireEvent.pointerOver(screen.getByRole('link', { name: '그곳' }));
  await pass(100);
  await follow();
  await pass(100);
  expect(title()).toBe('페이지를 찾을 수 없습니다');
  await act(async () => history.back());
  await pass(100);
  expect(title()).toBe('conda');
  answer = null;
  await follow();
  await pass(100);
  expect(title()).toBe('그곳 제목');
});

test('a page that comes at once shows no sign, and a slow one takes it away', async () => {
  await show();
  await follow();
  await pass(100);
  expect(title()).toBe('그곳 제목');
  expect(sign()).toBeNull();
});

test('a slow page is waited for in the sight of the reader', async () => {
  await show();
  answer = async (path) => {
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    return Response.json(data[path]);
  };
  await follow();
  await pass(250);
  expect(title()).toBe('conda');
  expect(sign()).not.toBeNull();
  await pass(9_000);
  expect(title()).toBe('그곳 제목');
  expect(sign()).toBeNull();
});

test('a missing page asks for the tree once, also when that does not come', async () => {
  const fetched = vi.fn(async () => login());
  vi.stubGlobal('fetch', fetched);
  await show('/nowhere/');
  await pass(60_000);
  // LoadFailed, since nothing says that it is missing: it tries again, every five seconds.
  expect(title()).toBe(NOT_COME);
  fetched.mockImplementation(missing);
  await pass(6_000);
  expect(title()).toBe('페이지를 찾을 수 없습니다');
  const before = fetched.mock.calls.length;
  await pass(1_000);
  expect(fetched.mock.calls.length - before).toBeLessThan(3);
});
