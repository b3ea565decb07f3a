/** The dev server: renders pages on request and pushes edits to open pages. */

import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Connect, type ResolvedConfig, type ViteDevServer } from 'vite';
import { fileType } from '../../core/content/source/file-types.ts';
import { SETTINGS_FILES } from '../../core/course/settings.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { NOTE_FILES, PAGE_MARKDOWN } from '../../core/model/site.ts';
import { accentStyle, CSS_OPTIONS } from '../build/bundling.ts';
import { documentRenderer } from '../build/document.ts';
import { headersOf } from '../build/headers.ts';
import { SERVICE_WORKER, uninstallWorker } from '../build/service-worker.ts';
import type { ServerEntry } from '../build/write-pages.ts';
import { formatDigest, summarise } from '../check/report.ts';
import { COURSE_FILES, MACHINE_FILES, markdownOf } from '../course-files.ts';
import { isBelow, ownFolder } from '../folder.ts';
import type { SiteOptions } from '../options.ts';
import { Workspace } from '../workspace.ts';
import { answerAuthor, authorDocument } from './author-tools.ts';
import { guard } from './guard.ts';
import { FolderFollower } from './watch.ts';

const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The notes as they are written, below `course/`: 「편집」 finds its line in them. */
const SOURCES = 'source/';
/** Where the author's guide is shown, below the base. */
const GUIDE = '/author/guide/';

/** Installs the middlewares and the watcher; the returned function runs after Vite's own middlewares. */
export async function serveCourse(
  server: ViteDevServer,
  workspace: Workspace,
  renderer: () => Promise<ServerEntry>,
  options: SiteOptions,
) {
  const { base, contentDir } = options;
  const logError = (error: unknown) =>
    server.config.logger.error(error instanceof Error ? error.message : String(error));
  const follower = new FolderFollower(workspace, (files) => announce(server, workspace, files), logError);
  const loading = follower.load();
  server.watcher.add(contentDir);
  server.watcher.on('all', (_, file) => follower.fileChanged(file));
  server.httpServer?.once('close', () => void follower.stop());
  // Before it is merged with others: a reason to look, even when nothing comes of it.
  server.watcher.on('raw', (_event, _name, { watchedPath }: { watchedPath?: string }) => {
    if (watchedPath && isBelow(contentDir, watchedPath)) follower.compareSoon();
  });

  const { styles } = workspace.options;
  const guideBase = base + GUIDE.slice(1);
  const guide = new Workspace({
    dir: path.resolve('docs/guide'),
    base: guideBase,
    drafts: true,
    ...(styles && { styles }),
  });
  server.middlewares.use(guard(server, contentDir));
  server.middlewares.use((request, response, next) => {
    const pathname = pathUnder(base, request);
    if (pathname === null || pathname.startsWith('/@') || pathname.startsWith('/src/')) return next();
    loading
      .then(() => {
        if (pathname.startsWith(GUIDE) && pathname.endsWith('.json'))
          return guide.load().then(() => sendData(guide, pathname.slice(GUIDE.length - 1), response));
        if (pathname === `/${SERVICE_WORKER}`) return sendUninstallWorker(server.config.root, response);
        if (pathname.startsWith('/__') || pathname === '/course/author.json')
          return answerAuthor(pathname, workspace, request, response, next);
        if (/^\/(?:data|course)\/.*\.json$/.test(pathname)) return sendData(workspace, pathname, response);
        const text = textForMachines(workspace, pathname);
        if (text !== null) return void response.writeHead(200, headersOf(200, pathname.slice(1))).end(text);
        if (!pathname.startsWith(`/${NOTE_FILES}`)) return next();
        return sendNoteFile(workspace, pathname.slice(1 + NOTE_FILES.length), response, next);
      })
      .catch(next);
  });

  return () => {
    server.middlewares.use(async (request, response, next) => {
      try {
        await loading;
        const pathname = pathUnder(base, request) ?? '/';
        if (pathname === '/author/') {
          const text = await authorDocument(server.config.root, base);
          response.writeHead(200, HTML).end(await server.transformIndexHtml(pathname, text));
          return;
        }
        const isGuide = pathname.startsWith(GUIDE);
        if (isGuide) await guide.load();
        const html = await renderPage(
          server,
          await renderer(),
          isGuide ? guide : workspace,
          isGuide ? pathname.slice(GUIDE.length - 1) : pathname,
        );
        response.writeHead(html.status, HTML).end(html.text);
        follower.drawRest();
      } catch (error) {
        next(error);
      }
    });
  };
}

/** Sends a file that the notes bring as what it is, and with the headers under which nothing in it runs. */
function sendNoteFile(
  workspace: Workspace,
  file: string,
  response: ServerResponse,
  next: Connect.NextFunction,
): void {
  const brought = workspace.broughtFile(file);
  const type = fileType(file);
  if (brought === null || type === null) {
    next();
    return;
  }
  response.writeHead(200, { ...headersOf(200, NOTE_FILES + file), 'Content-Type': type });
  if ('text' in brought) response.end(brought.text);
  else
    createReadStream(brought.onDisk)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The markdown of a page or of the course; null for any other address. */
function textForMachines(workspace: Workspace, pathname: string): string | null {
  const site = { origin: '', base: workspace.options.base };
  const ofCourse = MACHINE_FILES[pathname.slice(1)]?.(workspace, site);
  if (ofCourse !== undefined) return ofCourse;
  const page = pathname.endsWith(`/${PAGE_MARKDOWN}`)
    ? workspace.compiled.course.pages.get(pathname.slice(0, -PAGE_MARKDOWN.length))
    : null;
  return page ? markdownOf(workspace, page, site) : null;
}

async function sendUninstallWorker(root: string, response: ServerResponse): Promise<void> {
  response.writeHead(200, SCRIPT).end(await uninstallWorker(root));
}

async function renderPage(server: ViteDevServer, entry: ServerEntry, workspace: Workspace, pathname: string) {
  const { base } = workspace.options;
  const page = await workspace.page(pathname.endsWith('/') ? pathname : `${pathname}/`);
  const frame = await readFile(path.join(server.config.root, 'index.html'), 'utf8');
  // Vite gets the frame only: parsing the notes and their style, too, took longer than rendering them.
  const template = await server.transformIndexHtml(pathname, frame);
  // Inline as in a build: the text shows with the page itself, and the first scripts bring the same rules for editing.
  const publicBase = server.config.base;
  const course = workspace.compiled.course.pages.get('/')?.course ?? null;
  const parts = {
    template,
    base,
    publicBase,
    origin: '',
    course,
    style: entry.readingCss,
    // Not with the style above: the first scripts take that away.
    endTags: `<style>${accentStyle(workspace.compiled.course.settings)}</style>`,
    fonts: [],
    policy: false,
  };
  const html = documentRenderer(parts)(page, entry.render(page, base, course));
  const text = base === publicBase ? html : html.replace('<html ', `<html data-base="${base}" `);
  return { status: page ? 200 : 404, text };
}

/** `data/` holds a page's content, `course/` what is about all of it, and `course/source/` the notes as they are written. */
async function sendData(workspace: Workspace, pathname: string, response: ServerResponse): Promise<void> {
  const [, kind, name = ''] = /^\/(data|course)\/(.*)\.json$/.exec(pathname) ?? [];
  const data =
    kind === 'data' ? await workspace.page(name === 'index' ? '/' : `/${name}/`) : wholeOf(workspace, name);
  response.writeHead(data === null ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(data));
}

function wholeOf(workspace: Workspace, name: string): unknown {
  if (name === 'diagnostics') {
    const { compiled, lastGoodFiles } = workspace;
    return { diagnostics: compiled.diagnostics, lastGoodFiles };
  }
  if (name.startsWith(SOURCES)) {
    const source = workspace.sourceOf(name.slice(SOURCES.length));
    return source === null ? null : { source };
  }
  return Object.hasOwn(COURSE_FILES, name) ? COURSE_FILES[name]?.(workspace) : null;
}

/** `course.yaml` changes what stands around every page: they are loaded anew. */
const isOfAll = (file: string): boolean => SETTINGS_FILES.includes(file);

/** Sends what changed to open pages, then what is wrong, and a line to the terminal, when files were read again. */
async function announce(
  server: ViteDevServer,
  workspace: Workspace,
  files: readonly string[],
): Promise<void> {
  const { hot } = server.environments.client;
  if (files.some(isOfAll)) hot.send({ type: 'full-reload' });
  // The edited pages travel with the message; whatever else changed is fetched by the page that shows it.
  const pages = files.length > 8 ? [] : await pagesOf(workspace, files);
  hot.send('course:update', { pages });
  // The text is on its way before anything is said about it.
  await new Promise(setImmediate);
  const { course, diagnostics } = workspace.compiled;
  hot.send('course:diagnostics', { diagnostics, lastGoodFiles: workspace.lastGoodFiles });
  const problems = digest(
    server,
    workspace,
    diagnostics.filter(({ file }) => files.includes(file)),
  );
  server.config.logger.info(
    `${problems}노트 ${files.length}개 · ${course.pages.size}쪽 · ${summarise(diagnostics)}`,
  );
}

/** What is wrong in some files, for the terminal: nothing, or lines of its own. */
function digest(server: ViteDevServer, workspace: Workspace, diagnostics: readonly Diagnostic[]): string {
  const folder = path.relative(server.config.root, workspace.options.dir).split(path.sep).join('/');
  const sourceOf = (file: string) => workspace.sourceOf(file);
  const text = formatDigest(diagnostics, { folder, colour: Boolean(process.stdout.isTTY), sourceOf });
  return text === '' ? '' : `\n${text}\n`;
}

async function pagesOf(workspace: Workspace, files: readonly string[]): Promise<PageData[]> {
  const pages = [...workspace.compiled.course.pages.values()].filter(({ file }) =>
    files.includes(file ?? ''),
  );
  const finished = await Promise.all(pages.map(({ path }) => workspace.page(path)));
  return finished.filter((page) => page !== null);
}

/** The decoded path under the base, NFC; null for other addresses and for what cannot be decoded. */
function pathUnder(base: string, request: Connect.IncomingMessage): string | null {
  const address = (request.originalUrl ?? request.url ?? '/').replace(/[?#].*$/s, '');
  try {
    const decoded = decodeURIComponent(address).normalize('NFC');
    if (`${decoded}/` === base) return '/';
    return decoded.startsWith(base) && !decoded.includes('\0') ? decoded.slice(base.length - 1) : null;
  } catch {
    return null;
  }
}

// Renders pages in development. The renderer is bundled while the server starts, since importing its hundred modules one by one took a
// second before the first page.

/** Returns the renderer of the app; after a change in `src/` the next call bundles a new one. */
export function createDevRenderer(
  { config, watcher }: ViteDevServer,
  base: string,
): () => Promise<ServerEntry> {
  const source = path.join(config.root, 'src') + path.sep;
  const make = () => bundle(config, base);
  let entry: Promise<ServerEntry> | null = make();
  // The error reaches whoever requests a page; without this it would be an unhandled rejection.
  entry.catch(() => {});
  watcher.on('all', (_, file) => {
    if (file.startsWith(source)) entry = null;
  });
  return () => {
    entry ??= make();
    return entry;
  };
}

async function bundle({ root, define = {} }: ResolvedConfig, base: string): Promise<ServerEntry> {
  const outDir = ownFolder('dev');
  try {
    // What the bundle imports is read while it is being made.
    const libraries = Promise.all([import('react-dom/server'), import('react-router')]);
    await build({
      configFile: false,
      root,
      base,
      mode: 'development',
      // The same as the browser is told, or it would not recognise the page.
      define,
      css: CSS_OPTIONS,
      logLevel: 'error',
      build: { ssr: 'src/entry-server.tsx', outDir, copyPublicDir: false, minify: false },
    });
    await libraries;
    return (await import(pathToFileURL(path.join(outDir, 'entry-server.js')).href)) as ServerEntry;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
