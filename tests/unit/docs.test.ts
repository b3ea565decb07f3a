/** The documentation names files, types and tests; all of them are there. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe.each(DOCS)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('links to files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) =>
      path.posix.join(path.posix.dirname(file), target),
    );
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  test('names files and folders that are there', () => {
    const names = [...text.matchAll(/`((?:src|tests|docs|core|compiler|store|ui)\/[\w./-]+)`/g)].map(
      ([, name = '']) => (/^(?:core|compiler|store|ui)\//.test(name) ? `src/${name}` : name),
    );
    expect(names.filter((name) => !existsSync(name))).toEqual([]);
  });
});

test('the types of the glossary are declared', () => {
  const folder = (name: string) => readdirSync(name, { recursive: true, encoding: 'utf8' });
  const sources = folder('src')
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join('src', file), 'utf8'))
    .join('\n');
  const names = readFileSync('docs/glossary.md', 'utf8').matchAll(/`([A-Z]\w+)`/g);
  const isDeclared = (name: string) => new RegExp(`(?:interface|type|class) ${name}\\b`).test(sources);
  expect([...names].map(([, name = '']) => name).filter((name) => !isDeclared(name))).toEqual([]);
});

/** Where the tests of a promise are: `U content/links, course/link` is two files of `tests/unit/`. */
const FOLDERS: Record<string, string> = { U: 'unit', C: 'component', B: 'browser', K: 'course' };

test('every promise has a test that is there', () => {
  const [, table = ''] = readFileSync('docs/architecture.md', 'utf8').split('## Promises and their tests');
  const rows = table
    .split('\n## ', 1)[0]
    ?.split('\n')
    .flatMap((line) => /^\| (?!\*\*|Promise |-)(.+?) \| (.+) \|$/.exec(line)?.slice(2) ?? []);
  const names = rows?.flatMap((cell) =>
    cell
      .replace(/\([^)]*\)/g, '')
      .split(/ · |; /)
      .flatMap((part) => {
        const [, kind = '', list = ''] = /^\s*([UCBK]) (.+)$/.exec(part) ?? [];
        const folder = FOLDERS[kind];
        return folder === undefined
          ? []
          : list.split(/, ?/).map((name) => `tests/${folder}/${name.trim().replace(/\/\*$/, '')}`);
      }),
  );
  expect(names?.length).toBeGreaterThan(50);
  const isThere = (name: string) =>
    existsSync(name) ||
    readdirSync(path.dirname(name)).some((file) => file.startsWith(`${path.basename(name)}.`));
  expect([...new Set(names)].filter((name) => !isThere(name))).toEqual([]);
});
