/** Builds the site: bundles the scripts, prerenders every page, and writes the files for crawlers, hosts and the service worker. */

import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildEnvironment, ViteBuilder } from 'vite';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { NOTE_FILES } from '../../core/model/site.ts';
import { formatAnnotations, formatDigest, isPublishable, summarise } from '../check/report.ts';
import { AuthorError } from '../folder.ts';
import type { SiteOptions } from '../options.ts';
import type { Workspace } from '../workspace.ts';
import { headersFile } from './headers.ts';
import { precompress } from './precompress.ts';
import { writeServiceWorker } from './service-worker.ts';
import { writePages } from './write-pages.ts';

export async function buildSite(
  builder: ViteBuilder,
  workspace: Workspace,
  options: SiteOptions,
): Promise<void> {
  const { client, ssr, worker } = builder.environments;
  if (!client || !ssr || !worker) throw new Error('client, ssr and worker environments are needed');
  await workspace.load();
  const { course, diagnostics } = workspace.compiled;
  tellDiagnostics(workspace, diagnostics);
  if (!isPublishable(diagnostics, options.strict))
    throw new AuthorError('노트에 고칠 곳이 있어 만들지 않았습니다.');

  const folderOf = ({ config }: BuildEnvironment) => path.resolve(config.root, config.build.outDir);
  const [out, serverDir, workerDir] = [folderOf(client), folderOf(ssr), folderOf(worker)];
  try {
    await Promise.all([client, ssr, worker].map((environment) => builder.build(environment)));
    await writePages(out, serverDir, workspace, options);
    await copyNoteFiles(out, workspace);
    await rm(path.join(out, '.vite'), { recursive: true, force: true });
    await writeServiceWorker(out, workerDir, { course, options });
  } finally {
    await Promise.all([serverDir, workerDir].map((folder) => rm(folder, { recursive: true, force: true })));
  }
  await writeFile(path.join(out, '_headers'), headersFile(options.base, course.assets));
  // Last, when every file is as it will be published.
  if (options.precompress) await precompress(out);
  console.log(`${course.pages.size}쪽을 ${path.relative(process.cwd(), out)}에 만들었습니다.`);
}

function tellDiagnostics(workspace: Workspace, diagnostics: readonly Diagnostic[]): void {
  const folder = path.relative(process.cwd(), workspace.options.dir).split(path.sep).join('/');
  const sourceOf = (file: string) => workspace.sourceOf(file);
  const digest = formatDigest(diagnostics, { folder, colour: Boolean(process.stdout.isTTY), sourceOf });
  console.log([digest, summarise(diagnostics)].filter(Boolean).join('\n'));
  if (process.env.GITHUB_ACTIONS) console.log(formatAnnotations(diagnostics, folder));
}

/** Copies what the notes bring to a folder of its own on the site. */
export async function copyNoteFiles(out: string, workspace: Workspace): Promise<void> {
  for (const file of workspace.compiled.course.assets) {
    const brought = workspace.broughtFile(file);
    if (brought === null) continue;
    const target = path.join(out, NOTE_FILES, file);
    await mkdir(path.dirname(target), { recursive: true });
    await ('text' in brought ? writeFile(target, brought.text) : copyFile(brought.onDisk, target));
  }
}
