/** The files of a built site: every page's data and HTML, what crawlers read, the font. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest } from 'vite';
import { toHref } from '../../core/content/source/paths.ts';
import type { PageData } from '../../core/model/course.ts';
import { isSitePage, SITE_PAGES } from '../../core/model/site-pages.ts';
import { MISSING_FILE, UNREACHABLE_FILE } from '../../core/offline/files.ts';
import { studyIndexOf } from '../../core/study/study-index.ts';
import { CharacterSet } from '../font/character-set.ts';
import { planCourseFont } from '../font/font.ts';
import { cacheDir, type SiteOptions } from '../options.ts';
import type { Workspace } from '../workspace.ts';
import { documentRenderer } from './document.ts';
import { FileQueue } from './file-queue.ts';
import type { Ledger } from './ledger.ts';
import { noteRevisions } from './note-revisions.ts';
import type { ServerEntry } from './server-entry.ts';
import { SideThread } from './side-thread.ts';
import { WEB_MANIFEST, webManifest } from './web-manifest.ts';

/** Renders in this thread, writes in a second, and cuts the font in a third, since computing it takes seconds. */
export async function writePages(
  out: string,
  serverDir: string,
  workspace: Workspace,
  options: SiteOptions,
): Promise<Ledger> {
  const { course } = workspace.compiled;
  const { base, origin } = options;
  const paths = [...course.pages.keys()];
  const server = (await import(pathToFileURL(path.join(serverDir, 'entry-server.js')).href)) as ServerEntry;
  const ledger: Ledger = new Map();
  const writing = new SideThread(path.join(serverDir, 'build-worker.js'), ledger);
  const cutting = new SideThread(path.join(serverDir, 'build-worker.js'), ledger);
  try {
    const files = new FileQueue(writing, out);
    const characters = new CharacterSet();
    for (const pagePath of paths) {
      const json = JSON.stringify(workspace.page(pagePath));
      characters.add(json);
      await files.put(`data/${pagePath.slice(1, -1) || 'index'}.json`, json);
    }
    await files.put('course/tree.json', JSON.stringify(course.tree));
    await files.put('course/study.json', JSON.stringify(studyIndexOf(course.pages.values())));
    await files.put('course/revisions.json', JSON.stringify(noteRevisions(course)));
    await files.put(WEB_MANIFEST, webManifest(course, base));
    await files.put('course/search.json', JSON.stringify(workspace.search()));
    characters.add(await interfaceText(path.join(out, 'assets')));

    const font = await planCourseFont(characters.text());
    for (const face of font.faces) await cutting.give({ kind: 'font', out, face, cacheDir: cacheDir() });
    const bundled = await readFile(path.join(out, 'index.html'), 'utf8');
    const entry = /<script type="module"[^>]*><\/script>\n?/.exec(bundled)?.[0] ?? '';
    const about = workspace.page('/')?.course ?? null;
    const render = documentRenderer({
      template: bundled.replace(entry, ''),
      base,
      origin,
      course: about,
      style: font.css(base) + server.readingCss,
      // At the end: what is asked for earlier shares the line with the page itself and delays its first paint.
      endTags: (await preloads(out, base)) + entry,
      fonts: font.faces.map(({ name }) => `${base}assets/${name}`),
      policy: true,
    });
    for (const pagePath of paths) {
      const page = workspace.page(pagePath);
      await files.put(`${pagePath.slice(1)}index.html`, render(page, server.render(page, base)));
    }
    await files.put(MISSING_FILE, render(null, server.render(null, base, about)));
    await files.put(
      UNREACHABLE_FILE,
      render(null, server.renderUnreachable(base, about), '불러오지 못했습니다'),
    );
    const indexed = [...course.pages.values()].filter(
      ({ kind }) => !isSitePage(kind) || SITE_PAGES[kind].isIndexed,
    );
    await files.put('sitemap.xml', sitemap(indexed, origin, base));
    await files.end();
  } finally {
    await Promise.all([writing.finish(), cutting.finish()]);
  }
  return ledger;
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

function sitemap(pages: readonly PageData[], origin: string, base: string): string {
  const urls = pages.map((page) => `<url><loc>${origin}${toHref(base, page.path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}
