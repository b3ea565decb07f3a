/**
 * The built styles and scripts use nothing that the oldest supported browsers lack, by MDN's data, but for what is listed here:
 * where that is missing, the page still reads, or the code asks for it first.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data';
import { expect, test } from '@playwright/test';
import postcss, { type ChildNode } from 'postcss';
import { parseAst } from 'vite';
import { OLDEST } from '../../src/compiler/build/bundling.ts';
import { site } from '../support/pages.ts';

/** What may be used all the same, and what becomes of the page without it. */
const BELOW_THE_FLOOR: Record<string, string> = {
  '.canShare()': 'asked for before it is called; without it 기록 보내기 is not shown',
  '.clearAppBadge()': 'asked for before it is called; without it the icon has no number',
  '.createHTML()': 'only where there are trusted types',
  '.createPolicy()': 'only where there are trusted types',
  '.createScriptURL()': 'only where there are trusted types',
  '.estimate()': 'asked for before it is called; without it room is not measured',
  '.hidePopover()':
    'asked for before it is called; without it settings.tsx closes the panel by its attribute',
  '.setAppBadge()': 'asked for before it is called; without it the icon has no number',
  '.setConsumer()': 'only where there is a launch queue',
  '.share()': 'only where the browser says that it can',
  '.skipTransition()': 'only the name in React, where no transition was asked for',
  '.startViewTransition()': 'only the name in React, where no transition was asked for',
  ':details-content': 'on paper the answers to mistakes stay folded unless they were opened',
  ':has':
    'no room below the page for the tab bar, no ring around the search field, a report beside its links',
  ':highlight': 'the sentence of a source is in view, without the marker',
  ':popover-open': 'settings.tsx opens the panel by an attribute, styled behind @supports',
  '@media (scripting)': 'the folded key below a question is there until the question comes to life',
  '@page': 'paper has the margins of the browser',
  'ClipboardItem()': 'asked for before it is made; without it the text is copied once it has come',
  'Error.captureStackTrace()': 'asked for by the libraries that use it',
  'Highlight()': 'made only where CSS.highlights is',
  'box-decoration-break': 'a mark over two lines is square at the break',
  'break-after: avoid': 'a heading may end a page of paper',
  'break-before: avoid': 'a heading may end a page of paper',
  'contain-intrinsic-size': 'cells of a large table are laid out at once',
  'content-visibility': 'what is far from the screen is laid out at once',
  'content-visibility: auto': 'what is far from the screen is laid out at once',
  'content-visibility: hidden': 'what is folded is laid out',
  'content-visibility: visible': 'nothing was hidden that way',
  'field-sizing': 'a blank is as wide as its rule says',
  'field-sizing: content': 'a blank is as wide as its rule says',
  'forced-color-adjust': 'only where colours are forced, which Safari does not do',
  'forced-color-adjust: none': 'only where colours are forced, which Safari does not do',
  'grid-template-columns: subgrid': 'read.css gives each part the columns of the page anew',
  'print-color-adjust': 'known by its prefix, which the build adds',
  'print-color-adjust: exact': 'known by its prefix, which the build adds',
  'scrollbar-gutter': 'the page moves when a dialog takes the scroll bar away',
  'scrollbar-gutter: stable': 'the page moves when a dialog takes the scroll bar away',
  'scrollbar-width': 'the scroll bar is as wide as the system makes it',
  'scrollbar-width: thin': 'the scroll bar is as wide as the system makes it',
  size: 'paper has the size of the printer',
  'text-size-adjust': 'only iPhones enlarge text by themselves, and know its prefix',
  'text-wrap': 'lines are broken where they are full',
  'text-wrap: balance': 'lines are broken where they are full',
  'text-wrap: pretty': 'lines are broken where they are full',
};

const bcd = JSON.parse(readFileSync('node_modules/@mdn/browser-compat-data/data.json', 'utf8')) as CompatData;

interface Tree {
  [name: string]: Tree;
}

const compatOf = (feature: Tree | undefined) => feature?.__compat as unknown as CompatStatement | undefined;

/** Whether all of the oldest browsers have a feature, without a flag or a prefix; what MDN does not know of, they have. */
function isThere(feature: Tree | undefined): boolean {
  const support = compatOf(feature)?.support;
  if (!support) return true;
  return Object.entries(OLDEST).every(([browser, oldest]) => {
    const statements = [support[browser as 'chrome'] ?? []].flat();
    const isBefore = (version: unknown) =>
      typeof version === 'string' && Number.parseFloat(version.replace('≤', '')) <= oldest;
    return statements.some(
      ({ version_added: added, version_removed: removed, flags, prefix }) =>
        !flags && !prefix && isBefore(added) && !isBefore(removed),
    );
  });
}

const css = bcd.css as unknown as Record<'properties' | 'selectors' | 'at-rules' | 'types', Tree>;

/** Every feature of `css.types` by its own name, such as `light-dark` and `color-mix`. */
const TYPES = new Map<string, Tree>();
const collect = (tree: Tree): void => {
  for (const [name, feature] of Object.entries(tree)) {
    if (name === '__compat') continue;
    if (!TYPES.has(name)) TYPES.set(name, feature);
    collect(feature);
  }
};
collect(css.types);

const UNITS = {
  viewport_percentage_units_dynamic: /\d[dsl]v(?:h|w|i|b|min|max)\b/,
  container_query_length_units: /\dcq/,
};

/** What a style uses, by name, with whether the oldest browsers have it. What stands in `@supports` has been asked for. */
function* stylesUsed(text: string): Generator<[name: string, isThere: boolean]> {
  const isAskedFor = (node: ChildNode): boolean => {
    const { parent } = node;
    if (!parent || parent.type === 'root' || parent.type === 'document') return false;
    return (
      (parent.type === 'atrule' && 'name' in parent && parent.name === 'supports') ||
      isAskedFor(parent as ChildNode)
    );
  };
  const found: [string, Tree | undefined][] = [];
  postcss.parse(text).walk((node) => {
    if (isAskedFor(node)) return;
    if (node.type === 'atrule') {
      found.push([`@${node.name}`, css['at-rules'][node.name]]);
      for (const [, name = ''] of node.name === 'media' ? node.params.matchAll(/\(([a-z-]+)/g) : [])
        found.push([`@media (${name})`, css['at-rules'].media?.[name]]);
    }
    if (node.type === 'rule') {
      for (const [, name = ''] of node.selector.matchAll(/::?([a-z-]+)/g))
        found.push([`:${name}`, css.selectors[name]]);
      if (node.selector.includes('&')) found.push(['nesting', css.selectors.nesting]);
    }
    if (node.type === 'decl') {
      const { prop, value } = node;
      found.push([prop, css.properties[prop]]);
      for (const [word] of value.matchAll(/(?<![\w-])[a-z][a-z-]*/g))
        found.push([`${prop}: ${word}`, css.properties[prop]?.[word]]);
      for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/g)) found.push([`${name}()`, TYPES.get(name)]);
      for (const [name, unit] of Object.entries(UNITS))
        if (unit.test(value)) found.push([name, TYPES.get(name)]);
    }
  });
  for (const [name, feature] of found) yield [name, isThere(feature)];
}

/** Features of the language and of the browser by the name of a member: `toSorted` has one, `at` several. */
const MEMBERS = new Map<string, Tree[]>();
const builtins = bcd.javascript.builtins as unknown as Tree;
const api = bcd.api as unknown as Tree;
for (const owner of [...Object.values(builtins), ...Object.values(api)]) {
  for (const [name, feature] of Object.entries(owner))
    if (compatOf(feature)) MEMBERS.set(name, [...(MEMBERS.get(name) ?? []), feature]);
}
/** Methods of our own and of libraries that are called like new ones of the browser. */
const OWN_METHODS = new Set('createContext entry fallback fetch linePos retry take use yield'.split(' '));
const PATTERNS: [name: string, pattern: RegExp, feature: Identifier | undefined][] = [
  ['look-behind', /\(\?<[=!]/, bcd.javascript.regular_expressions?.lookbehind_assertion],
];

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** What a script uses by member, by global and by regular expression, with whether the oldest browsers have it. */
function* scriptsUsed(text: string): Generator<[name: string, isThere: boolean]> {
  const waiting: unknown[] = [parseAst(text)];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (Array.isArray(node)) waiting.push(...node);
    if (!isNode(node)) continue;
    for (const [key, value] of Object.entries(node)) if (key !== 'type') waiting.push(value);
    if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      const { name, object, property } = node.callee as { name?: string; object?: Node; property?: Node };
      if (name) yield [`${name}()`, isThere(builtins[name] ?? api[name])];
      const [owner, member] = [String(object?.name), String(property?.name)];
      const own = builtins[owner]?.[member] ?? api[owner]?.[`${member}_static`];
      const features = own ? [own] : (MEMBERS.get(member) ?? []);
      if (features.length > 0 && !OWN_METHODS.has(member))
        yield [own ? `${owner}.${member}()` : `.${member}()`, features.some(isThere)];
    }
    if (node.type === 'Literal' && node.regex) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      for (const [name, sign, feature] of PATTERNS)
        if (sign.test(pattern)) yield [name, isThere(feature as unknown as Tree)];
      if (flags.includes('v')) yield ['RegExp v', isThere(builtins.RegExp?.unicodeSets)];
    }
  }
}

const missing = (used: Iterable<[string, boolean]>): string[] =>
  [...new Set([...used].flatMap(([name, isThereAlready]) => (isThereAlready ? [] : [name])))].sort();

test('what the oldest browsers lack is found', () => {
  const styles =
    'a:has(b) { grid-template-columns: subgrid; color: light-dark(red, blue) } @starting-style { a { top: 0 } } @supports (top: 0) { a:has(b) { top: 0 } } :popover-open { top: 0 }';
  expect(missing(stylesUsed(styles))).toEqual([
    ':has',
    ':popover-open',
    '@starting-style',
    'grid-template-columns: subgrid',
    'light-dark()',
  ]);
  const scripts =
    '[].toSorted(); new Set().union(a); Promise.withResolvers(); Array.fromAsync(a); Object.groupBy(a, b); /[a]/v; x.showPopover(); x.map(y); Promise.all(z); /(?<=a)b/';
  expect(missing(scriptsUsed(scripts))).toEqual([
    '.showPopover()',
    '.union()',
    'Array.fromAsync()',
    'Object.groupBy()',
    'Promise.withResolvers()',
    'RegExp v',
  ]);
});

test('styles and scripts use nothing else that the oldest browsers lack', () => {
  const { outDir } = site('course');
  const used: string[] = [];
  const assets = (folder: string) =>
    readdirSync(path.join(folder, 'assets')).map((name) => path.join(folder, 'assets', name));
  // What shares a record is only in sites that were built with a server for it.
  const ofSync = assets(site('under-base').outDir).filter((file) => path.basename(file).startsWith('sync'));
  expect(ofSync.length).toBeGreaterThan(1);
  for (const file of [...assets(outDir), ...ofSync]) {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.css')) used.push(...missing(stylesUsed(text)));
    if (file.endsWith('.js')) used.push(...missing(scriptsUsed(text)));
  }
  const html = readFileSync(path.join(outDir, 'index.html'), 'utf8');
  for (const [, style = ''] of html.matchAll(/<style>(.*?)<\/style>/gs))
    used.push(...missing(stylesUsed(style)));
  used.push(...missing(scriptsUsed(readFileSync(path.join(outDir, 'sw.js'), 'utf8'))));
  expect([...new Set(used)].sort()).toEqual(Object.keys(BELOW_THE_FLOOR).sort());
});

test('a browser that is older says what it cannot do, over a page that reads', async ({ page }) => {
  await page.addInitScript('delete Array.prototype.toSorted');
  await page.goto(site('course').url);
  const said = await page.evaluate(() => getComputedStyle(document.body, '::before').content);
  expect(said).toContain('브라우저가 오래되어');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
