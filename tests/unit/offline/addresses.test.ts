/** Addresses as hosts take them: every spelling of a page leads to the page, and none leads elsewhere. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePath } from '../../../src/core/model/site.ts';
import { cleanAddress, fileAt } from '../../../src/core/offline/files.ts';

const BASES = ['/', '/notes/', '/a/b/', '/강의/', '/%EA%B0%95%EC%9D%98/', '/50% off/'];
const encoded = (base: string) => encodePath(base.includes('%E') ? decodeURIComponent(base) : base);

const address = (pathname: string, search = '', hash = '') => ({ pathname, search, hash });
const HOST = 'https://course.example';

describe('a page', () => {
  test.each([
    ['/docker/compose/index.html', '/docker/compose/'],
    ['/index.html', '/'],
    ['/docker/compose', '/docker/compose/'],
    ['//docker///compose//', '/docker/compose/'],
    ['/docker%2Fcompose%2findex.html', '/docker/compose/'],
    ['/%64ocker/c%6Fmpose/', '/docker/compose/'],
    ['/docker/./x/../compose/.', '/docker/compose/'],
    [`/${'도커'.normalize('NFD')}/`, encodePath('/도커/')],
    [encodePath('/도커/').toLowerCase(), encodePath('/도커/')],
    [encodePath(`/${'도커'.normalize('NFD')}/`), encodePath('/도커/')],
    ['/50%%20+%20more/', '/50%25%20+%20more/'],
    ['/a&b%26c/', '/a&b&c/'],
    ['/why%3f/', '/why%3F/'],
    ['//x', '/x/'],
    ['//evil.com', '/evil.com/'],
    ['/', '/'],
  ])('%s is %s', (pathname, clean) => {
    expect(cleanAddress(address(pathname), '/')).toBe(clean);
  });

  test.each(['/notes', '/notes/', '//notes//', '/notes/index.html', '/%6eotes/'])(
    '%s is the course',
    (pathname) => {
      expect(cleanAddress(address(pathname, '?q=1'), '/notes/')).toBe('/notes/?q=1');
    },
  );

  test.each(['/', '/note/', '/notesx/', '/other/notes/', '/notes/../x/'])(
    '%s is not of the course',
    (pathname) => {
      expect(cleanAddress(address(pathname), '/notes/')).toBeNull();
    },
  );

  test('keeps its query, and its hash in the letters of the page', () => {
    const nfd = `#${encodeURIComponent('정의'.normalize('NFD'))}`;
    expect(cleanAddress(address('/x/index.html', '?a=%zz&b=1', nfd), '/')).toBe(
      `/x/?a=%zz&b=1#${encodeURIComponent('정의')}`,
    );
    for (const hash of ['#q:one', '#정의', '#%EC%A0%95', '#%zz', ''])
      expect(cleanAddress(address('/x/', '', hash), '/')).toBe(`/x/${hash}`);
  });

  test('is the one that the document says where the host does not tell letters apart, or drops `.html`', () => {
    expect(cleanAddress(address('/Docker/COMPOSE'), '/', '/docker/compose/')).toBe('/docker/compose/');
    expect(cleanAddress(address('/Notes/Docker/'), '/notes/', '/docker/')).toBe('/notes/docker/');
    expect(cleanAddress(address('/docker/index'), '/', '/docker/')).toBe('/docker/');
    expect(cleanAddress(address('/index'), '/', '/')).toBe('/');
    expect(cleanAddress(address('/docker/index.html/'), '/', '/docker/')).toBe('/docker/');
    expect(cleanAddress(address('/docker/index.html/'), '/')).toBe('/docker/index.html/');
    // A host that answers every address with the first page does not make it that page.
    expect(cleanAddress(address('/nowhere/'), '/', '/')).toBe('/nowhere/');
    expect(cleanAddress(address('/index/'), '/', '/index/')).toBe('/index/');
  });

  test('bytes that are no letters are no address', () => {
    expect(cleanAddress(address('/%ff%fe/'), '/')).toBeNull();
    expect(fileAt('/%ff%fe/', '/')).toBeNull();
  });
});

const segment = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom(...'aZ09 -_.+&,;=@!$()\'*%#?"<>|~^`{}[]도커한글é'),
      minLength: 1,
      maxLength: 8,
    }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  )
  .map((text) => text.normalize('NFC').replaceAll(/[/\\\0\p{Cs}]/gu, ''))
  .filter((text) => text !== '' && text !== '.' && text !== '..' && text !== 'index.html')
  // As a browser reads an address back.
  .filter(
    (text) =>
      decodeURIComponent(new URL(encodePath(`/${text}/`), HOST).pathname).normalize('NFC') === `/${text}/`,
  );
const pagePath = fc
  .array(segment, { maxLength: 4 })
  .map((names) => `/${names.map((name) => `${name}/`).join('')}`);

/** A spelling of an address that hosts answer alike. */
const spelling = (path: string) =>
  fc
    .record({
      isNfd: fc.boolean(),
      letters: fc.infiniteStream(fc.nat(5)),
      ending: fc.constantFrom('', 'index.html', '/', './', '/x/../'),
      hasSlash: fc.boolean(),
    })
    .map(({ isNfd, letters, ending, hasSlash }) => {
      const spelled = [...(isNfd ? path.normalize('NFD') : path)].map((letter) => {
        const how = letters.next().value;
        if (letter === '/') return ['/', '//', '/./', '%2F', '%2f', '/'][how] ?? '/';
        const bytes = [...new TextEncoder().encode(letter)].map(
          (byte) => `%${byte.toString(16).padStart(2, '0')}`,
        );
        if (how === 0) return bytes.join('').toUpperCase();
        if (how === 1) return bytes.join('');
        return encodePath(letter);
      });
      const whole = spelled.join('') + ending;
      // A page without its last slash, but never the host's own name.
      const cut =
        hasSlash || ending !== '' || path === '/' ? whole : whole.replace(/(?:\/|\/\.\/|%2f|\/\/)$/i, '');
      return new URL(cut.replace(/^(?:\/|%2f)+/i, '/'), HOST).pathname;
    });

test('every spelling of every page under every base is that page, once and for all', () => {
  const cases = fc
    .tuple(fc.constantFrom(...BASES), pagePath)
    .chain(([base, path]) =>
      fc.tuple(fc.constant(base), fc.constant(path), spelling(encodedPath(base, path))),
    );
  fc.assert(
    fc.property(cases, ([base, path, pathname]) => {
      const clean = cleanAddress(address(pathname, '?q', '#h'), base);
      expect(clean).toBe(`${encoded(base)}${encodePath(path.slice(1))}?q#h`);
      const again = new URL(clean ?? '', HOST);
      expect(again.pathname + again.search + again.hash).toBe(clean);
      expect(cleanAddress(again, base)).toBe(clean);
    }),
    { numRuns: 1000 },
  );
});

const encodedPath = (base: string, path: string) =>
  (base.includes('%E') ? decodeURIComponent(base) : base) + path.slice(1);

test('whatever is asked for, the clean address stays on the site and below its base', () => {
  const anything = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'/\\.%2fFeE5cC:@a#?-'), maxLength: 24 }),
    fc.string({ unit: 'binary', maxLength: 24 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...BASES), anything, fc.option(pagePath), (base, text, own) => {
      const { pathname } = new URL(`${HOST}/${text.replaceAll(/[#?]/g, '')}`);
      const clean = cleanAddress(address(pathname), base, own);
      if (clean === null) return;
      const url = new URL(clean, HOST);
      expect(url.origin).toBe(HOST);
      expect(url.pathname).toBe(clean);
      expect(clean.startsWith(encoded(base))).toBe(true);
      expect(clean).not.toContain('//');
      expect(clean.endsWith('/')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
