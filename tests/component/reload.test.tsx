/** A tab whose scripts are gone loads itself anew, without taking anything out of the reader's hands. */

import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let reloading: typeof import('../../src/store/reload.ts');
/** Where the page was when it was loaded anew. */
let reloadedAt: string[];

beforeEach(async () => {
  vi.resetModules();
  reloading = await import('../../src/store/reload.ts');
  reloadedAt = [];
  vi.spyOn(location, 'reload').mockImplementation(() => void reloadedAt.push(location.pathname));
  sessionStorage.clear();
  history.replaceState(null, '', '/here/');
  document.body.innerHTML = '<input type="text"><input type="search"><a href="/there/">그곳</a>';
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
const box = (type = 'text') =>
  document.querySelector<HTMLInputElement>(`input[type=${type}]`) as HTMLInputElement;
const link = () => document.querySelector('a') as HTMLAnchorElement;

/** A press of the mouse on something, as a browser does it: it takes the focus, and the click comes last. */
async function press(element: HTMLElement, options: { drags?: boolean } = {}): Promise<void> {
  fireEvent.mouseDown(element);
  (document.activeElement as HTMLElement).blur();
  await settled();
  if (options.drags) {
    fireEvent.dragEnd(element);
    await settled();
    return;
  }
  fireEvent.mouseUp(element);
  fireEvent.click(element);
  await settled();
}

test('nobody types: at once', async () => {
  await reloading.reloadOnce();
  expect(reloadedAt).toEqual(['/here/']);
});

test.each(['text', 'search'])('it waits for the end of the typing in a field of %s', async (type) => {
  box(type).focus();
  void reloading.reloadOnce();
  await settled();
  expect(reloadedAt).toEqual([]);
  box(type).blur();
  await settled();
  expect(reloadedAt).toEqual(['/here/']);
});

test('a click that ends the typing leads where it leads, and that page is loaded anew', async () => {
  link().addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', '/there/');
  });
  box().focus();
  void reloading.reloadOnce();
  await press(link());
  expect(reloadedAt).toEqual(['/there/']);
});

test('a link that the browser follows itself is not stopped', async () => {
  box().focus();
  void reloading.reloadOnce();
  await press(link());
  expect(reloadedAt).toEqual([]);
});

test('who goes on to type elsewhere is waited for', async () => {
  box().focus();
  void reloading.reloadOnce();
  fireEvent.mouseDown(box('search'));
  box('search').focus();
  await settled();
  fireEvent.mouseUp(box('search'));
  fireEvent.click(box('search'));
  await settled();
  expect(reloadedAt).toEqual([]);
  box('search').blur();
  await settled();
  expect(reloadedAt).toEqual(['/here/']);
});

test('a press that becomes no click ends the wait, too', async () => {
  box().focus();
  void reloading.reloadOnce();
  await press(link(), { drags: true });
  expect(reloadedAt).toEqual(['/here/']);
});

test.each([
  ['gone', () => new Response('', { status: 404 }), 1],
  ['there', () => new Response('', { headers: { 'content-type': 'text/javascript' } }), 0],
  ['answered by a login page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 0],
  ['failing', () => new Response('', { status: 503 }), 0],
])('scripts that did not come and are %s', async (_, answer, reloads) => {
  // Not run: a module of no address of its own.
  document.body.insertAdjacentHTML(
    'beforeend',
    '<script type="module" src="data:text/javascript,"></script>',
  );
  vi.stubGlobal('fetch', async () => answer());
  reloading.recoverWhenGone();
  reloading.recoverWhenGone();
  dispatchEvent(new Event(reloading.IMPORT_FAILED));
  await settled();
  expect(reloadedAt).toHaveLength(reloads);
  expect(document.querySelector('.reload-trouble')).toBeNull();
});
