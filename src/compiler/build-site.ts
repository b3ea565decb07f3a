/** One build to a folder of static files: bundles, then every page prerendered, then what crawlers read. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest, ViteBuilder } from 'vite';
import { toHref } from '../core/content/paths.ts';
import type { PageData } from '../core/model/course.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { studyIndexOf } from '../core/study/study-index.ts';
import { renderDocument } from './document.ts';
import { buildCourseFont } from './font.ts';
import { cacheDir, type SiteOptions } from './options.ts';
import { formatAnnotations, formatDigest, isPublishable } from './report.ts';
import type { Workspace } from './workspace.ts';

interface ServerEntry {
  render(page: PageData | null, base: string): string;
  readingCss: string;
}

export async function buildSite(
  builder: ViteBuilder,
  workspace: Workspace,
  options: SiteOptions,
): Promise<void> {
  const { client, ssr } = builder.environments;
  if (!client || !ssr) throw new Error('client and ssr environments are needed');
  await workspace.load();
  const { course, diagnostics } = workspace.compiled;
  tellDiagnostics(workspace, diagnostics);
  if (!isPublishable(diagnostics, options.strict))
    throw new Error('노트에 고칠 곳이 있어 만들지 않았습니다.');

  await builder.build(client);
  await builder.build(ssr);
  const out = path.resolve(client.config.root, client.config.build.outDir);
  const entry = path.resolve(ssr.config.root, ssr.config.build.outDir, 'entry-server.js');
  const server = (await import(`${pathToFileURL(entry).href}?t=${Date.now()}`)) as ServerEntry;

  const { base, origin } = options;
  const put = writer(out);
  const paths = [...course.pages.keys()];
  const characters = new Set<string>();
  for (const pagePath of paths) {
    const json = JSON.stringify(workspace.page(pagePath));
    for (const character of json) characters.add(character);
    put(`data/${pagePath.slice(1, -1) || 'index'}.json`, json);
  }
  put('data/tree.json', JSON.stringify(course.tree));
  put('data/study.json', JSON.stringify(studyIndexOf(course.pages.values())));
  for (const character of await interfaceText(path.join(out, 'assets'))) characters.add(character);

  const font = await buildCourseFont([...characters].sort().join(''), { cacheDir: cacheDir() });
  put(`assets/${font.file.name}`, font.file.data);

  const parts = {
    template: await readFile(path.join(out, 'index.html'), 'utf8'),
    base,
    origin,
    style: font.css(base) + server.readingCss,
    headTags: await preloads(out, base),
    font: `${base}assets/${font.file.name}`,
    policy: true,
  };
  for (const pagePath of paths) {
    const page = workspace.page(pagePath);
    put(`${pagePath}index.html`, renderDocument(parts, page, server.render(page, base)));
  }
  put('404.html', renderDocument(parts, null, server.render(null, base)));
  const readable = paths.filter((pagePath) => !isAboutRecord(workspace.page(pagePath)));
  put('sitemap.xml', sitemap(readable, origin, base));
  for (const file of course.assets) {
    const onDisk = workspace.assetOnDisk(file);
    if (onDisk !== null) await cp(onDisk, path.join(out, file));
  }
  await rm(path.join(out, '.vite'), { recursive: true, force: true });
  console.log(`${paths.length}쪽을 ${path.relative(process.cwd(), out)}에 만들었습니다.`);
}

function tellDiagnostics({ options, sources }: Workspace, diagnostics: readonly Diagnostic[]): void {
  const folder = path.relative(process.cwd(), options.dir).split(path.sep).join('/');
  const sourceOf = (file: string) => sources.get(file) ?? null;
  console.log(formatDigest(diagnostics, { folder, colour: Boolean(process.stdout.isTTY), sourceOf }));
  if (process.env.GITHUB_ACTIONS) console.log(formatAnnotations(diagnostics, folder));
}

/** Writes files, making their folders once. In turn and without waiting: thousands of small files take no idle time. */
function writer(out: string): (name: string, data: string | Uint8Array) => void {
  const made = new Set<string>();
  return (name, data) => {
    const file = path.join(out, name);
    const folder = path.dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, data);
  };
}

/** The text of the scripts, which hold the words of the interface. */
async function interfaceText(assets: string): Promise<string> {
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(path.join(assets, name), 'utf8')));
  return texts.join('');
}

/** Tags that fetch, at low priority, the scripts the entry imports after the first paint. */
async function preloads(out: string, base: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
  const wanted = new Set<string>();
  const want = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || wanted.has(chunk.file)) return;
    wanted.add(chunk.file);
    chunk.imports?.forEach(want);
  };
  manifest['index.html']?.dynamicImports?.forEach(want);
  return [...wanted]
    .map((file) => `<link rel="modulepreload" fetchpriority="low" href="${base}${file}">`)
    .join('\n');
}

/** Pages about the learner's record hold nothing to be found. */
const isAboutRecord = (page: PageData | null): boolean =>
  page !== null && ['practice', 'review', 'mistakes', 'progress'].includes(page.kind);

function sitemap(paths: readonly string[], origin: string, base: string): string {
  const urls = paths.map((pagePath) => `<url><loc>${origin}${toHref(base, pagePath)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}
