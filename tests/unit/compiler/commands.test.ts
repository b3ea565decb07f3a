/** What every command says of a folder without notes and of options it does not know, and the course that `npm run new` makes. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run as check } from '../../../src/compiler/check/check.ts';
import { run as exportNotes } from '../../../src/compiler/check/export.ts';
import { run as makeNew } from '../../../src/compiler/check/new.ts';
import { Workspace } from '../../../src/compiler/workspace.ts';
import { blocksOf, questionsIn } from '../../../src/core/model/blocks.ts';
import { RULES } from '../../../src/core/quiz/grade.ts';

let folder: string;
let printed: string[];
const said = () => printed.join('\n');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commands-'));
  printed = [];
  vi.stubEnv('GITHUB_ACTIONS', '');
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((text: string) => void printed.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run dev` and `npm run build`, with what they print and how they end. */
function vite(args: readonly string[], dir: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/compiler/vite.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: dir },
    timeout: 170_000,
  });
  return { text: stdout + stderr, status };
}

describe('a folder without notes', () => {
  const FLAWS: [name: string, make: () => string, message: string][] = [
    ['is missing', () => path.join(folder, 'none'), '노트 폴더가 없습니다: '],
    ['is empty', () => folder, '노트 폴더에 마크다운 파일이 없습니다: '],
    [
      'holds something else',
      () => {
        for (const name of ['shots', '.git', 'node_modules/marked'])
          mkdirSync(path.join(folder, name), { recursive: true });
        writeFileSync(path.join(folder, 'shots/a.png'), '');
        writeFileSync(path.join(folder, 'node_modules/marked/README.md'), '# marked');
        return folder;
      },
      '노트 폴더에 마크다운 파일이 없습니다: ',
    ],
    [
      'is a file',
      () => {
        writeFileSync(path.join(folder, 'notes.md'), '# 글');
        return path.join(folder, 'notes.md');
      },
      '노트 폴더가 아니라 파일입니다: ',
    ],
  ];

  test.each(FLAWS)('%s: check and export say so and end', async (_, make, message) => {
    const dir = make();
    vi.stubEnv('CONTENT_DIR', dir);
    expect(await check([])).toBe(2);
    expect(await check(['--fix', '--yes'])).toBe(2);
    expect(await exportNotes(['--format', 'json', '--out', path.join(folder, 'out')])).toBe(2);
    expect(printed).toHaveLength(3);
    for (const text of printed) expect(text).toMatch(new RegExp(`^${message}${dir}\\n\\S`));
  });

  test.each([
    ['build', FLAWS[0]],
    ['dev', FLAWS[1]],
  ] as const)('%s says so, without its own source, and ends', (name, flaw) => {
    const [, make, message] = flaw ?? [];
    const dir = make?.() ?? '';
    const { text, status } = vite(
      name === 'build' ? ['build', '--outDir', path.join(folder, 'out')] : ['--port', '0'],
      dir,
    );
    expect(text).toContain(`${message}${dir}`);
    expect(text).not.toMatch(/\.m?[jt]s:\d+|^ +at /m);
    expect(status).toBe(1);
  });
});

describe('arguments', () => {
  test.each([
    ['--strcit', '모르는 옵션입니다: --strcit\n혹시 --strict인가요?'],
    ['--Json', '혹시 --json인가요?'],
    ['--nonsense', '쓸 수 있는 옵션: --fix, --yes, --strict, --all, --json, --help'],
    ['--yes=1', '--yes에는 값을 쓰지 않습니다.'],
    ['--fix=idz', '모르는 값입니다: --fix=idz. 쓸 수 있는 값: ids, all'],
    ['docs', '모르는 말입니다: docs\n노트 폴더는 환경 변수로 정합니다: CONTENT_DIR=docs'],
  ])('of check: %s', async (argument, message) => {
    expect(await check([argument])).toBe(2);
    expect(said()).toContain(message);
  });

  test('of export: a value that is left out', async () => {
    expect(await exportNotes(['--format'])).toBe(2);
    expect(said()).toContain('--format 뒤에 값을 쓰세요.');
  });

  test.each([
    [['--prot', '5000'], '혹시 --port인가요?'],
    [['build', '--strcit'], '혹시 --strict인가요?'],
    [['build', '--out-dirs=x'], '혹시 --outDir인가요?'],
    [['notes'], 'CONTENT_DIR=notes'],
    [['build', 'notes'], 'CONTENT_DIR=notes'],
  ])('of Vite: %s', (args, message) => {
    const { text, status } = vite(args, 'tests/fixtures/course');
    expect(text).toContain(message);
    expect(text).not.toMatch(/^ +at /m);
    expect(status).toBe(2);
  });
});

describe('npm run new', () => {
  const filesIn = (dir: string) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => path.extname(file) !== '');

  test('makes a course in which nothing is to be mended, with a question of every type', async () => {
    const dir = path.join(folder, '깊은 곳/내 강의');
    expect(await makeNew([dir])).toBe(0);
    expect(said()).toContain(`CONTENT_DIR='${dir}' `);
    expect(filesIn(dir).sort()).toEqual(filesIn('docs/starter').sort());
    printed = [];
    vi.stubEnv('CONTENT_DIR', dir);
    expect(await check(['--strict'])).toBe(0);
    expect(said()).toBe('오류 0 · 주의 0 · 알림 0');
    const workspace = new Workspace({ dir, base: '/', drafts: false });
    await workspace.load();
    const { course } = workspace.compiled;
    const asked = [...course.pages.values()].flatMap((page) => questionsIn(blocksOf(page)));
    expect(asked.map(({ type }) => type).sort()).toEqual(Object.keys(RULES).sort());
    expect(asked.every(({ answer }) => answer !== undefined)).toBe(true);
  });

  test('gives each course an id of its own', async () => {
    const ids: string[] = [];
    for (const name of ['a/notes', 'b/notes', '한글']) {
      await makeNew([path.join(folder, name)]);
      const readme = readFileSync(path.join(folder, name, 'README.md'), 'utf8');
      ids.push(/<!-- course: (\S+) -->/.exec(readme)?.[1] ?? '');
    }
    expect(ids[0]).toMatch(/^notes-[a-z0-9]{4}$/);
    expect(ids[2]).toMatch(/^course-/);
    expect(new Set(ids).size).toBe(3);
  });

  test('goes into an empty folder, and says the shorter way where that is the usual one', async () => {
    execFileSync('git', ['init', '-q', folder]);
    vi.stubEnv('CONTENT_DIR', folder);
    expect(await makeNew([folder])).toBe(0);
    expect(said()).toMatch(/^ {2}npm run dev$/m);
  });

  test('never overwrites, and says what stands in the way', async () => {
    writeFileSync(path.join(folder, 'README.md'), '# 나의 것\n');
    writeFileSync(path.join(folder, 'file'), '');
    for (const [argument, message] of [
      [folder, '비어 있지 않은 폴더입니다'],
      [path.join(folder, 'file'), '폴더를 만들 수 없습니다'],
      [path.join(folder, 'file/below'), '폴더를 만들 수 없습니다'],
    ] as const) {
      printed = [];
      expect(await makeNew([argument])).toBe(2);
      expect(said()).toContain(`${message}: ${argument}`);
    }
    printed = [];
    expect(await makeNew([])).toBe(2);
    expect(await makeNew(['내', '강의'])).toBe(2);
    expect(said()).toMatch(/^만들 폴더의 이름을 쓰세요[\s\S]*^폴더는 하나만 쓰세요.*"내 강의"/m);
    expect(filesIn(folder)).toEqual(['README.md']);
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe('# 나의 것\n');
  });
});
