/** The layers and the promises of every file: who may import whom, a pure core, nothing of one machine in the tree. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const sources = (readdirSync('src', { recursive: true }) as string[])
  .map((file) => path.posix.join('src', file.split(path.sep).join('/')))
  .filter((file) => /\.tsx?$/.test(file));

/** Files a source imports, as paths from the root; packages by their name. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, target = '']) =>
    target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
  );
}

const offenders = (folder: string, isForbidden: (target: string) => boolean) =>
  sources
    .filter((file) => file.startsWith(folder))
    .flatMap((file) =>
      importsOf(file)
        .filter(isForbidden)
        .map((target) => `${file} → ${target}`),
    );

describe('layers', () => {
  test('core knows nothing of Node, React, the stores or the page', () => {
    const isOutside = (target: string) =>
      /^(?:node:|react|zustand|idb|vite)/.test(target) || /^src\/(?:ui|store|compiler)\//.test(target);
    expect(offenders('src/core/', isOutside)).toEqual([]);
  });

  test('the parser and the compiler never reach a reader', () => {
    const isParser = (target: string) =>
      /^src\/(?:core\/content|compiler)\//.test(target) || target === 'markdown-it';
    expect(offenders('src/ui/', isParser)).toEqual([]);
    expect(offenders('src/store/', isParser)).toEqual([]);
  });

  test('only core/content uses markdown-it; stores know no components', () => {
    const users = sources.filter((file) => importsOf(file).includes('markdown-it'));
    expect(users.filter((file) => !file.startsWith('src/core/content/'))).toEqual([]);
    expect(offenders('src/store/', (target) => target.startsWith('src/ui/'))).toEqual([]);
  });

  test('core has no clock and no dice', () => {
    const asks = sources.filter(
      (file) =>
        file.startsWith('src/core/') &&
        /\bDate\b\s*[.(]|new Date\b|Math\.random|performance\.now/.test(code(file)),
    );
    expect(asks).toEqual([]);
  });
});

describe('pages', () => {
  test('one component inserts HTML, and none sets a style attribute', () => {
    const inserting = sources.filter((file) => /dangerouslySetInnerHTML=|\.innerHTML\s*=/.test(code(file)));
    expect(inserting).toEqual(['src/ui/topic/html.tsx']);
    expect(sources.filter((file) => /\sstyle=\{/.test(code(file)))).toEqual([]);
  });
});

describe('the tree', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');

  test('holds no registry address and no machine path in what installs it', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    expect(lock).not.toMatch(/"resolved":/);
    expect(lock).not.toMatch(/registry\./);
  });

  test('has ASCII names and no file that a build makes', () => {
    expect(tracked.filter((file) => /[^\x20-\x7e]/.test(file))).toEqual([]);
    expect(tracked.filter((file) => /^(?:dist|node_modules|test-results)\//.test(file))).toEqual([]);
  });
});

/** A source without its comments. */
const code = (file: string): string =>
  readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
