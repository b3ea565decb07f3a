/** What the browser does with a prerendered page once its scripts are here: the address, and data that does not come. */

import { act, fireEvent, waitFor } from '@testing-library/react';
import type { Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { conda } from './fixtures.ts';

vi.mock('../../src/ui/dev/follow-server.tsx', () => ({ startDevelopment: () => undefined }));

/** React's roots of started pages, to be unmounted: late parts come after up to two seconds, when a test's window may be gone. */
const roots: Root[] = [];
vi.mock('react-dom/client', async (original) => {
  const client = await original<typeof import('react-dom/client')>();
  const kept = (root: Root) => {
    roots.push(root);
    return root;
  };
  return {
    createRoot: (...given: Parameters<typeof client.createRoot>) => kept(client.createRoot(...given)),
    hydrateRoot: (...given: Parameters<typeof client.hydrateRoot>) => kept(client.hydrateRoot(...given)),
  };
});

let answer: () => Promise<Response>;

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('fetch', async (address: string) =>
    address.includes('/data/') ? answer() : new Response('[]', { status: 404 }),
  );
});
afterEach(async () => {
  await act(async () => {
    for (const root of roots.splice(0)) root.unmount();
  });
  vi.unstubAllGlobals();
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

/** As the host sends it, of a page, or that there is none; and starts its scripts. */
async function open(address: string, isFound: boolean): Promise<void> {
  history.replaceState(null, '', address);
  const pages = await import('../../src/store/pages.ts');
  const { App } = await import('../../src/ui/app.tsx');
  pages.putOnlyPage(isFound ? conda.path : '/404/', isFound ? conda : null);
  const app = renderToString(
    <StaticRouter location={isFound ? conda.path : '/404/'}>
      <App />
    </StaticRouter>,
  );
  vi.resetModules();
  if (isFound)
    document.head.innerHTML = `<link rel="canonical" href="https://elsewhere.example${conda.path}">`;
  document.body.innerHTML = `<div id="root" data-revision="${isFound ? conda.revision : ''}">${app}</div>`;
  const { start } = await import('../../src/start.tsx');
  void start();
}
const until = (isSo: () => unknown) => waitFor(() => expect(isSo()).toBeTruthy());
/** Whether React has taken over. */
const isReact = () =>
  Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__react'));
const title = () => document.querySelector('h1')?.textContent;
const trouble = () => document.querySelector('[role=alert].reload-trouble');

test.each(['index.html', '', '/', 'Index.html/../', '%2e/'])(
  '%s behind the address of a page is that page',
  async (ending) => {
    const errors = vi.spyOn(console, 'error');
    answer = async () => Response.json(conda);
    await open(`${conda.path}${ending}?a=1#b`, true);
    await until(isReact);
    expect(title()).toBe('conda');
    expect(location.pathname + location.search + location.hash).toBe(`${conda.path}?a=1#b`);
    expect(errors).not.toHaveBeenCalled();
  },
);

test.each([
  ['/nowhere', true],
  ['//evil.example', true],
  ['/a//b/index.html', true],
  ['/%zz', true],
  // Bytes that are no text: the page stays as the host sent it.
  ['/%ff/', false],
])('%s is a missing page', async (address, isAddress) => {
  answer = async () => new Response('', { status: 404 });
  await open(location.origin + address, false);
  if (isAddress) await until(isReact);
  expect(title()).toBe('페이지를 찾을 수 없습니다');
  expect(location.pathname).not.toContain('//');
});

test.each([
  ['a login page', async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['nothing at all', async () => Promise.reject(new TypeError('no network'))],
  ['the word that there is none', async () => new Response('', { status: 404 })],
])(
  'with %s in the place of its data the prerendered page stays to be read, until its data comes',
  async (_, inItsPlace) => {
    answer = inItsPlace;
    await open(conda.path, true);
    await until(trouble);
    const text = document.getElementById('root')?.textContent;
    expect(title()).toBe('conda');
    expect(trouble()?.textContent).toContain('일부를 불러오지 못했습니다');
    answer = async () => Response.json(conda);
    fireEvent.click(trouble()?.querySelector('button') as HTMLElement);
    await until(isReact);
    expect(trouble()).toBeNull();
    expect(document.getElementById('root')?.textContent).toContain(text?.slice(0, 200));
  },
);
