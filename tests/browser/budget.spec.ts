/** What a first visit costs, in bytes of the built course. Nothing here is timed. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { SITES } from '../support/sites.mjs';

const out = SITES.find(({ name }) => name === 'course')?.outDir ?? '';
const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort();

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

interface Script {
  tag: string;
  text: string;
}

const scriptsOf = (html: string): Script[] =>
  [...html.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)].map(([, tag = '', text = '']) => ({
    tag,
    text,
  }));

const linksOf = (html: string, rel: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)].flatMap(([tag]) =>
    attribute(tag, 'rel') === rel ? [attribute(tag, 'href') ?? ''] : [],
  );

const stylesOf = (html: string): string[] =>
  [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);

/** Scripts and what they import at once, and so on. */
function withImports(files: readonly string[]): Map<string, string> {
  const loaded = new Map<string, string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    const text = read(file);
    loaded.set(file, text);
    for (const [, name = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) {
      load(path.posix.join(path.posix.dirname(file), name));
    }
  };
  for (const file of files) load(file);
  return loaded;
}

/** Every script that a first visit loads: the entry, what is preloaded, and what those import at once. */
function firstLoad(html: string): Map<string, string> {
  const entries = scriptsOf(html).flatMap(({ tag }) => attribute(tag, 'src') ?? []);
  return withImports([...entries, ...linksOf(html, 'modulepreload')].map((address) => address.slice(1)));
}

test('the scripts of a first visit are at most 110 kB (gzip)', () => {
  for (const page of pages) {
    const scripts = [...firstLoad(read(page))].map(([file, text]) => `${gzipped(text)} ${file}`);
    const total = scripts.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
    expect(total, `${page}: ${total} bytes\n${scripts.join('\n')}`).toBeLessThanOrEqual(110_000);
    expect(scripts.length, `${page} loads no script`).toBeGreaterThan(0);
  }
});

test('what the entry brings at once is preloaded, so that nothing of a first visit goes uncounted', () => {
  for (const page of pages) {
    const html = read(page);
    const loaded = firstLoad(html);
    const entries = scriptsOf(html).flatMap(({ tag }) => attribute(tag, 'src') ?? []);
    for (const entry of entries) {
      const text = read(entry.slice(1));
      const imports = [...text.matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
        ([, name = '']) => name,
      );
      expect(imports.length, `${entry} imports nothing`).toBeGreaterThan(0);
      for (const name of imports) expect([...loaded.keys()], page).toContain(`assets/${name}`);
    }
  }
});

test('scripts, styles and fonts are at most 30 files, since a page fetches one after another', () => {
  const files = readdirSync(path.join(out, 'assets')).filter((name) => !/\.(?:br|gz)$/.test(name));
  expect(files.length, files.join(' ')).toBeLessThanOrEqual(30);
});

test('before the first paint at most 2 kB of script are read', () => {
  for (const page of pages) {
    const [entry] = scriptsOf(read(page)).flatMap(({ tag }) => attribute(tag, 'src') ?? []);
    const files = [...withImports([entry?.slice(1) ?? ''])];
    const total = files.reduce((sum, [, text]) => sum + gzipped(text), 0);
    expect(total, `${page}: ${files.map(([file]) => file).join(' ')}`).toBeLessThanOrEqual(2_000);
  }
});

test('scripts are asked for after the text, so that they take nothing from the first paint', () => {
  for (const page of pages) {
    const html = read(page);
    const end = html.lastIndexOf('</main>');
    expect(end, page).toBeGreaterThan(0);
    expect(html.slice(0, end), page).not.toMatch(/<script\b[^>]*\ssrc=|rel="modulepreload"/);
    expect(html.slice(end), page).toMatch(/rel="modulepreload"[\s\S]*<script type="module"[^>]*\ssrc=/);
  }
});

test('neither the parser nor the highlighter reaches a reader', () => {
  const scripts = readdirSync(path.join(out, 'assets')).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts) {
    // Names of markdown-it's rules and of Shiki's: they survive minification.
    expect(read(`assets/${name}`), name).not.toMatch(/html_block|heading_open|codeToHast|beginCaptures/);
  }
});

test('without SYNC_URL nothing of sharing a record is in any file, and pages connect to the site only', () => {
  const files = readdirSync(path.join(out, 'assets')).filter((name) => /\.(?:js|css)$/.test(name));
  const isOfSync = /study-sync|AES-GCM|PROPFIND|기기와 맞추기|sync-qr/;
  expect(files.filter((name) => name.startsWith('sync') || isOfSync.test(read(`assets/${name}`)))).toEqual(
    [],
  );
  for (const page of pages)
    expect(read(page), page).toMatch(/connect-src &#39;self&#39;;|connect-src 'self';/);
});

test('of the router only what the app uses reaches a reader', () => {
  const scripts = readdirSync(path.join(out, 'assets')).filter((name) => name.endsWith('.js'));
  const text = scripts.map((name) => read(`assets/${name}`)).join('');
  expect(text, 'the router itself').toContain('A history only accepts one active listener');
  // Words of its scroll restoration, its framework mode and its links, which the app does without.
  expect(text).not.toMatch(/react-router-scroll-positions|__reactRouterManifest/);
});

test('the style of a page, inline and linked, is at most 15 kB (gzip)', () => {
  for (const page of pages) {
    const html = read(page);
    const linked = linksOf(html, 'stylesheet').map((address) => read(address.slice(1)));
    const total = [...stylesOf(html), ...linked].reduce((sum, text) => sum + gzipped(text), 0);
    expect(total, page).toBeGreaterThan(0);
    expect(total, page).toBeLessThanOrEqual(15_000);
  }
});

test('what is inline and runs or styles is allowed by its hash, and nothing else is inline', () => {
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  for (const page of pages) {
    const html = read(page);
    const tag = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(html)?.[0] ?? '';
    const policy = (attribute(tag, 'content') ?? '').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    const directive = (name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '';
    expect(policy, page).not.toContain('unsafe');
    const inline = scriptsOf(html).filter(({ tag: script }) => attribute(script, 'src') === undefined);
    const running = inline.filter(({ tag: script }) => attribute(script, 'type') !== 'application/ld+json');
    expect(running.length, `${page}: executable inline scripts`).toBe(1);
    for (const { text } of running) expect(directive('script-src'), page).toContain(hashOf(text));
    for (const text of stylesOf(html)) expect(directive('style-src'), page).toContain(hashOf(text));
    const markup = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
    expect(/<[^>]+\s(?:style|on\w+)=/.exec(markup)?.[0], page).toBeUndefined();
  }
});

test('the search index of the course is at most 60 kB (gzip)', () => {
  const size = gzipped(read('course/search.json'));
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(60_000);
});
