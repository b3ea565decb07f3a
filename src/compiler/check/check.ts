/** `npm run check`: prints the diagnostics of a folder of notes, and with `--fix` applies their fixes. */

import path from 'node:path';
import type { Vanished } from '../../core/course/check-ids.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { requireNotes } from '../folder.ts';
import { contentDir } from '../options.ts';
import { Workspace } from '../workspace.ts';
import { command } from './command.ts';
import { type FixKind, formatRefused, proposeFixes, showFixes, writeFixes } from './fix.ts';
import { type History, readHistory } from './last-commit.ts';
import { formatAnnotations, formatReport, isPublishable, visible } from './report.ts';

const USAGE = `npm run check -- [--fix[=ids] [--yes]] [--strict] [--all] [--json]

  --fix     안전하게 고칠 수 있는 곳을 고칩니다. 먼저 바뀔 줄을 보이고 묻습니다.
  --fix=ids 문제와 비교표에 아이디를 붙이기만 합니다.
  --yes     묻지 않고 고칩니다.
  --strict  주의도 오류로 봅니다.
  --all     같은 진단도 모두 씁니다. 없으면 종류마다 앞의 몇 곳만 씁니다.
  --json    결과를 빠짐없이 JSON으로 씁니다.

노트 폴더는 환경 변수 CONTENT_DIR로 정합니다. 오류가 있으면 1, 실행할 수 없으면 2로 끝납니다.`;

const OPTIONS = {
  fix: { type: 'string', default: 'none' },
  yes: { type: 'boolean', short: 'y', default: false },
  strict: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const checkCommand = command(USAGE, OPTIONS, check);

/** Takes the arguments and returns the exit code. `--fix` alone means all: the parser of options wants a value. */
export const run = (args: readonly string[]): Promise<number> =>
  checkCommand(args.map((arg) => (arg === '--fix' ? '--fix=all' : arg)));

const KINDS: Record<string, FixKind | null> = { none: null, all: 'all', ids: 'ids' };

async function check(options: {
  fix: string;
  yes: boolean;
  strict: boolean;
  all: boolean;
  json: boolean;
}): Promise<number> {
  const kind = KINDS[options.fix];
  if (kind === undefined) throw new Error(`모르는 값입니다: --fix=${options.fix}. 쓸 수 있는 값: ids, all`);
  const dir = contentDir();
  requireNotes(dir);
  const workspace = new Workspace({ dir, base: '/', drafts: false });
  await workspace.load();
  let history = readHistory(dir, workspace.sources);
  if (kind !== null) {
    const fixes = proposeFixes(workspace, history, kind);
    if (!options.json && !options.yes) showFixes(fixes);
    if (!options.json && fixes.refused.length > 0) console.log(`${formatRefused(fixes.refused)}\n`);
    if (await writeFixes(fixes, options.yes)) {
      if (!options.json) console.log(`${fixes.files.length}개 파일에서 ${fixes.count}곳을 고쳤습니다.\n`);
      await workspace.load();
      history = readHistory(dir, workspace.sources);
    }
  }
  const { diagnostics } = workspace.compiled;
  const folder = path.relative(process.cwd(), dir).split(path.sep).join('/');
  if (options.json) console.log(JSON.stringify(asJson(diagnostics, history), null, 2));
  else {
    const colour = Boolean(process.stdout.isTTY);
    const sourceOf = (file: string) => workspace.sourceOf(file);
    console.log(formatReport(diagnostics, { folder, colour, sourceOf, all: options.all }));
    if (history.vanished.length > 0) console.log(`\n${formatVanished(history.vanished)}`);
    if (history.replaced) console.log(`\n${formatReplaced(history.replaced)}`);
    if (process.env.GITHUB_ACTIONS) console.log(formatAnnotations(diagnostics, folder));
  }
  return isPublishable(diagnostics, options.strict) ? 0 : 1;
}

function asJson(diagnostics: readonly Diagnostic[], { vanished, replaced }: History) {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((one) => one.severity === severity).length;
  return {
    format: 1,
    summary: { error: count('error'), warning: count('warning'), notice: count('notice') },
    diagnostics,
    vanished,
    replaced,
  };
}

const formatReplaced = ({ id, questions }: NonNullable<History['replaced']>): string =>
  `마지막 커밋의 강의 「${visible(id)}」와 아이디가 다른 강의라서, 그 강의의 문제 ${questions}개와는 비교하지 않았습니다.`;

function formatVanished(vanished: readonly Vanished[]): string {
  const each = vanished.map(({ id, before, closest }) => {
    const gone = `  ${id}  ${visible(before.file)}:${before.line} 「${visible(before.title)}」`;
    if (!closest) return gone;
    const percent = Math.round(closest.likeness * 100);
    return `${gone}\n    → ${visible(closest.file)}:${closest.line} 「${visible(closest.title)}」 ${percent}% 비슷함`;
  });
  return [
    `마지막 커밋에 있던 문제 ${vanished.length}개가 없어졌습니다. 지운 것이면 그대로 두세요.`,
    '고쳐 쓴 문제라면 제목 끝에 `<!-- q: 옛 아이디 -->`를 쓰세요. 학습 기록이 이어집니다.',
    ...each,
  ].join('\n');
}
