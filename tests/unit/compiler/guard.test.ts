/** The author's orders (`/__open`, `/__fix`) come from the dev server's own pages only, and Vite's way to the editor is shut. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { describe, expect, test } from 'vitest';
import { guard } from '../../../src/compiler/dev/guard.ts';

const root = path.resolve('.');

/** What the guard answers: a status, or that the request goes on. */
function answer(
  url: string,
  { method = 'POST', headers = {}, base = '/', contentDir = path.resolve('docs/guide') } = {},
): number | 'goes on' {
  const server = {
    config: { root, base, publicDir: '', server: { fs: { allow: [] }, allowedHosts: ['course.example'] } },
  };
  let status: number | 'goes on' = 0;
  const response = {
    writeHead: (code: number) => {
      status = code;
      return { end: () => undefined };
    },
  };
  guard(server as unknown as ViteDevServer, contentDir)(
    { url, originalUrl: url, method, headers } as unknown as IncomingMessage,
    response as unknown as ServerResponse,
    () => {
      status = 'goes on';
    },
  );
  return status;
}

const OWN = { host: 'localhost:5173', origin: 'http://localhost:5173', 'x-lecture-study': 'author' };

describe('an order', () => {
  test.each([
    OWN,
    { ...OWN, 'sec-fetch-site': 'same-origin' },
    { ...OWN, host: '192.168.0.7:5173', origin: 'http://192.168.0.7:5173' },
    { ...OWN, host: '[::1]:5173', origin: 'http://[::1]:5173' },
    { ...OWN, host: 'course.example', origin: 'https://course.example' },
  ])('of a page of this server is followed: %j', (headers) => {
    for (const order of ['/__open?file=a.md&line=1', '/__fix?file=a.md']) {
      expect(answer(order, { headers })).toBe('goes on');
      expect(answer(`/notes${order}`, { headers, base: '/notes/' })).toBe('goes on');
    }
  });

  const without = (name: keyof typeof OWN) => ({ ...OWN, [name]: undefined });
  test.each([
    without('x-lecture-study'),
    without('origin'),
    without('host'),
    { ...OWN, 'x-lecture-study': 'other' },
    { ...OWN, origin: 'null' },
    { ...OWN, origin: 'http://evil.example' },
    { ...OWN, origin: 'http://localhost:3000' },
    { ...OWN, origin: 'http://localhost:5173.evil.example' },
    { ...OWN, 'sec-fetch-site': 'cross-site' },
    { ...OWN, 'sec-fetch-site': 'same-site' },
    { ...OWN, 'sec-fetch-site': 'none' },
    // A name that someone else's server has given this machine's address.
    { ...OWN, host: 'evil.example:5173', origin: 'http://evil.example:5173' },
    { ...OWN, host: 'localhost.evil.example', origin: 'http://localhost.evil.example' },
    { ...OWN, host: 'x@localhost:5173', origin: 'http://x@localhost:5173' },
  ])('with other headers is refused: %j', (headers) => {
    for (const order of ['/__open?file=a.md&line=1', '/__fix?file=a.md']) {
      expect(answer(order, { headers: headers as Record<string, string> })).toBe(403);
    }
  });

  test('is a POST', () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS', 'TRACE', 'DELETE'])
      for (const order of ['/__open?file=a.md', '/__fix?file=a.md'])
        expect(answer(order, { method, headers: OWN })).toBeOneOf([403, 405]);
  });
});

test('no spelling reaches Vite’s own way to the editor', () => {
  const spellings = [
    '/__open-in-editor?file=/etc/hosts',
    '/__open-in-editor/?file=/etc/hosts',
    '/__open-in-editor/x?file=/etc/hosts',
    '/__open-in-editor.x?file=/etc/hosts',
    '/__OPEN-in-Editor?file=/etc/hosts',
    '//__open-in-editor?file=/etc/hosts',
    '/%5f_open-in-editor?file=/etc/hosts',
    '/x/../__open-in-editor?file=/etc/hosts',
    '/\\__open-in-editor?file=/etc/hosts',
    'http://localhost:5173/__open-in-editor?file=/etc/hosts',
    '/__open-in-editor;x?file=/etc/hosts',
    '/__open-in-editor#?file=/etc/hosts',
    '/__open/?file=a.md',
    '/__OPEN?file=a.md',
    '/__fix/?file=a.md',
    '/__fix.x?file=a.md',
    '/__Fix?file=a.md',
    '/a/__fix?file=a.md',
  ];
  for (const address of [...spellings, ...spellings.map((one) => `/notes${one}`)])
    for (const method of ['GET', 'POST'])
      for (const base of ['/', '/notes/'])
        expect(answer(address, { method, headers: OWN, base }), `${method} ${base} ${address}`).toBe(403);
});

test('pages are only read', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'PATCH']) expect(answer('/', { method })).toBe(405);
  for (const method of ['GET', 'HEAD']) expect(answer('/docker/', { method })).toBe('goes on');
});

test('a file of the notes is not served as it lies there', () => {
  const contentDir = path.resolve('tests/fixtures/course');
  const asked = (url: string, dir = contentDir) => answer(url, { method: 'GET', contentDir: dir });
  const address = '/tests/fixtures/course/README.md';
  for (const query of ['', '?raw', '?url', '?import']) {
    expect(asked(address + query)).toBe(403);
    expect(asked(`/@fs${path.resolve(`.${address}`)}${query}`)).toBe(403);
  }
  // A folder is no file: a page may have its name.
  expect(asked('/tests/fixtures/course/')).toBe('goes on');
  // Notes at the root of the project are beside the app's own scripts.
  expect(asked('/src/main.tsx', root)).toBe('goes on');
});
