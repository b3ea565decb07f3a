/** `course.yaml`: what it may say, and that every wrong name and value is told at its line with what to write. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accentTokens,
  colourOfHue,
  contrast,
  dayContrast,
  LEAST_CONTRAST,
  linearRgb,
  type Oklch,
  readableColour,
  readHex,
  toHex,
} from '../../../src/core/course/accent.ts';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { NO_SETTINGS, readSettings } from '../../../src/core/course/settings.ts';

const FILES = new Set(['logo.svg', 'images/logo.png', 'page.html']);
const read = (text: string) =>
  readSettings({ file: 'course.yaml', text, encoding: null }, (file) => FILES.has(file));
const told = (text: string) =>
  read(text).diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);

test('everything it may say', () => {
  const { value, diagnostics } = read(`# 이 강의의 것
title: "한국사: 입문"
language: en-us
color: "#1d5fa8"
logo: ./images/logo.png
license: © 김강사, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).
repository: https://github.com/me/notes/tree/main/content
base: https://me.github.io/notes
`);
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    title: '한국사: 입문',
    language: 'en-US',
    color: readHex('#1d5fa8'),
    logo: 'images/logo.png',
    license: [
      { text: '© 김강사, ' },
      { text: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
      { text: '.' },
    ],
    repository: 'https://github.com/me/notes/tree/main/content',
    base: { base: '/notes/', origin: 'https://me.github.io' },
  });
});

test.each(['', '\n', '# 아무것도 없다\n', '---\n', '{}\n'])('nothing at all is nothing wrong: %j', (text) => {
  expect(read(text)).toEqual({ value: NO_SETTINGS, diagnostics: [] });
});

test.each([
  ['color: #1d5fa8', readHex('#1d5fa8')],
  ['color: 1d5fa8', readHex('#1d5fa8')],
  ['color: 102030', readHex('#102030')],
  ['color: 1e5000', readHex('#1e5000')],
  ["colour: '#15a'", readHex('#1155aa')],
  ['color: 250', colourOfHue(250)],
  ['color: 12.5', colourOfHue(12.5)],
])('a colour as people write it: %s', (text, color) => {
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(value.color).toEqual(color);
});

test.each([
  ['base: /', { base: '/', origin: null }],
  ['base: //notes//', { base: '/notes/', origin: null }],
  ['base: /a/b', { base: '/a/b/', origin: null }],
  ['base: http://localhost:8080', { base: '/', origin: 'http://localhost:8080' }],
])('%s', (text, base) => expect(read(text).value.base).toEqual(base));

describe('what is wrong is told at its line, and the rest is read', () => {
  test.each([
    ['colr: 250', 'setting-unknown', '`color`로 쓰세요'],
    ['Title: 가', 'setting-unknown', '`title`로 쓰세요'],
    ['licens: 가', 'setting-unknown', '`license`로 쓰세요'],
    [
      'theme: dark',
      'setting-unknown',
      '쓸 수 있는 이름: `title`, `language`, `color`, `logo`, `license`, `repository`, `base`',
    ],
    ['제목: 가', 'setting-unknown', '쓸 수 있는 이름'],
    ['title:', 'setting-value', '`title: 한국사 입문`'],
    ['title: [가, 나]', 'setting-value', '`title: 한국사 입문`'],
    ['language: korean', 'setting-value', '`language: ko`'],
    ['language: kr', 'setting-value', '`language: ko`'],
    ['color: blue', 'setting-value', '`color: "#1d5fa8"`'],
    ['color: 400', 'setting-value', '`color: 250`'],
    ['color: "#12345"', 'setting-value', '`color: "#1d5fa8"`'],
    ['logo: none.png', 'setting-value', '`logo: images/logo.svg`'],
    ['logo: page.html', 'setting-value', '`logo: images/logo.svg`'],
    ['logo: ../logo.svg', 'setting-value', '`logo: images/logo.svg`'],
    ['logo: https://a.org/logo.svg', 'setting-value', '`logo: images/logo.svg`'],
    ['license: "# 가"', 'setting-value', '`license: "[CC BY 4.0]'],
    ['repository: https://example.org/notes', 'setting-value', '`repository: https://github.com/me/notes'],
    ['base: notes', 'setting-value', '`base: /notes/`'],
    ['base: "/a b/"', 'setting-value', '`base: /notes/`'],
    ['license: 가\nlicence: 나', 'setting-value', '하나만 남기세요'],
    ['color: "#ffd400"', 'setting-contrast', /대비 1\.\d.*`"#[0-9a-f]{6}"`/],
  ] as const)('%s', (text, code, words) => {
    const lead = 'title: 먼저\n\n  # 설명\n'.replace(
      'title: 먼저',
      text.startsWith('title') ? '' : 'title: 먼저',
    );
    const all = told(`${lead}${text}\n`);
    expect(all).toHaveLength(1);
    const line = 3 + text.split('\n').length;
    expect(all[0]).toMatch(new RegExp(`^${line}:1 ${code} `));
    expect(all[0]).toMatch(words);
    if (!text.startsWith('title')) expect(read(`${lead}${text}\n`).value.title).toBe('먼저');
  });

  test.each([
    ['title: 한국사\nlicense: [CC BY](https://a.org)\n', 2],
    ['title: "한국사\n', 1],
    ['- title\n', 1],
    ['title 한국사\n', 1],
    ['a: b: c\n', 1],
    ['\ttitle: 가\n', 1],
  ])('%j cannot be read at all', (text, line) => {
    const { diagnostics, value } = read(text);
    expect(diagnostics).toMatchObject([{ code: 'settings-unreadable', severity: 'error' }]);
    expect(diagnostics[0]?.line).toBeGreaterThanOrEqual(line);
    expect(value).toEqual(NO_SETTINGS);
  });

  test('another encoding', () => {
    const { diagnostics } = readSettings(
      { file: 'course.yml', text: 'title: 가', encoding: 'CP949' },
      () => true,
    );
    expect(diagnostics).toMatchObject([{ file: 'course.yml', line: 1, code: 'file-encoding' }]);
  });

  test('any text is read', () => {
    const line = fc.tuple(
      fc.constantFrom('title', 'color', 'base', 'logo', 'x', ''),
      fc.constantFrom(': ', ':', ' '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = lines.map((parts) => parts.join('')).join('\n');
        for (const each of read(text).diagnostics) {
          expect(each.line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
          expect(each.line).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('the accent', () => {
  const css = readFileSync('src/ui/styles/tokens.css', 'utf8');
  const tokenOf = (name: string, theme: 'day' | 'night'): Oklch => {
    const found = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(css);
    const [l = 0, c = 0, h = 0] = (found?.[theme === 'day' ? 1 : 2] ?? '').split(' ').map(Number);
    return [l, c, h];
  };
  const parsed = (text = ''): Oklch => {
    const [l = 0, c = 0, h = 0] = (/oklch\((.*)\)/.exec(text)?.[1] ?? '').split(' ').map(Number);
    return [l, c, h];
  };
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  test('of the app’s own hue it is the app’s own', () => {
    const tokens = accentTokens(colourOfHue(163));
    for (const name of ['accent', 'accent-tint', 'film-a', 'film-b'])
      for (const theme of ['day', 'night'] as const) {
        const [made, own] = [parsed(tokens[name]?.[theme]), tokenOf(name, theme)];
        // Its hue differs by some degrees from shade to shade.
        for (const part of [0, 1] as const)
          expect(made[part], `${name} by ${theme}`).toBeCloseTo(own[part], 2);
      }
  });

  test('any colour becomes one that can be read by day and by night, on paper, on its tint and under white', () => {
    fc.assert(
      fc.property(hex, (text) => {
        const tokens = accentTokens(readableColour(readHex(text) as Oklch));
        for (const theme of ['day', 'night'] as const) {
          const of = (name: string) => parsed(tokens[name]?.[theme]);
          for (const ground of [tokenOf('paper', theme), tokenOf('on-accent', theme), of('accent-tint')])
            expect(contrast(of('accent'), ground), `${text} by ${theme}`).toBeGreaterThan(
              LEAST_CONTRAST - 0.02,
            );
          expect(contrast(of('accent-hover'), tokenOf('on-accent', theme))).toBeGreaterThan(LEAST_CONTRAST);
          for (const ground of ['film-a', 'film-b', 'accent-tint'])
            expect(contrast(tokenOf('ink', theme), of(ground)), ground).toBeGreaterThan(7);
          for (const each of Object.keys(tokens))
            for (const part of linearRgb(of(each))) {
              expect(part).toBeGreaterThan(-0.01);
              expect(part).toBeLessThan(1.01);
            }
        }
      }),
    );
  });

  test('what can be read stays as it is; else the nearest that is told passes', () => {
    fc.assert(
      fc.property(hex, (text) => {
        const { value, diagnostics } = read(`color: "${text}"`);
        if (diagnostics.length === 0) {
          expect(value.color).toEqual(readHex(text));
          return;
        }
        const nearest = /`"(#[0-9a-f]{6})"`/.exec(diagnostics[0]?.message ?? '')?.[1] ?? '';
        expect(read(`color: "${nearest}"`).diagnostics, nearest).toEqual([]);
      }),
    );
    expect(dayContrast(readHex('#ffd400') as Oklch)).toBeLessThan(2);
    expect(toHex(readHex('#1d5fa8') as Oklch)).toMatch(/^#1[cd]5[ef]a[78]$/);
  });
});

test('a course takes what the file says, and its pages know', () => {
  const files = {
    'README.md': '# 읽을거리\n\n<!-- course: made -->\n\n- [글](note.md)\n',
    'note.md': '# 글\n\n글.\n',
  };
  const notes = new Map(Object.entries(files).map(([file, text]) => [file, readNote(text, { file })]));
  const of = (text: string | null) =>
    compileCourse(notes, {
      files: FILES,
      drafts: false,
      base: '/x/',
      imageSize: () => ({ width: 64, height: 32 }),
      settings: text === null ? null : { file: 'course.yaml', text, encoding: null },
    });
  const { course, diagnostics } = of(
    'title: 한국사\nlanguage: en\nlogo: logo.svg\nlicense: 모두에게\nrepository: https://github.com/me/notes\nbsae: /\n',
  );
  expect(course.title).toBe('한국사');
  expect(course.assets).toEqual(new Set(['logo.svg']));
  expect(course.pages.get('/')).toMatchObject({ titleText: '한국사', title: '한국사' });
  expect(course.pages.get('/note/')).toMatchObject({
    sourceHref: 'https://github.com/me/notes/blob/HEAD/content/note.md?plain=1#L',
    course: {
      title: '한국사',
      language: 'en',
      logo: { href: '/x/note-files/logo.svg', width: 64, height: 32 },
      license: [{ text: '모두에게' }],
      newIssue: { href: 'https://github.com/me/notes/issues/new' },
    },
  });
  expect(diagnostics).toMatchObject([{ file: 'course.yaml', line: 6, code: 'setting-unknown' }]);
  const plain = of(null).course;
  expect(plain.title).toBe('읽을거리');
  expect(Object.keys(plain.pages.get('/note/')?.course ?? {})).toEqual(['id', 'title', 'areas']);
  // Korean is what the app speaks: nothing has to say so.
  expect(of('language: ko').course.pages.get('/')?.course.language).toBeUndefined();
});
