/** The layers and the promises of every file: who may import whom, a pure core, nothing of one machine in the tree. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const sources = (readdirSync('src', { recursive: true }) as string[])
  .map((file) => path.posix.join('src', file.split(path.sep).join('/')))
  .filter((file) => /\.tsx?$/.test(file));

interface Import {
  /** A path from the root, or the name of a package. */
  target: string;
  /** `lazy`: fetched when it is needed, `import('./dialog.tsx')`; `type`: leaves nothing behind when it runs. */
  kind: 'static' | 'lazy' | 'type';
}

/** What a source imports, in the order of the kinds. */
function readImports(file: string): Import[] {
  const text = code(file);
  const within = (target = '') =>
    target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
  const written = text.matchAll(/^(?:import|export)\s+(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm);
  const isOfTypes = (names = '') => /^type\s|^\{(?:\s*type\s[^,}]*,?)+\s*\}$/.test(names);
  const lazy = text.matchAll(/(?<!typeof )\bimport\(\s*'([^']+)'/g);
  return [
    ...[...written].map(
      ([, names, target]): Import => ({ target: within(target), kind: isOfTypes(names) ? 'type' : 'static' }),
    ),
    ...[...lazy].map(([, target]): Import => ({ target: within(target), kind: 'lazy' })),
  ];
}

/** A source without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

const imports = new Map(sources.map((file) => [file, readImports(file)]));
/** What a source needs when it runs. */
const importsOf = (file: string): string[] =>
  (imports.get(file) ?? []).filter(({ kind }) => kind !== 'type').map(({ target }) => target);

const offenders = (folder: string, isForbidden: (target: string) => boolean) =>
  sources
    .filter((file) => file.startsWith(folder))
    .flatMap((file) =>
      importsOf(file)
        .filter(isForbidden)
        .map((target) => `${file} → ${target}`),
    );

/** A way from one of the sources to a file that is forbidden; null where there is none. */
function wayTo(from: string[], isForbidden: (target: string) => boolean): string[] | null {
  const before = new Map<string, string | null>(from.map((file) => [file, null]));
  for (const [file] of before) {
    for (const target of importsOf(file)) if (!before.has(target)) before.set(target, file);
    if (!isForbidden(file)) continue;
    const way = [file];
    for (let at = before.get(file); at; at = before.get(at)) way.unshift(at);
    return way;
  }
  return null;
}

/**
 * Files that import each other, however long the way round (Tarjan's strongly connected components): when they load,
 * and in core also for their types.
 */
function circles(): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    lowest.set(file, own);
    open.push(file);
    const isPassedOver = (kind: Import['kind']) =>
      kind === 'lazy' || (kind === 'type' && !file.startsWith('src/core/'));
    for (const { target, kind } of imports.get(file) ?? []) {
      if (isPassedOver(kind) || !imports.has(target)) continue;
      const reached = order.has(target)
        ? open.includes(target)
          ? (order.get(target) ?? own)
          : own
        : visit(target);
      lowest.set(file, Math.min(lowest.get(file) ?? own, reached));
    }
    if (lowest.get(file) === own) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest.get(file) ?? own;
  };
  for (const file of sources) if (!order.has(file)) visit(file);
  return found;
}

/** Calls like `list.push(...others)` in a source, by line; what a function takes as `...rest` it may hand on. */
function spreadCalls(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found: string[] = [];
  const visit = (node: unknown, rests: ReadonlySet<unknown>): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each, rests);
      return;
    }
    const { type, params, arguments: given } = node as Record<string, unknown>;
    const own = Array.isArray(params) ? params.filter((each) => each?.type === 'RestElement') : [];
    const inside = own.length > 0 ? new Set([...rests, ...own.map((each) => each.argument.name)]) : rests;
    if (type === 'CallExpression' || type === 'NewExpression')
      for (const each of given as { type: string; start: number; argument?: { name?: string } }[])
        if (each.type === 'SpreadElement' && !inside.has(each.argument?.name))
          found.push(`${file}:${text.slice(0, each.start).split('\n').length}`);
    for (const each of Object.values(node)) visit(each, inside);
  };
  visit(parseSync(file, text).program, new Set());
  return found;
}

/** Classes that a sheet styles wherever they stand: `.tally {`, in a query too; neither `.home .tally {` nor `:is(.tally, .turn) {`. */
function classesOf(sheet: string): string[] {
  const text = readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found: string[] = [];
  const around: string[] = [];
  for (const [, head = '', end] of text.matchAll(/([^{};]*)([{};])/g)) {
    if (end === '}') around.pop();
    if (end !== '{') continue;
    const alone = head.replace(/\((?:[^()]|\([^()]*\))*\)/g, '()').split(',');
    if (around.every((each) => each.startsWith('@')))
      found.push(...alone.flatMap((each) => /^\s*\.([\w-]+)\s*$/.exec(each)?.[1] ?? []));
    around.push(head.trim());
  }
  return found;
}

describe('layers', () => {
  test('core knows nothing of Node, React, the stores or the page', () => {
    const isOutside = (target: string) =>
      /^(?:node:|react|zustand|idb|vite)/.test(target) || /^src\/(?:ui|store|compiler)\//.test(target);
    expect(offenders('src/core/', isOutside)).toEqual([]);
  });

  test('the parser and the compiler never reach a reader, not on any way round', () => {
    const isParser = (target: string) =>
      /^src\/(?:core\/content|compiler)\//.test(target) || target === 'markdown-it';
    const readers = sources.filter((file) => !/^src\/(?:core|compiler)\//.test(file));
    expect(readers.length).toBeGreaterThan(100);
    expect(wayTo(readers, isParser)).toBeNull();
  });

  test('no file imports itself, however long the way round', () => {
    expect(circles()).toEqual([]);
  });

  test('the shell fetches the features when they are needed and does not hold on to them', () => {
    const held = sources
      .filter((file) => file.startsWith('src/ui/shell/'))
      .flatMap((file) =>
        (imports.get(file) ?? [])
          .filter(
            ({ target, kind }) => kind === 'static' && /^src\/ui\/(?!shell\/)[^/]+\/.*\.tsx?$/.test(target),
          )
          .map(({ target }) => `${file} → ${target}`),
      );
    expect(held).toEqual([]);
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
  test('a list is never spread into the arguments of a call: a long one overflows the stack', () => {
    expect(sources.flatMap(spreadCalls)).toEqual([]);
  });

  test('a class is styled by one feature: the name given anew would bring the look of the other', () => {
    const sheets = (readdirSync('src/ui', { recursive: true }) as string[]).filter((file) =>
      file.endsWith('.css'),
    );
    const owners = new Map<string, Set<string>>();
    for (const sheet of sheets) {
      const [feature = ''] = sheet.split(path.sep);
      // What stands alike in several places.
      if (feature === 'styles') continue;
      for (const name of classesOf(path.join('src/ui', sheet)))
        owners.set(name, (owners.get(name) ?? new Set()).add(feature));
    }
    expect(owners.size).toBeGreaterThan(100);
    expect([...owners].filter(([, features]) => features.size > 1)).toEqual([]);
  });

  test('one component inserts HTML, two files start scripts, and none sets a style attribute', () => {
    const inserting = sources.filter((file) => /dangerouslySetInnerHTML=|\.innerHTML\s*=/.test(code(file)));
    expect(inserting).toEqual(['src/ui/topic/html.tsx']);
    const trusting = sources.filter((file) => /\btrusted(?:Html|Script)\(/.test(code(file)));
    expect(trusting).toEqual([
      'src/store/offline/service-worker.ts',
      'src/store/search/search.ts',
      'src/ui/topic/html.tsx',
    ]);
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
