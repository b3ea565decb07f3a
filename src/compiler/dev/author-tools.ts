/** The author's requests to the dev server: opening a line in the editor, applying a fix, and the data of the author's page. */

import { readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import launchEditor from 'launch-editor';
import type { Connect } from 'vite';
import { isFixable, tryFix } from '../../core/course/apply-fixes.ts';
import { refusalOf } from '../../core/course/fix-losses.ts';
import { coverageOf } from '../../core/study/author-overview.ts';
import { prepaintScript } from '../build/document.ts';
import { isWithin } from '../folder.ts';
import type { Workspace } from '../workspace.ts';

/** Answers an address under the base, or hands it on. The guard has seen whose order it is. */
export async function answerAuthor(
  pathname: string,
  workspace: Workspace,
  request: Connect.IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  if (pathname === '/__open') return sendJson(response, { unopened: await openInEditor(workspace, request) });
  if (pathname === '/__fix') return sendJson(response, await applyFix(workspace, request));
  if (pathname === '/course/author.json') return sendJson(response, authorData(workspace));
  next();
}

/** By then an editor that is not there has said so. */
const EDITOR_MILLIS = 1_000;

/**
 * Opens a note at its line in the author's editor; nothing but the notes can be opened. Null when it was, else the place as a
 * terminal takes it: `content/docker/compose.md:12`.
 */
async function openInEditor(workspace: Workspace, request: Connect.IncomingMessage): Promise<string | null> {
  const query = queryOf(request);
  const onDisk = noteOf(workspace, query);
  if (onDisk === null) return null;
  const number = (name: string) => Math.trunc(Number(query.get(name))) || 1;
  const isOpened = await new Promise<boolean>((resolve) => {
    launchEditor(`${onDisk}:${number('line')}:${number('column')}`, () => resolve(false));
    setTimeout(() => resolve(true), EDITOR_MILLIS);
  });
  return isOpened ? null : `${path.relative(process.cwd(), onDisk)}:${number('line')}`;
}

/** Where the note that a request names lies; null for any other name, and when it has become a link that leads out of the folder. */
function noteOf(workspace: Workspace, query: URLSearchParams): string | null {
  const onDisk = workspace.noteOnDisk(query.get('file') ?? '');
  return onDisk !== null && isWithin(workspace.options.dir, onDisk) ? onDisk : null;
}

/** Applies the fix of one diagnostic, if the file on disk is still the one it was made for and nothing is lost by it. */
async function applyFix(
  workspace: Workspace,
  request: Connect.IncomingMessage,
): Promise<{ isMended: boolean; refusal?: string }> {
  const query = queryOf(request);
  const [file, code] = [query.get('file') ?? '', query.get('code')];
  const onDisk = noteOf(workspace, query);
  const diagnostic = workspace.compiled.diagnostics.find(
    (one) =>
      one.file === file &&
      one.code === code &&
      one.line === Number(query.get('line')) &&
      one.column === Number(query.get('column')),
  );
  if (onDisk === null || !diagnostic || !isFixable(diagnostic)) return { isMended: false };
  const source = workspace.sourceOf(file) ?? '';
  const bytes = await readFile(onDisk);
  if (!bytes.equals(Buffer.from(source))) return { isMended: false };
  const fixed = tryFix({ ...workspace.folder, notes: workspace.sources }, diagnostic);
  if (!('text' in fixed)) return { isMended: false, refusal: refusalOf(fixed.loss) };
  await writeFile(onDisk, fixed.text);
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
    `<script>${prepaintScript([], base)}</script>`,
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
