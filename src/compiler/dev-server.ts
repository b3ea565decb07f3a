/** Serves the course while it is written: pages rendered on request, edits pushed to open pages. */

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { Connect, ViteDevServer } from 'vite';
import type { PageData } from '../core/model/course.ts';
import { studyIndexOf } from '../core/study/study-index.ts';
import { createDevRenderer } from './dev-renderer.ts';
import { documentRenderer } from './document.ts';
import type { SiteOptions } from './options.ts';
import { summarise } from './report.ts';
import type { ServerEntry } from './server-entry.ts';
import type { Workspace } from './workspace.ts';

type Change = ['add' | 'change' | 'unlink', string];

/** Installs the middlewares and the watcher; the returned function runs after Vite's own middlewares. */
export async function serveCourse(server: ViteDevServer, workspace: Workspace, options: SiteOptions) {
  const { base, contentDir } = options;
  const entry = createDevRenderer(server, base);
  const loading = workspace.load().catch((error: unknown) => {
    server.config.logger.error(error instanceof Error ? error.message : String(error));
  });
  server.watcher.add(contentDir);
  watch(server, workspace, loading, contentDir);

  server.middlewares.use((request, response, next) => {
    const asked = pathUnder(base, request);
    if (asked === null || asked.startsWith('/@') || asked.startsWith('/src/')) return next();
    loading
      .then(() => {
        if (/^\/(?:data|course)\/.*\.json$/.test(asked)) return sendData(workspace, asked, response);
        if (asked === '/__open') return openInEditor(workspace, request, next);
        const onDisk = workspace.assetOnDisk(asked.slice(1));
        if (onDisk === null) return next();
        response.setHeader('content-type', mimeOf(onDisk));
        createReadStream(onDisk).on('error', next).pipe(response);
      })
      .catch(next);
  });

  return () => {
    server.middlewares.use(async (request, response, next) => {
      try {
        await loading;
        const asked = pathUnder(base, request) ?? '/';
        const html = await renderPage(server, await entry(), workspace, base, asked);
        response.writeHead(html.status, { 'content-type': 'text/html; charset=utf-8' }).end(html.text);
      } catch (error) {
        next(error);
      }
    });
  };
}

async function renderPage(
  server: ViteDevServer,
  entry: ServerEntry,
  workspace: Workspace,
  base: string,
  asked: string,
) {
  const page = workspace.page(asked.endsWith('/') ? asked : `${asked}/`);
  const template = await readFile(path.join(server.config.root, 'index.html'), 'utf8');
  // Inline as in a build: the text shows with the page itself, and the first scripts bring the same rules for editing.
  const parts = { template, base, origin: '', style: entry.readingCss, font: null, policy: false };
  const html = documentRenderer(parts)(page, entry.render(page, base));
  return { status: page ? 200 : 404, text: await server.transformIndexHtml(asked, html) };
}

/** `data/` holds a page's content, `course/` what is about all of it. */
function sendData(workspace: Workspace, asked: string, response: ServerResponse): void {
  const [, kind, name = ''] = /^\/(data|course)\/(.*)\.json$/.exec(asked) ?? [];
  const data =
    kind === 'data' ? workspace.page(name === 'index' ? '/' : `/${name}/`) : wholeOf(workspace, name);
  response.writeHead(data === null ? 404 : 200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(data));
}

function wholeOf(workspace: Workspace, name: string): unknown {
  const { course, diagnostics } = workspace.compiled;
  switch (name) {
    case 'tree':
      return course.tree;
    case 'study':
      return studyIndexOf(course.pages.values());
    case 'search':
      return workspace.search();
    case 'diagnostics':
      return diagnostics;
    default:
      return null;
  }
}

/** Lets Vite's own middleware open a note at its line; only files of the course can be asked for. */
function openInEditor(
  workspace: Workspace,
  request: Connect.IncomingMessage,
  next: Connect.NextFunction,
): void {
  const query = new URL(request.originalUrl ?? '/', 'http://site.invalid').searchParams;
  const onDisk = workspace.noteOnDisk(query.get('file') ?? '');
  if (onDisk === null) {
    next();
    return;
  }
  const place = `${onDisk}:${Number(query.get('line')) || 1}:${Number(query.get('column')) || 1}`;
  request.url = `/__open-in-editor?${new URLSearchParams({ file: place })}`;
  next();
}

/** Takes changes in batches: a checkout of a thousand files links once, a single save goes out at once. */
function watch(server: ViteDevServer, workspace: Workspace, loading: Promise<void>, dir: string): void {
  let pending: Change[] = [];
  let working: Promise<void> = loading;
  /** The watcher merges events that come close together; what was written after our read is looked for once more. */
  const verify = async (file: string, seen: number) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const now = await modified(file);
    if (now !== null && now !== seen) take('change', file);
  };
  const flush = async () => {
    const changes = pending;
    pending = [];
    if (changes.length === 0) return;
    const taken: string[] = [];
    for (const [event, file] of changes) {
      const seen = event === 'unlink' ? null : await modified(file);
      if (seen !== null) void verify(file, seen);
      if (await workspace.take(event, file))
        taken.push(path.relative(dir, file).split(path.sep).join('/').normalize('NFC'));
    }
    if (taken.length === 0) return;
    const { course, diagnostics } = workspace.compiled;
    // The edited pages travel with the message; whatever else changed is asked for by the page that shows it.
    const edited = taken.length > 8 ? [] : taken.flatMap((file) => pagesOf(workspace, file));
    server.environments.client.hot.send('course:update', { pages: edited, diagnostics });
    server.config.logger.info(`노트 ${taken.length}개 · ${course.pages.size}쪽 · ${summarise(diagnostics)}`);
  };
  const take = (event: Change[0], file: string) => {
    if (!file.startsWith(dir + path.sep)) return;
    pending.push([event, file]);
    if (pending.length > 1) return;
    working = working.then(flush).catch((error: unknown) => {
      server.config.logger.error(`노트를 다시 읽지 못했습니다: ${String(error)}`);
    });
  };
  for (const event of ['add', 'change', 'unlink'] as const) {
    server.watcher.on(event, (file) => take(event, file));
  }
}

const modified = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

function pagesOf(workspace: Workspace, file: string): PageData[] {
  const pages = [...workspace.compiled.course.pages.values()].filter((page) => page.file === file);
  return pages.flatMap((page) => workspace.page(page.path) ?? []);
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

const MIME: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

const mimeOf = (file: string): string => MIME[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
