/** `_headers`, as Netlify's own parser reads it, gives every file what the preview and nginx give it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { describe, expect, test } from 'vitest';
import { EVERYWHERE, headersFile, headersOf } from '../../../src/compiler/build/headers.ts';

/** What a host sends for an address after reading the file: of rules that fit, the later ones win or are joined. */
async function read(
  text: string,
  address: string,
  merge: 'join' | 'override',
): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'headers-'));
  const file = path.join(folder, '_headers');
  writeFileSync(file, text);
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [file],
    configHeaders: [],
    minimal: false,
  });
  rmSync(folder, { recursive: true });
  expect(errors).toEqual([]);
  const sent: Record<string, string> = {};
  for (const rule of headers) {
    if (!('forRegExp' in rule) || !rule.forRegExp.test(address)) continue;
    for (const [name, value] of Object.entries(rule.values)) {
      sent[name] = merge === 'join' && sent[name] ? `${sent[name]}, ${value}` : value;
    }
  }
  return sent;
}

describe.each(['join', 'override'] as const)('a host that %ss what several rules say', (merge) => {
  const text = headersFile('/notes/', ['img/overview.svg', 'img/photo.png', 'slides.pdf']);

  test.each([
    'assets/index-BYbbvwcm.js',
    'data/docker.json',
    'course/tree.json',
    'sw.js',
    'manifest.webmanifest',
  ])('%s', async (file) => expect(await read(text, `/notes/${file}`, merge)).toEqual(headersOf(200, file)));

  test('pages get all but what such hosts send themselves', async () => {
    expect(await read(text, '/notes/docker/compose/', merge)).toEqual(EVERYWHERE);
  });

  test('what came with the notes runs nothing, whatever its name', async () => {
    const policies = (headers: Record<string, string>) =>
      new Set(headers['Content-Security-Policy']?.split(/[,;] */));
    for (const file of [
      'img/overview.svg',
      'img/photo.png',
      'slides.pdf',
      'demo/index.html',
      'nobody-knows',
    ]) {
      const name = `note-files/${file}`;
      const sent = policies(await read(text, `/notes/${name}`, merge));
      expect(sent, name).toEqual(policies(headersOf(200, name)));
      expect(sent, name).toContain("default-src 'none'");
      expect(sent.has('sandbox'), name).toBe(file.endsWith('.svg'));
      expect([...sent].filter((one) => /script-src|unsafe-eval/.test(one))).toEqual([]);
    }
  });

  test('a folder `assets` of the notes is no folder of the app', async () => {
    const mixed = headersFile('/', ['assets/photo.png']);
    expect((await read(mixed, '/note-files/assets/photo.png', merge))['Cache-Control']).toBeUndefined();
    expect(headersOf(200, 'note-files/assets/photo.png')['Cache-Control']).toBe('no-cache');
    expect(headersOf(200, 'assets/photo/index.html')['Cache-Control']).toBe('no-cache');
  });
});

test('what is missing is never kept', () => {
  expect(headersOf(404, 'assets/index-BYbbvwcm.js')['Cache-Control']).toBe('no-cache');
});
