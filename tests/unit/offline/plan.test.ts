/** What of a site is kept on a device, for any course, any device and whatever is there already. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteVersion } from '../../../src/core/model/site.ts';
import { addressOf, fileAt, revisionOf, withSlash } from '../../../src/core/offline/files.ts';
import { filesToStore, type Thrift, thriftOf } from '../../../src/core/offline/plan.ts';

const files = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `of ${name}`]));

const course: SiteVersion = {
  format: 1,
  id: 'v1',
  shell: files(
    '404.html',
    'offline.html',
    'index.html',
    'data/index.json',
    'assets/app-1.js',
    'course/tree.json',
  ),
  notes: files(
    'docker/index.html',
    'data/docker.json',
    'docker/compose/index.html',
    'data/docker/compose.json',
    'note-files/docker/picture.png',
    'dockers/index.html',
    'note-files/dockers/picture.png',
    'data/dockers.json',
    'conda/index.html',
    'data/conda.json',
  ),
  bytes: 3_000_000,
  isSmall: true,
};
const everyName = [...Object.keys(course.shell), ...Object.keys(course.notes)];
const nowhere = { area: null, loaded: [] };

const name = fc.oneof(
  fc.constantFrom(...everyName),
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('/')),
);
const thrift = fc.constantFrom<Thrift>('everything', 'area', 'visited');
const place = fc.record({
  area: fc.option(fc.constantFrom('/docker/', '/conda/', '/', '/none/'), { nil: null }),
  loaded: fc.array(name),
});

describe('files to keep', () => {
  test('are files of the version, each once, the stand-ins first', () => {
    fc.assert(
      fc.property(thrift, fc.array(name), place, (how, kept, where) => {
        const wanted = filesToStore(course, how, new Set(kept), where);
        expect(wanted.slice(0, 2)).toEqual(['offline.html', '404.html']);
        expect(new Set(wanted).size).toBe(wanted.length);
        for (const file of wanted) expect(everyName).toContain(file);
      }),
    );
  });

  test('are more where more is wanted, and never less than the page has loaded and the device had', () => {
    fc.assert(
      fc.property(fc.array(name), place, (kept, where) => {
        const wanted = (how: Thrift) => filesToStore(course, how, new Set(kept), where);
        const [visited, area, everything] = [wanted('visited'), wanted('area'), wanted('everything')];
        for (const file of visited) expect(area).toContain(file);
        for (const file of area) expect(everything).toContain(file);
        for (const file of where.loaded.filter((one) => everyName.includes(one)))
          expect(visited).toContain(file);
        const again = kept.filter((one) => everyName.includes(one) && !one.startsWith('assets/'));
        for (const file of again) expect(visited).toContain(file);
      }),
    );
  });

  test('of a large course are the shell and the area at hand, not one that begins alike', () => {
    const wanted = filesToStore(course, 'area', new Set(), { area: '/docker/', loaded: [] });
    expect(wanted).toEqual(expect.arrayContaining(Object.keys(course.shell)));
    expect(wanted).toEqual(
      expect.arrayContaining([
        'docker/index.html',
        'data/docker/compose.json',
        'note-files/docker/picture.png',
        'data/docker.json',
      ]),
    );
    expect(wanted.filter((file) => /dockers|conda/.test(file))).toEqual([]);
  });

  test('a small course is kept as a whole, unless data is to be saved or room is short', () => {
    expect(filesToStore(course, 'everything', new Set(), nowhere)).toHaveLength(everyName.length);
    expect(thriftOf(course, { savesData: false, freeBytes: null })).toBe('everything');
    expect(thriftOf({ ...course, isSmall: false }, { savesData: false, freeBytes: 1e9 })).toBe('area');
    expect(thriftOf(course, { savesData: true, freeBytes: 1e9 })).toBe('visited');
    // Three megabytes would fit, but nothing would be left for the record.
    expect(thriftOf(course, { savesData: false, freeBytes: 10_000_000 })).toBe('visited');
  });
});

describe('addresses and files', () => {
  test('the address of a file leads back to it, under any base, whatever its name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('/', '/notes/', '/한글/'),
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((part) => !part.includes('/')),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        fc.boolean(),
        (base, parts, isPage) => {
          const file = [...parts, ...(isPage ? ['index.html'] : [])].join('/').normalize('NFC');
          const url = new URL(encodeURI(base) + addressOf(file), 'http://site.invalid');
          // What an address cannot say: folders that are dots.
          fc.pre(!parts.some((part) => /^(?:\.|%2e){1,2}$/i.test(part)) && !/[\\\t\n\r]/.test(file));
          expect(fileAt(url.pathname, base)).toBe(file);
        },
      ),
    );
  });

  test('a page is named by its folder', () => {
    expect(fileAt('/notes/', '/notes/')).toBe('index.html');
    expect(fileAt('/notes/docker/', '/notes/')).toBe('docker/index.html');
    expect(fileAt('/notes/docker', '/notes/')).toBe('docker');
    expect(fileAt('/other/docker/', '/notes/')).toBeNull();
    expect(fileAt('/notes/%E0%A4%A', '/notes/')).toBeNull();
    expect(addressOf('docker/index.html')).toBe('docker/');
    expect(addressOf('index.html')).toBe('');
  });

  test('a folder without its slash is found, and nothing else', () => {
    expect(withSlash(course, 'docker/compose')).toBe('docker/compose/');
    expect(withSlash(course, 'docker/nothing')).toBeNull();
    expect(withSlash(course, 'docker/index.html')).toBeNull();
  });

  test('names that objects have by themselves are no files', () => {
    for (const file of ['constructor', '__proto__', 'toString']) expect(revisionOf(course, file)).toBeNull();
  });
});
