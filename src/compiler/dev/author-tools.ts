/** The author's requests to the dev server: opening a line in the editor, applying a fix, and the data of the author's page. */

import { readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { Connect } from 'vite';
import { applyEdits } from '../../core/content/source/edits.ts';
import { coverageOf } from '../../core/study/coverage.ts';
import { prepaintScript } from '../build/prepaint.ts';
import type { SiteOptions } from '../options.ts';
import type { Workspace } from '../workspace.ts';

/** Answers an address under the base, or hands it on. */
export async function answerAuthor(
  pathname: string,
  workspace: Workspace,
  { base }: SiteOptions,
  request: Connect.IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  if (pathname === '/__open') return openInEditor(workspace, base, request, next);
  if (pathname === '/__fix' && request.method === 'POST')
    return sendJson(response, await applyFix(workspace, request));
  if (pathname === '/course/author.json') return sendJson(response, authorData(workspace));
  next();
}

/** Lets Vite's own middleware open a note at its line; only files of the course can be opened. */
function openInEditor(
  workspace: Workspace,
  base: string,
  request: Connect.IncomingMessage,
  next: Connect.NextFunction,
): void {
  const query = queryOf(request);
  const onDisk = workspace.noteOnDisk(query.get('file') ?? '');
  if (onDisk !== null) {
    const place = `${onDisk}:${Number(query.get('line')) || 1}:${Number(query.get('column')) || 1}`;
    request.url = `${base}__open-in-editor?${new URLSearchParams({ file: place })}`;
  }
  next();
}

/** Applies the fix of one diagnostic, if the file on disk is still the one it was made for. */
async function applyFix(
  workspace: Workspace,
  request: Connect.IncomingMessage,
): Promise<{ isMended: boolean }> {
  const query = queryOf(request);
  const [file, code] = [query.get('file') ?? '', query.get('code')];
  const onDisk = workspace.noteOnDisk(file);
  const diagnostic = workspace.compiled.diagnostics.find(
    (one) =>
      one.file === file &&
      one.code === code &&
      one.line === Number(query.get('line')) &&
      one.column === Number(query.get('column')),
  );
  if (onDisk === null || !diagnostic?.fix) return { isMended: false };
  const source = workspace.sourceOf(file) ?? '';
  const bytes = await readFile(onDisk);
  if (!bytes.equals(Buffer.from(source))) return { isMended: false };
  await writeFile(onDisk, applyEdits(source, diagnostic.fix.edits));
  return { isMended: true };
}

/** Everything the author's page shows; today is the machine's. */
export function authorData(workspace: Workspace) {
  const { course, diagnostics } = workspace.compiled;
  const today = new Date().toISOString().slice(0, 10);
  return { diagnostics, coverage: coverageOf(course, workspace.otherFiles, today) };
}

/** The document of the author's page: the site's styles and a script of its own. */
export async function authorDocument(root: string, base: string): Promise<string> {
  const template = await readFile(path.join(root, 'index.html'), 'utf8');
  const head = [
    '<title>강사 도구</title>',
    '<meta name="robots" content="noindex">',
    `<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">`,
    `<link rel="stylesheet" href="${base}src/ui/styles/reading.css">`,
    `<script>${prepaintScript([])}</script>`,
  ];
  return template
    .replace('<!--head-->', () => head.join('\n'))
    .replace('<!--app-->', '')
    .replace('/src/main.tsx', '/src/ui/dev/author-page.tsx');
}

const queryOf = (request: Connect.IncomingMessage): URLSearchParams =>
  new URL(request.originalUrl ?? '/', 'http://site.invalid').searchParams;

function sendJson(response: ServerResponse, data: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(data));
}
