/** The notes in memory become those on disk, whatever the watcher tells or keeps to itself. */

import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderFollower } from '../../../src/compiler/dev/watch.ts';
import { Workspace } from '../../../src/compiler/workspace.ts';

let dir: string;
let workspace: Workspace;
let follower: FolderFollower;
let told: string[][];
const trouble: unknown[] = [];

const at = (name: string) => path.join(dir, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });
const README = '# 강의\n\n- [하나](one.md)\n- [둘](two.md)\n';
const titles = () => workspace.compiled.course.tree.map(({ title }) => title);
const page = (name: string) => workspace.compiled.course.pages.get(`/${name}/`)?.titleText ?? null;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'follow-'));
  write('README.md', README);
  write('one.md', '# 하나\n');
  write('two.md', '# 둘\n');
  told = [];
  trouble.length = 0;
  workspace = new Workspace({ dir, base: '/', drafts: true });
  follower = new FolderFollower(
    workspace,
    (files) => told.push(files),
    (error) => trouble.push(error),
  );
  await follower.load();
});
afterEach(async () => {
  await follower.stop();
  await rm(dir, { recursive: true, force: true });
  expect(trouble).toEqual([]);
});

test('a touched file is taken at once, and told', async () => {
  write('one.md', '# 첫째\n');
  follower.fileChanged(at('one.md'));
  await soon(() => expect(told).toEqual([['one.md']]));
  expect(page('one')).toBe('첫째');
});

test('a new file that the watcher never told of is found when anything stirs', async () => {
  write('draft.md', '# 초안의 글\n');
  write('one.md', '# 첫째\n');
  follower.fileChanged(at('one.md'));
  await soon(() => expect(page('draft')).toBe('초안의 글'));
  rmSync(at('draft.md'));
  follower.compareSoon();
  await soon(() => expect(page('draft')).toBeNull());
});

test('while telling takes long, what follows is told together, and all of it', async () => {
  const names = Array.from({ length: 60 }, (_, nth) => `new-${nth}.md`);
  const slow = new FolderFollower(
    workspace,
    (files) => {
      told.push(files);
      const end = performance.now() + 20;
      while (performance.now() < end);
    },
    (error) => trouble.push(error),
  );
  await slow.load();
  for (const name of names) {
    write(name, '# 글\n');
    slow.fileChanged(at(name));
    await new Promise((resolve) => setTimeout(resolve));
  }
  await soon(() => expect(new Set(told.flat())).toEqual(new Set(names)));
  expect(told.length).toBeLessThan(names.length / 2);
  await slow.stop();
});

test('text that came within the same tick of the clock as the empty file is read', async () => {
  write('new.md', '');
  follower.fileChanged(at('new.md'));
  await soon(() => expect(told).toEqual([['new.md']]));
  const { atime, mtime } = statSync(at('new.md'));
  write('new.md', '# 새 글\n');
  utimesSync(at('new.md'), atime, mtime);
  await soon(() => expect(page('new')).toBe('새 글'));
});

test('what is written while the folder is read for the first time is found', async () => {
  const late = new FolderFollower(workspace, (files) => told.push(files), console.error);
  const loading = late.load();
  write('while.md', '# 그 사이\n');
  await loading;
  await soon(() => expect(page('while')).toBe('그 사이'));
  await late.stop();
});

test('saving without a change tells nobody', async () => {
  write('one.md', '# 하나\n');
  follower.fileChanged(at('one.md'));
  write('two.md', '# 둘째\n');
  follower.fileChanged(at('two.md'));
  await soon(() => expect(page('two')).toBe('둘째'));
  expect(told.flat()).toEqual(['two.md']);
});

test('a course page that is empty for a moment, or broken, keeps its tree', async () => {
  const before = titles();
  for (const broken of ['', '# 강의\n\n```\n- [둘](two.md)\n']) {
    write('README.md', broken);
    follower.fileChanged(at('README.md'));
    await soon(() => expect(workspace.lastGoodFiles).toEqual(['README.md']));
    expect(titles()).toEqual(before);
    write('README.md', README);
    follower.fileChanged(at('README.md'));
    await soon(() => expect(workspace.lastGoodFiles).toEqual([]));
    expect(titles()).toEqual(before);
  }
});

test('links that lead outside and hidden files are no notes, touched or found', async () => {
  symlinkSync('/etc', at('etc'));
  symlinkSync('/etc/hostname', at('link.md'));
  write('.hidden.md', '# 숨김\n');
  for (const name of ['etc/hostname', 'link.md', '.hidden.md', '../outside.md'])
    follower.fileChanged(at(name));
  write('one.md', '# 첫째\n');
  follower.fileChanged(at('one.md'));
  await soon(() => expect(page('one')).toBe('첫째'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told.flat()).toEqual(['one.md']);
});

test('a link within the notes is a page where the list names it, and shows what it leads to', async () => {
  const put = (name: string, text: string) => {
    write(name, text);
    follower.fileChanged(at(name));
  };
  symlinkSync('one.md', at('again.md'));
  symlinkSync('one.md', at('unlisted.md'));
  symlinkSync('/etc/hostname', at('host.md'));
  follower.fileChanged(at('host.md'));
  put('README.md', `${README}- [다시](again.md)\n- [밖](host.md)\n`);
  await soon(() => expect(page('again')).toBe('하나'));
  expect(page('unlisted')).toBeNull();
  const told = workspace.compiled.diagnostics.map(({ code, line }) => `${line} ${code}`);
  expect(told).toContain('6 file-outside');
  expect(told.filter((one) => one.includes('unlisted'))).toEqual([]);
  put('one.md', '# 바뀐 하나\n');
  await soon(() => expect(page('again')).toBe('바뀐 하나'));
  rmSync(at('again.md'));
  symlinkSync('/etc/hostname', at('again.md'));
  follower.fileChanged(at('again.md'));
  await soon(() => expect(page('again')).toBeNull());
});

test('after any edits, of which any are told, memory equals the disk', async () => {
  const name = fc.constantFrom('a.md', 'b.md', 'c/d.md', 'c/e.md', 'one.md');
  const edit = fc.record({
    kind: fc.constantFrom('write' as const, 'remove' as const, 'move' as const),
    name,
    to: name,
    text: fc.constantFrom('# 가\n', '# 나나\n', '# 다\n\n글.\n'),
    isTold: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
      await rm(at('c'), { recursive: true, force: true });
      mkdirSync(at('c'), { recursive: true });
      for (const { kind, name: from, to, text, isTold } of edits) {
        if (kind === 'write') write(from, text);
        else if (kind === 'remove') rmSync(at(from), { force: true });
        else if (statSync(at(from), { throwIfNoEntry: false })) renameSync(at(from), at(to));
        if (isTold) for (const each of [from, to]) follower.fileChanged(at(each));
      }
      follower.compareSoon();
      const fresh = new Workspace({ dir, base: '/', drafts: true });
      await fresh.load();
      const pages = ({ compiled }: Workspace) => compiled.course.pages;
      await soon(() => expect(pages(workspace)).toEqual(pages(fresh)));
    }),
    { numRuns: 12 },
  );
});

test('diagrams are drawn after the folder is read, and told; what is saved later is drawn with it', async () => {
  const drawn = '```mermaid\nflowchart LR\n  가 --> 나\n```\n';
  await follower.stop();
  write('one.md', `# 하나\n\n${drawn}`);
  workspace = new Workspace({
    dir,
    base: '/',
    drafts: true,
    styles: { diagram: '/style.css', rare: '/rare.css' },
  });
  follower = new FolderFollower(
    workspace,
    (files) => told.push(files),
    (error) => trouble.push(error),
  );
  await follower.load();
  const html = (name: string) => JSON.stringify(workspace.compiled.course.pages.get(`/${name}/`)?.blocks);
  expect(html('one')).toContain('가 → 나');
  expect(html('one')).not.toContain('<svg');
  follower.drawRest();
  await soon(() => expect(told).toEqual([['one.md']]));
  expect(html('one')).toContain('<svg');
  write('two.md', `# 둘\n\n${drawn.replace('나', '다')}`);
  follower.fileChanged(at('two.md'));
  await soon(() => expect(html('two')).toContain('<svg'));
});
