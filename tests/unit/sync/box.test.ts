/** HKDF and AES-GCM as the standards have them, and the key as people hand it on. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOf, keyLink, keyOfHash, typedKey } from '../../../src/core/sync/sync-key.ts';
import { deriveKeys, hkdf, importBoxKey, openBox, seal, unlock } from '../../../src/store/sync/box.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const ofHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const range = (from: number, to: number) => Uint8Array.from({ length: to - from + 1 }, (_, at) => from + at);

test.each([
  [
    'A.1',
    ofHex('0b'.repeat(22)),
    range(0x00, 0x0c),
    range(0xf0, 0xf9),
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  ],
  [
    'A.2',
    range(0x00, 0x4f),
    range(0x60, 0xaf),
    range(0xb0, 0xff),
    'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
  ],
  [
    'A.3',
    ofHex('0b'.repeat(22)),
    new Uint8Array(),
    new Uint8Array(),
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  ],
])('RFC 5869, %s', async (_, secret, salt, info, expected) => {
  expect(hex(await hkdf(secret, salt, info, expected.length / 2))).toBe(expected);
});

const VECTORS = readFileSync('tests/fixtures/sync/wycheproof-aes-gcm.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

test("Wycheproof's 66 vectors of AES-256-GCM: what is valid opens, all else is refused", async () => {
  expect(VECTORS).toHaveLength(66);
  for (const [id, result, key = '', iv = '', aad = '', message = '', locked = ''] of VECTORS) {
    const opened = await unlock(await importBoxKey(ofHex(key)), ofHex(iv), ofHex(locked), ofHex(aad)).then(
      (bytes) => hex(bytes),
      () => null,
    );
    expect(opened, id).toBe(result === 'valid' ? message : null);
  }
});

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a box opens under its name and key, is new each time, and not with one bit changed', async () => {
  await fc.assert(
    fc.asyncProperty(keys, fc.string({ unit: 'grapheme' }), fc.nat(), async (secret, text, at) => {
      const { box } = await deriveKeys(secret, 'mlops');
      const sealed = await seal(box, 'name', text);
      expect(await openBox(box, 'name', sealed)).toEqual({ text });
      expect(hex(await seal(box, 'name', text))).not.toBe(hex(sealed));
      expect(await openBox(box, 'other', sealed)).toEqual({ flaw: 'unreadable' });
      const bit = at % (sealed.length * 8);
      sealed[bit >> 3] = (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await openBox(box, 'name', sealed)).toHaveProperty('flaw');
    }),
    { numRuns: 60 },
  );
});

test('a course and a key have a folder of their own', async () => {
  const key = new Uint8Array(32);
  const { folder } = await deriveKeys(key, 'mlops');
  expect(folder).toMatch(/^[0-9a-f]{32}$/);
  expect((await deriveKeys(key, 'mlops')).folder).toBe(folder);
  expect((await deriveKeys(key, 'other')).folder).not.toBe(folder);
  expect((await deriveKeys(new Uint8Array(32).fill(1), 'mlops')).folder).not.toBe(folder);
});

test('the key in a link and on paper is the key, however it is typed', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const link = keyLink('https://example.org/progress/', key);
      expect(keyOfHash(new URL(link).hash)).toEqual(key);
      expect(typedKey(` ${link} `)).toEqual(key);
      const groups = groupsOf(key);
      expect(groups).toHaveLength(13);
      expect(groups.join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{52}$/);
      expect(typedKey(groups.join(' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(key);
      expect(typedKey(groups.join('-'))).toEqual(key);
    }),
  );
});

test('what is no key is told from one: cut links, slips, letters left out', () => {
  expect(keyOfHash('')).toBeNull();
  expect(keyOfHash('#record')).toBeNull();
  for (const hash of ['#sync=', '#sync=abc', `#sync=${'a'.repeat(44)}`, `#sync=${'a'.repeat(42)}=`])
    expect(keyOfHash(hash), hash).toBe('damaged');
  const typed = groupsOf(Uint8Array.from({ length: 32 }, (_, at) => at * 5)).join('');
  let told = 0;
  for (let at = 0; at < typed.length; at += 1)
    told += Number(
      typedKey(`${typed.slice(0, at)}${typed[at] === '7' ? '8' : '7'}${typed.slice(at + 1)}`) === null,
    );
  // Four bits tell most slips; the others lead to a folder without files.
  expect(told).toBeGreaterThan(45);
  expect(typedKey(typed.slice(1))).toBeNull();
  expect(typedKey(`${typed.slice(1)}U`)).toBeNull();
});
