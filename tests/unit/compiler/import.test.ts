/** The command that brings a bank into a note: what it shows and writes, and that nothing that was there changes. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run as check } from '../../../src/compiler/check/check.ts';
import { run } from '../../../src/compiler/check/import.ts';

const NOTE = `# 토픽

글이다.

## 이미지

- 이미지: 실행에 필요한 것을 담은 템플릿.

### 확인 문제

#### Q. 있던 문제는? <!-- q: old -->

정답: O

> 해설: 그렇다.

## 컨테이너

- 컨테이너: 이미지를 실행한 것.
`;

let dir: string;
let printed: string[];
const output = () => printed.join('\n');
const note = () => readFileSync(path.join(dir, 'topic.md'), 'utf8');
const put = (name: string, text: string | Buffer) => {
  writeFileSync(path.join(dir, name), text);
  return path.join(dir, name);
};
const bring = (bank: string, ...more: string[]) => run([bank, '--into', 'topic.md#이미지', ...more]);

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'import-'));
  printed = [];
  vi.stubEnv('CONTENT_DIR', dir);
  vi.stubEnv('GITHUB_ACTIONS', '');
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((text: string) => void printed.push(text));
  put('README.md', '# 강의\n\n- [토픽](topic.md)\n');
  put('topic.md', NOTE);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

test('shows what would change and writes only when told to', async () => {
  const bank = put('bank.gift', '// [id:new-1]\n새 문제는? {=가 ~나}\n');
  expect(await bring(bank)).toBe(0);
  expect(output()).toContain('+#### Q. 새 문제는? <!-- q: new-1 -->');
  expect(output()).toContain('쓰지 않았습니다. 그대로 쓰려면 --write');
  expect(note()).toBe(NOTE);
  expect(await bring(bank, '--write')).toBe(0);
  expect(note()).toBe(
    NOTE.replace(
      '> 해설: 그렇다.\n',
      '> 해설: 그렇다.\n\n#### Q. 새 문제는? <!-- q: new-1 -->\n\n- [x] 가\n- [ ] 나\n',
    ),
  );
  expect(await check([])).toBe(0);
});

test('a second time nothing is brought in, with ids of the bank or without', async () => {
  const bank = put(
    'bank.gift',
    '// [id:강의/question:old]\n딴 물음? {F}\n\n아이디가 없다. {T}\n\n아이디가 없다. {T}\n',
  );
  expect(await bring(bank, '--write')).toBe(0);
  expect(output()).toContain(':2  이미 있어 그대로 둡니다: old (topic.md)'.replace(':2', ':1'));
  expect(output()).toMatch(/:6 {2}이미 있어 그대로 둡니다: bank-[0-9a-z]{10} \(이 파일의 앞쪽\)/);
  const once = note();
  expect(once.match(/<!-- q: bank-/g)).toHaveLength(1);
  expect(await bring(bank, '--write')).toBe(1);
  expect(output()).toContain('옮길 문제가 없습니다.');
  expect(note()).toBe(once);
});

test.each([
  [
    'topic.md#컨테이너',
    '- 컨테이너: 이미지를 실행한 것.\n\n### 확인 문제\n\n#### Q. 새 문제다. <!-- q: n -->\n\n정답: O\n',
  ],
  [
    'topic.md#%EC%BB%A8%ED%85%8C%EC%9D%B4%EB%84%88',
    '### 확인 문제\n\n#### Q. 새 문제다. <!-- q: n -->\n\n정답: O\n',
  ],
  [
    'topic.md',
    '- 컨테이너: 이미지를 실행한 것.\n\n## 확인 문제\n\n### Q. 새 문제다. <!-- q: n -->\n\n정답: O\n',
  ],
])('a quiz is begun where there is none: %s', async (into, end) => {
  const bank = put('bank.gift', '// [id:n]\n새 문제다. {T}\n');
  expect(await run([bank, '--into', into, '--write'])).toBe(0);
  expect(note().startsWith(NOTE.trimEnd())).toBe(true);
  expect(note().endsWith(end)).toBe(true);
});

test('the line ends and the mark at the start of a note stay', async () => {
  const windows = `\uFEFF${NOTE.replaceAll('\n', '\r\n')}`;
  put('topic.md', windows);
  expect(await bring(put('bank.gift', '새 문제다. {T}\n'), '--write')).toBe(0);
  expect(note()).toMatch(/^\uFEFF# 토픽\r\n/);
  expect(note().replaceAll('\r\n', '')).not.toContain('\n');
});

test('a table that Excel saved in CP949 is read', async () => {
  // 「문제,정답」 and 「참이다,O」 in CP949.
  const bytes = Buffer.from('b9aec1a62cc1a4b4e40ac2fcc0ccb4d92c4f0a', 'hex');
  expect(await bring(put('bank.csv', bytes), '--write')).toBe(0);
  expect(note()).toContain('#### Q. 참이다 <!-- q: bank-');
});

describe('nothing is written', () => {
  test.each<[string, () => string[], string, number]>([
    ['without a bank', () => [], '옮길 파일을 쓰세요.', 2],
    ['without a note', () => [put('a.gift', '참. {T}')], '--into에 옮길 노트를 쓰세요.', 2],
    [
      'from a file that is not there',
      () => ['none.gift', '--into', 'topic.md'],
      '그런 파일이 없습니다: none.gift',
      2,
    ],
    [
      'into a note that is not there',
      () => [put('a.gift', '참. {T}'), '--into', 'none.md'],
      '그런 노트가 없습니다: none.md',
      2,
    ],
    [
      'into a section that is not there',
      () => [put('a.gift', '참. {T}'), '--into', 'topic.md#이미자'],
      '혹시 #이미지인가요?',
      2,
    ],
    [
      'in a format that is none',
      () => [put('a.gift', '참. {T}'), '--into', 'topic.md', '--format', 'pdf'],
      '모르는 형식입니다: pdf',
      2,
    ],
    [
      'of what cannot be told',
      () => [put('a.txt', '그냥 글'), '--into', 'topic.md'],
      '무슨 형식인지 알 수 없습니다',
      2,
    ],
    [
      'of 10 MB',
      () => [put('a.gift', Buffer.alloc(10 * 1024 * 1024, '참. {T}\n\n')), '--into', 'topic.md'],
      '파일이 너무 큽니다: 10 MB',
      2,
    ],
    [
      'of a script',
      () => [put('a.gift', '참. {T}\n\n<script>x</script> {T}'), '--into', 'topic.md'],
      '3줄: 실행되는 태그',
      2,
    ],
    [
      'of essays alone',
      () => [put('a.gift', '쓰세요. {}'), '--into', 'topic.md'],
      '옮길 문제가 없습니다.',
      1,
    ],
  ])('%s', async (_, args, message, code) => {
    expect(await run([...args(), '--write'])).toBe(code);
    expect(output()).toContain(message);
    expect(note()).toBe(NOTE);
  });

  test('where the note would swallow it', async () => {
    put('topic.md', `${NOTE}\n\`\`\`sh\n열린 코드`);
    const before = note();
    expect(await run([put('a.gift', '참이다. {T}'), '--into', 'topic.md', '--write'])).toBe(2);
    expect(output()).toContain('npm run check로 노트를 먼저 살펴보세요.');
    expect(note()).toBe(before);
  });
});
