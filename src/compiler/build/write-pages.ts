/** Writes the files of the site: data and HTML of every page, the sitemap, the font. */

import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Manifest } from 'vite';
import { toHref } from '../../core/content/source/paths.ts';
import type { Course, PageData } from '../../core/model/course.ts';
import { dataFile, isSitePage, PAGE_MARKDOWN, SITE_PAGES } from '../../core/model/site.ts';
import { MISSING_FILE, UNREACHABLE_FILE } from '../../core/offline/files.ts';
import { COURSE_FILES, MACHINE_FILES, markdownOf } from '../course-files.ts';
import { cacheDir } from '../folder.ts';
import { CharacterSet, type CourseFont, type FontFace, interfaceText, planCourseFont } from '../font/font.ts';
import type { FontTask } from '../font/font-worker.ts';
import type { SiteOptions } from '../options.ts';
import type { Workspace } from '../workspace.ts';
import { accentStyle, PAGE_STYLES, type PageStyles, styleFile } from './bundling.ts';
import { documentRenderer } from './document.ts';
import { WEB_MANIFEST, webManifest } from './web-manifest.ts';

/** Renders every page of the course into `out`, where the bundles already are, and cuts the font beside that. */
export async function writePages(
  out: string,
  serverDir: string,
  workspace: Workspace,
  options: SiteOptions,
): Promise<void> {
  const characters = await writeData(out, workspace, options.base);
  characters.add(await interfaceText(path.join(out, 'assets')));
  const font = await planCourseFont(characters.text());
  await Promise.all([
    ...font.faces.map((face) => writeFace(out, path.join(serverDir, 'font-worker.js'), face)),
    writeDocuments(out, serverDir, workspace, options, font),
  ]);
  writeMarkdown(out, workspace, options);
  write(out, 'sitemap.xml', sitemap(workspace.compiled.course, options.origin, options.base));
}

async function writeFace(out: string, workerFile: string, face: FontFace): Promise<void> {
  const task: FontTask = { face, cacheDir: cacheDir() };
  const [data] = await once(new Worker(workerFile, { workerData: task }), 'message');
  write(out, `assets/${face.name}`, data);
}

async function writeDocuments(
  out: string,
  serverDir: string,
  workspace: Workspace,
  { base, origin, sync }: SiteOptions,
  font: CourseFont,
): Promise<void> {
  const server = (await import(pathToFileURL(path.join(serverDir, 'entry-server.js')).href)) as ServerEntry;
  const bundled = await readFile(path.join(out, 'index.html'), 'utf8');
  const entry = /<script type="module"[^>]*><\/script>\n?/.exec(bundled)?.[0] ?? '';
  const course = workspace.compiled.course.pages.get('/')?.course ?? null;
  const render = documentRenderer({
    template: bundled.replace(entry, ''),
    base,
    origin,
    course,
    style: font.css(base) + server.readingCss + accentStyle(workspace.compiled.course.settings),
    // At the end: what is requested earlier shares the connection with the page and delays its first paint.
    endTags: (await preloads(out, base)) + entry,
    fonts: font.faces.map(({ name }) => `${base}assets/${name}`),
    syncOrigin: sync?.origin ?? null,
    policy: true,
  });
  const unlinked = new Set(PAGE_STYLES);
  for (const pagePath of workspace.compiled.course.pages.keys()) {
    const page = await workspace.page(pagePath);
    const app = server.render(page, base);
    for (const name of unlinked) {
      if (!app.includes(`href="${base}${styleFile(name)}"`)) continue;
      write(out, styleFile(name), server.pageCss[name]);
      unlinked.delete(name);
    }
    write(out, `${pagePath.slice(1)}index.html`, render(page, app));
  }
  write(out, MISSING_FILE, render(null, server.render(null, base, course)));
  write(out, UNREACHABLE_FILE, render(null, server.renderUnreachable(base, course), '불러오지 못했습니다'));
}

/** The JSON that scripts ask for; returns the characters of the course. */
async function writeData(out: string, workspace: Workspace, base: string): Promise<CharacterSet> {
  const { course } = workspace.compiled;
  const characters = new CharacterSet();
  for (const pagePath of course.pages.keys()) {
    const json = JSON.stringify(await workspace.page(pagePath));
    characters.add(json);
    write(out, dataFile(pagePath), json);
  }
  for (const [name, dataOf] of Object.entries(COURSE_FILES))
    write(out, `course/${name}.json`, JSON.stringify(dataOf(workspace)));
  write(out, WEB_MANIFEST, webManifest(course, base));
  return characters;
}

/** Every page of the notes as markdown, and what lists them. */
function writeMarkdown(out: string, workspace: Workspace, site: SiteOptions): void {
  for (const page of workspace.compiled.course.pages.values()) {
    const markdown = markdownOf(workspace, page, site);
    if (markdown !== null) write(out, `${page.path.slice(1)}${PAGE_MARKDOWN}`, markdown);
  }
  for (const [name, textOf] of Object.entries(MACHINE_FILES)) write(out, name, textOf(workspace, site));
}

function write(out: string, name: string, data: string | Uint8Array): void {
  const file = path.join(out, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, data);
}

/** Tags that fetch, at low priority, the scripts the entry imports after the first paint. */
async function preloads(out: string, base: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
  const files = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  manifest['index.html']?.dynamicImports?.forEach(add);
  return [...files]
    .map((file) => `<link rel="modulepreload" fetchpriority="low" href="${base}${file}">`)
    .join('\n');
}

/** Every page that holds something of its own to be found. */
function sitemap({ pages }: Course, origin: string, base: string): string {
  const urls = [...pages.values()]
    .filter(({ kind }) => !isSitePage(kind) || SITE_PAGES[kind].isIndexed)
    .map((page) => `<url><loc>${origin}${toHref(base, page.path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** What the bundle of `src/entry-server.tsx` gives to those who load it. */
export interface ServerEntry {
  /** The inside of #root for a page; null renders what an unknown address of the course shows. */
  render(page: PageData | null, base: string, course?: PageData['course'] | null): string;
  /** The inside of #root for a page that cannot be loaded without a network. */
  renderUnreachable(base: string, course: PageData['course'] | null): string;
  /** The style that every page needs to be read. */
  readingCss: string;
  /** The styles that only some pages link. */
  pageCss: PageStyles;
}
