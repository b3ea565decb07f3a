/** Checks a folder of notes without building: prints every diagnostic; exit code 1 when it may not be published. */

import path from 'node:path';
import { formatReport, isPublishable } from './report.ts';
import { Workspace } from './workspace.ts';

/** `--strict` takes warnings for errors. Returns the exit code. */
export async function check(args: readonly string[]): Promise<number> {
  const dir = path.resolve(process.env.CONTENT_DIR ?? 'content');
  const workspace = new Workspace({ dir, base: '/', drafts: false });
  await workspace.load();
  const { diagnostics } = workspace.compiled;
  console.log(formatReport(diagnostics, { all: true, colour: Boolean(process.stdout.isTTY) }));
  return isPublishable(diagnostics, args.includes('--strict')) ? 0 : 1;
}
