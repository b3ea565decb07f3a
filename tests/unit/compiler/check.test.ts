/** The command that checks and mends a folder: what it prints, what it writes, and how it ends. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../../src/compiler/check/check.ts';

let dir: string;
let printed: string[];

const put = (file: string, text: string | Buffer) => {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
};
const read = (file: string) => readFileSync(path.join(dir, file), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: dir, stdio: 'pipe' });
const commit = (day = 1) => {
  git('add', '-A');
  const date = `2026-01-0${day}T00:00:00Z`;
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-qm', 'notes'], {
    cwd: dir,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
};
const output = () => printed.join('\n');

const README = '# 강의\n\n<!-- course: trial -->\n\n- [토픽](topic.md)\n';
const question = (title: string, id: string, answer = '커널') =>
  `### Q. ${title} ${id === '' ? '' : `<!-- q: ${id} -->`}\n\n정답: ${answer}\n\n> 해설: 글이다.\n> 출처: [토픽](topic.md)\n`.replace(
    / +\n/,
    '\n',
  );
const topic = (...questions: string[]) => `# 토픽\n\n글.\n\n## 확인 문제\n\n${questions.join('\n')}`;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'check-'));
  printed = [];
  vi.stubEnv('CONTENT_DIR', dir);
  vi.stubEnv('GITHUB_ACTIONS', '');
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void printed.push(text));
  put('README.md', README);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

describe('what is printed', () => {
  test('place, severity, code and message, then the line with a caret under the place, then the fix', async () => {
    put('topic.md', '# 토픽\n\n글과 **도커(Docker)**는 도구다.\n');
    expect(await run([])).toBe(0);
    const lines = output().split('\n');
    expect(lines[0]).toMatch(/topic\.md:3:4 {2}알림 {2}emphasis-on-github {2}/);
    expect(lines[1]).toBe('  3 | 글과 **도커(Docker)**는 도구다.');
    // 글과 and the blank are five columns wide.
    expect(lines[2]).toBe('    |      ^');
    expect(lines[3]).toContain('고치기: ');
  });

  test('a long line is cut around the place', async () => {
    put('topic.md', `# 토픽\n\n${'가나다 '.repeat(60)}설ㄹ치${' 라마바'.repeat(60)}\n`);
    await run([]);
    const [, text = '', caret = ''] = output().split('\n');
    const width = (part: string) =>
      [...part].reduce((sum, char) => sum + (/[가-힣ㄱ-ㅎ]/.test(char) ? 2 : 1), 0);
    expect(width(text)).toBeLessThan(110);
    expect(text).toMatch(/^ {2}3 \| ….*설ㄹ치.*…$/);
    expect(width(text.slice(0, text.indexOf('ㄹ')))).toBe(caret.indexOf('^'));
  });

  test('what would steer the terminal is shown as a sign: a line break in a name, an escape in a line', async () => {
    put('README.md', README.replace('topic.md', 'a%0Ab.md'));
    put('a\nb.md', '# 토픽\n\n\x1b[2J[없는 글](none.md)\n\n## 확인 문제\n\n### Q. 무엇인가?\n\n정답: 커널\n');
    await run([]);
    const lines = output().split('\n');
    expect(lines.some((line) => /a␊b\.md:3:\d+ {2}.*link-broken/.test(line))).toBe(true);
    expect(lines).toContain('  3 | ␛[2J[없는 글](none.md)');
    printed = [];
    await run(['--fix']);
    expect(output()).toContain('+++ a␊b.md');
    expect(output()).not.toContain('\x1b');
  });

  test('of many of a kind the first few and how many others there are; --all and --json have them all', async () => {
    put('README.md', README.replace('topic.md)', 'topic.md)\n- [둘](two.md)'));
    put('topic.md', `# 토픽\n\n${'-항목\n\n'.repeat(30)}설ㄹ치\n`);
    put('two.md', `# 둘\n\n${'-항목\n\n'.repeat(3)}`);
    await run([]);
    expect(output().match(/ {2}list-marker {2}/g)).toHaveLength(5);
    expect(output()).toContain('  list-marker 외 28곳(파일 2개). 모두 보기: npm run check -- --all');
    expect(output()).toMatch(/jamo-stray/);
    expect(output()).toMatch(/오류 0 · 주의 34 · 알림 0$/);
    printed = [];
    await run(['--all']);
    expect(output().match(/ {2}list-marker {2}/g)).toHaveLength(33);
    expect(output()).not.toContain('외 ');
    printed = [];
    await run(['--json']);
    expect(JSON.parse(output()).diagnostics).toHaveLength(34);
  });

  test('--json is one document with every diagnostic', async () => {
    put('topic.md', '# 토픽\n\n-항목\n');
    expect(await run(['--json'])).toBe(0);
    const { summary, diagnostics } = JSON.parse(output());
    expect(summary).toEqual({ error: 0, warning: 1, notice: 0 });
    expect(diagnostics[0]).toMatchObject({ code: 'list-marker', file: 'topic.md', line: 3, column: 1 });
  });

  test('on GitHub every diagnostic is an annotation', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    put('topic.md', '# 토픽\n\n-항목, 100%\n');
    await run([]);
    expect(output()).toMatch(/^::warning file=[^,:]*topic\.md,line=3,col=1,title=list-marker::/m);
  });
});

describe('how it ends', () => {
  test('warnings pass, and fail when strict', async () => {
    put('topic.md', '# 토픽\n\n-항목\n');
    expect(await run([])).toBe(0);
    expect(await run(['--strict'])).toBe(1);
  });

  test('errors fail', async () => {
    put('topic.md', topic('### Q. 답이 없다 <!-- q: none -->\n'));
    expect(await run([])).toBe(1);
  });

  test('an unknown option and a folder that is not there end with 2 and say how to use it', async () => {
    expect(await run(['--fixx'])).toBe(2);
    vi.stubEnv('CONTENT_DIR', path.join(dir, 'none'));
    expect(await run([])).toBe(2);
    expect(output()).toContain('노트 폴더가 없습니다');
    expect(output()).toContain('npm run check -- [--fix');
  });

  test('as a command', () => {
    const call = (...args: string[]) =>
      execFileSync(process.execPath, ['src/compiler/cli.mjs', 'check', ...args], {
        env: { ...process.env, CONTENT_DIR: dir },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    // A formula and a drawing need libraries that are loaded only then.
    put('topic.md', '# 토픽\n\n-항목 $x^2$\n\n```mermaid\nflowchart LR\n  A[가] --> B[나]\n```\n');
    expect(call()).toContain('list-marker');
    expect(() => call('--strict')).toThrow(/Command failed/);
  });
});

describe('--fix', () => {
  const SLIPS = '# 토픽\r\n\r\n-항목\r\n\r\n글 끝\\\r\n';

  test('shows a diff and writes nothing when nobody can agree', async () => {
    put('topic.md', SLIPS);
    await run(['--fix']);
    expect(output()).toContain('-항목');
    expect(output()).toContain('+- 항목');
    expect(output()).toContain('--fix --yes');
    expect(read('topic.md')).toBe(SLIPS);
  });

  test('--yes writes; the rest of the file stays byte for byte, and once more changes nothing', async () => {
    put('topic.md', SLIPS);
    expect(await run(['--fix', '--yes'])).toBe(0);
    expect(read('topic.md')).toBe('# 토픽\r\n\r\n- 항목\r\n\r\n글 끝\r\n');
    printed = [];
    await run(['--fix', '--yes']);
    expect(output()).toBe('오류 0 · 주의 0 · 알림 0');
  });

  const NOTE =
    '# 도커\n\n-항목 [없음](topicc.md)\n\n도커 이미지를 만든다.\n\n## 확인 문제\n\n### Q. 참인가?\n\n정답: O\n';
  // '도커 이미지를 만든다.' as Windows saves it.
  const CP949 = Buffer.from('b5b5c4bf20c0ccb9ccc1f6b8a620b8b8b5e7b4d92e0a', 'hex');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');

  test.each([
    ['CP949', 'CP949', Buffer.concat([Buffer.from('# Docker\n\n-'), CP949])],
    [
      'CP949 in a few words',
      'CP949',
      Buffer.concat([Buffer.from('Docker and [x](topicc.md) '), CP949.subarray(0, 4)]),
    ],
    ['UTF-16 with its mark', 'UTF-16 LE', utf16(`\uFEFF${NOTE}`)],
    ['UTF-16 without a mark', 'UTF-16 LE', utf16(NOTE)],
    ['UTF-16, the other way round', 'UTF-16 BE', utf16(`\uFEFF${NOTE}`).swap16()],
    ['UTF-16, so, without a mark', 'UTF-16 BE', utf16(NOTE).swap16()],
    [
      'UTF-8 with a broken byte',
      'UTF-8로 읽을 수 없는 글자가 1개',
      Buffer.concat([Buffer.from(NOTE), Buffer.from([0xb0])]),
    ],
    [
      'UTF-8 cut within a character',
      'UTF-8로 읽을 수 없는 글자가 1개',
      Buffer.from(`${NOTE}끝`).subarray(0, -1),
    ],
    ['a picture', 'UTF-8로 읽을 수 없는 글자가', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])(
    'a file in another encoding is an error that names it, and nothing is mended: %s',
    async (_, told, bytes) => {
      put('topic.md', bytes);
      expect(await run(['--fix', '--yes'])).toBe(1);
      expect(await run(['--fix=ids', '--yes'])).toBe(1);
      expect(readFileSync(path.join(dir, 'topic.md')).equals(bytes)).toBe(true);
      expect(output()).toMatch(/topic\.md:\d+:\d+ {2}오류 {2}file-encoding/);
      expect(output()).toContain(told);
      expect(output()).not.toContain('고치기: ');
    },
  );

  test('the list of synonyms in another encoding is told of, too', async () => {
    put('topic.md', '# 토픽\n\n글.\n');
    put('synonyms.md', utf16('# 같은 말\n\n- 도커 / docker\n'));
    expect(await run([])).toBe(1);
    expect(output()).toContain('synonyms.md:1:1');
  });

  test('a byte order mark of UTF-8 is fine, and stays', async () => {
    put('topic.md', '\uFEFF# 도커\n\n-항목\n');
    expect(await run(['--fix', '--yes'])).toBe(0);
    expect(read('topic.md')).toBe('\uFEFF# 도커\n\n- 항목\n');
  });

  test('a missing id is a notice, and is written', async () => {
    put('topic.md', topic(question('함께 쓰는 것은?', '')));
    expect(await run([])).toBe(0);
    expect(output()).toMatch(/알림 {2}question-id-missing/);
    await run(['--fix', '--yes']);
    expect(read('topic.md')).toMatch(/### Q\. 함께 쓰는 것은\? <!-- q: topic-[0-9a-f]{6} -->\n/);
  });

  test('--fix=ids gives ids and changes nothing else', async () => {
    const slips = `-항목\n\n${question('함께 쓰는 것은?', '')}\n해설 없이 쓴 글\n`;
    put('topic.md', topic(slips));
    await run(['--fix=ids', '--yes']);
    expect(read('topic.md').replace(/ <!-- q: topic-[0-9a-f]{6} -->/, '')).toBe(topic(slips));
    expect(read('topic.md')).toContain('<!-- q: topic-');
    expect(await run(['--fix=idss'])).toBe(2);
    expect(output()).toContain('모르는 값입니다: --fix=idss');
  });

  test('without git the first of two equal ids keeps it', async () => {
    put('topic.md', topic(question('하나?', 'twice'), question('둘?', 'twice')));
    expect(await run([])).toBe(1);
    expect(await run(['--fix', '--yes'])).toBe(0);
    expect(read('topic.md')).toMatch(/하나\? <!-- q: twice -->[\s\S]*둘\? <!-- q: topic-/);
  });
});

describe('beside the last commit', () => {
  beforeEach(() => {
    git('init', '-q');
    put('README.md', `${README}- [가](a.md)\n`);
  });

  test('of two equal ids the copy is the one that came later, also when its file comes first', async () => {
    put('a.md', '# 가\n\n글.\n');
    put('topic.md', topic(question('하나?', 'kept')));
    commit(1);
    put('a.md', topic(question('하나?', 'kept')).replace('# 토픽', '# 가'));
    commit(2);
    expect(await run(['--fix', '--yes'])).toBe(0);
    expect(read('topic.md')).toContain('<!-- q: kept -->');
    expect(read('a.md')).toMatch(/<!-- q: a-[0-9a-f]{6} -->/);
  });

  test('in one file the copy is the one that was not there', async () => {
    put('a.md', '# 가\n\n글.\n');
    put('topic.md', topic(question('하나?', 'kept')));
    commit();
    put('topic.md', topic(question('새로 쓴 둘?', 'kept'), question('하나?', 'kept')));
    expect(await run(['--fix', '--yes'])).toBe(0);
    expect(read('topic.md')).toMatch(/둘\? <!-- q: topic-[\s\S]*하나\? <!-- q: kept -->/);
  });

  test('a vanished id is listed with the closest new question; deleting is no error', async () => {
    put('a.md', '# 가\n\n글.\n');
    put(
      'topic.md',
      topic(
        question('컨테이너가 함께 쓰는 것은 무엇인가요?', 'old'),
        question('전혀 다른 것?', 'gone', '파드'),
      ),
    );
    commit();
    put('topic.md', topic(question('컨테이너가 호스트와 함께 쓰는 것은 무엇인가요?', 'renamed')));
    expect(await run([])).toBe(0);
    expect(output()).toMatch(
      /old {2}topic\.md:7 「컨테이너가 함께 쓰는 것은 무엇인가요\?」\n.*→ topic\.md:7 .*\d+% 비슷함/,
    );
    expect(output()).toMatch(/gone {2}topic\.md:14 「전혀 다른 것\?」(?!\n.*→)/);
  });

  test('questions of a course that another one has replaced are told once, not one by one', async () => {
    put('a.md', '# 가\n\n글.\n');
    put('topic.md', topic(question('컨테이너가 함께 쓰는 것은 무엇인가요?', 'old'), question('둘?', 'gone')));
    commit();
    put('README.md', README.replace('trial', 'poetry'));
    put('topic.md', topic(question('이 시를 쓴 사람은?', '', '윤동주')));
    await run(['--fix', '--yes']);
    expect(output().match(/trial/g)).toHaveLength(1);
    expect(output()).toContain('그 강의의 문제 2개와는 비교하지 않았습니다');
    expect(output()).not.toContain('없어졌습니다');
  });

  test('a question that only lost its comment gets its own id back', async () => {
    put('a.md', '# 가\n\n글.\n');
    put('topic.md', topic(question('컨테이너가 함께 쓰는 것은 무엇인가요?', 'mine')));
    commit();
    put('topic.md', topic(question('컨테이너가 함께 쓰는 것은 무엇인가요?', '')));
    expect(await run(['--fix', '--yes'])).toBe(0);
    expect(read('topic.md')).toContain('<!-- q: mine -->');
  });

  test('a folder whose files were never committed has no history', async () => {
    put('a.md', '# 가\n\n글.\n');
    put('topic.md', topic(question('하나?', 'one')));
    expect(await run([])).toBe(0);
    expect(output()).not.toContain('없어졌습니다');
  });
});
