/** The command that exports a folder: what it writes and prints, and how it ends. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../../src/compiler/check/export.ts';
import { EVERY_SHAPE, notesOf } from '../export/course.ts';

let dir: string;
let out: string;
let printed: string[];
const output = () => printed.join('\n');
const put = (notes: ReadonlyMap<string, string>) => {
  for (const [file, text] of notes) writeFileSync(path.join(dir, file), text);
};

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'export-'));
  out = path.join(mkdtempSync(path.join(tmpdir(), 'exported-')), 'new', 'folder');
  printed = [];
  vi.stubEnv('CONTENT_DIR', dir);
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('BASE_PATH', '');
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void printed.push(text));
  put(notesOf(EVERY_SHAPE));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const folder of [dir, path.dirname(path.dirname(out))])
    rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['anki', ['anki.txt']],
  ['gift', ['questions.gift.txt']],
  ['json', ['questions.json', 'questions.schema.json']],
  ['print', ['answers.html', 'exam.html']],
])('%s writes its files and says of how many questions', async (format, files) => {
  expect(await run(['--format', format, '--out', out])).toBe(0);
  expect(readdirSync(out).sort()).toEqual(files);
  expect(output()).toContain(`문제 ${Object.keys(EVERY_SHAPE).length}개`);
});

test('what the format cannot carry is printed with its places', async () => {
  await run(['--format', 'gift', '--out', out]);
  expect(output()).toMatch(/힌트는 담지 않습니다.*\n {2}1곳: topic\.md:7/);
});

test('the same notes give the same bytes, and the notes are left alone', async () => {
  const before = readFileSync(path.join(dir, 'topic.md'));
  const written = async () => {
    await run(['--format', 'print', '--out', out]);
    return readFileSync(path.join(out, 'exam.html'), 'utf8');
  };
  expect(await written()).toBe(await written());
  expect(readFileSync(path.join(dir, 'topic.md'))).toEqual(before);
  expect(readdirSync(dir).sort()).toEqual(['README.md', 'topic.md']);
});

test('links lead to the site where it is known', async () => {
  vi.stubEnv('SITE_URL', 'https://example.org/');
  vi.stubEnv('BASE_PATH', 'notes');
  put(notesOf({ a: '정답: O\n\n> 출처: [토픽](topic.md)' }));
  await run(['--format', 'json', '--out', out]);
  const { topics } = JSON.parse(readFileSync(path.join(out, 'questions.json'), 'utf8'));
  expect(topics[0].questions[0].sources[0].address).toBe('https://example.org/notes/topic/');
});

test('a part is found by its name in the course and by its path from here', async () => {
  expect(await run(['--format', 'json', '--only', 'topic.md', '--out', out])).toBe(0);
  expect(await run(['--format', 'json', '--only', path.join(dir, 'topic.md'), '--out', out])).toBe(0);
});

test('notes with terms and no questions make cards and no exam', async () => {
  put(notesOf({}));
  writeFileSync(path.join(dir, 'topic.md'), '# 토픽\n\n- 커널: 운영체제의 핵심.\n');
  expect(await run(['--format', 'anki', '--out', out])).toBe(0);
  expect(output()).toContain('용어 카드 1개');
  for (const format of ['gift', 'print']) expect(await run(['--format', format, '--out', out])).toBe(1);
  expect(readdirSync(out)).toEqual(['anki.txt']);
});

test('nothing to export, a wrong option and a folder that is not there are told and write nothing', async () => {
  expect(await run(['--format', 'json', '--only', 'elsewhere', '--out', out])).toBe(1);
  expect(output()).toContain('elsewhere에는 내보낼 문제가 없습니다.');
  for (const args of [
    [],
    ['--format', 'pdf'],
    ['--format', 'toString'],
    ['--format', 'anki', '--count', '0'],
    ['--formt', 'anki'],
  ])
    expect(await run([...args, '--out', out])).toBe(2);
  expect(output()).toContain('모르는 형식입니다: toString');
  vi.stubEnv('CONTENT_DIR', path.join(dir, 'gone'));
  expect(await run(['--format', 'json', '--out', out])).toBe(2);
  expect(output()).toContain('노트 폴더가 없습니다');
  expect(() => readdirSync(out)).toThrow(/ENOENT/);
});
