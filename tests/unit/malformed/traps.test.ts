/** Traps written by hand: files that look right or cannot be right, each told at the place where an author would look. */

import { describe, expect, test } from 'vitest';
import { checkNotes, fixNotes } from '../../../src/core/course/apply-fixes.ts';
import { applyEdits, type Diagnostic } from '../../../src/core/model/diagnostic.ts';

const folder = (source: string, file = 'area/topic.md') => ({
  notes: new Map([
    ['README.md', `# 강의\n\n<!-- course: traps -->\n\n- [토픽](${file})\n- [옆](area/next-topic.md)\n`],
    [file, source],
    ['area/next-topic.md', '# 옆\n\n## 설치 방법\n\n글.\n'],
  ]),
  files: new Set(['area/structure.png']),
});

const check = (source: string): Diagnostic[] =>
  checkNotes(folder(source)).filter(({ file }) => file === 'area/topic.md');

/** The text after every fix. */
const mended = (source: string): string => fixNotes(folder(source)).notes.get('area/topic.md') ?? '';

const QUESTION = '# 제목\n\n글.\n\n## 확인 문제\n\n### Q. 무엇인가요? <!-- q: trap -->\n';
const AFTER = '\n> 해설: 글.\n> 출처: [옆](next-topic.md)\n';

describe('a file that is none', () => {
  test.each([
    ['nothing', '', 'file-empty 1:1'],
    ['blanks only', ' \n\t\n', 'file-empty 1:1'],
    ['a byte order mark only', '\uFEFF', 'file-empty 1:1'],
    ['front matter only', '---\nauthor: 김\n---\n', 'file-empty 1:1'],
    ['a picture named .md', '\x89PNG\r\n\x1a\n\0\0\uFFFD', 'file-encoding 3:1'],
    ['EUC-KR read as UTF-8', '# \uFFFD\uFFFD\n\n글', 'file-encoding 1:3'],
    ['half a surrogate pair', '# 제목\n\n글 \uD83D 글', 'file-encoding 3:3'],
  ])('%s', (_, source, told) => {
    expect(check(source).map(({ code, line, column }) => `${code} ${line}:${column}`)).toContain(told);
  });
});

describe('told at the place', () => {
  test.each([
    ['a fence opened by one tick too many', '# 제목\n\n````\n코드\n```\n\n글', 'fence-unclosed 3:1'],
    ['a fence closed by tildes', '# 제목\n\n```\n코드\n~~~\n', 'fence-unclosed 3:1'],
    ['a title that is underlined', '# 제목\n\n글이다\n---\n', 'heading-by-underline 3:1'],
    [
      'a heading in a comment, and the comment left open',
      '# 제목\n\n<!-- ## 옛 절\n글',
      'comment-unclosed 3:1',
    ],
    ['windows lines', '# 제목\r\n\r\n-항목\r\n', 'list-marker 3:1'],
    ['old mac lines', '# 제목\r\r-항목\r', 'list-marker 3:1'],
    ['decomposed Hangul', `# 제목\n\n${'글과 '.normalize('NFD')}[옆](nextt-topic.md)`, 'link-broken 3:7'],
    [
      'a list of 40 levels',
      `# 제목\n\n${Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- 글`).join('\n')}`,
      'nesting-too-deep 33:61',
    ],
    ['a script', '# 제목\n\n<script>alert(1)</script>', 'html-dropped 3:1'],
    ['javascript: in a link', '# 제목\n\n글 [여기](javascript:alert(1))', 'link-unsafe 3:3'],
    ['a way out of the folder', '# 제목\n\n[비밀](../../secret.md)', 'link-outside 3:1'],
    ['a picture without words', '# 제목\n\n![](structure.png)', 'image-alt-missing 3:1'],
    ['a picture of another site', '# 제목\n\n![로고](https://example.org/a.png)', 'image-remote 3:1'],
    ['a picture in another folder', '# 제목\n\n![구조](images/structure.png)', 'image-missing 3:1'],
    ['stacks that are none', '# 제목\n\n```stacks\n그냥 글\n```\n', 'stacks-shape 3:1'],
    [
      'a comparison with one column',
      '# 제목\n\n<!-- compare: a -->\n\n| 비교 | 하나 |\n|---|---|\n| 정의 | 글 |\n',
      'comparison-columns 5:3',
    ],
    [
      'a comparison linked to nothing',
      '# 제목\n\n<!-- compare: a -->\n\n| 비교 | [옆](gone-away.md) | 나 |\n|---|---|---|\n| 정의 | 글 | 글 |\n',
      'comparison-link 5:8',
    ],
    ['a section without words', '# 제목\n\n글\n\n## 빈 절\n', 'section-empty 5:1'],
    [
      'two headings of one name, and a link',
      '# 제목\n\n[설치](#설치)\n\n## 설치\n\n글\n\n## 설치\n\n글',
      'anchor-repeated 9:1',
    ],
    ['an answer that is a heading', `${QUESTION}정답: X\n---\n`, 'heading-by-underline 8:1'],
    [
      'an option list that ticks nothing',
      `${QUESTION}- [ ] 가\n- [ ] 나\n- [ ] 다\n${AFTER}`,
      'question-none-right 8:1',
    ],
    ['a numbered list of one', `${QUESTION}1. 하나\n${AFTER}`, 'question-shape 8:1'],
    ['a question without words', `${QUESTION}`, 'question-shape 7:1'],
  ])('%s', (_, source, told) => {
    expect(check(source).map(({ code, line, column }) => `${code} ${line}:${column}`)).toContain(told);
  });
});

describe('what is mended', () => {
  test.each([
    [
      'lines keep their ends',
      '# 제목\r\n\r\n글이다\r\n2. 둘째\r\n',
      '# 제목\r\n\r\n글이다\r\n\r\n2. 둘째\r\n',
    ],
    ['a first heading is the title', '## 제목\n\n### 가\n\n글\n', '# 제목\n\n## 가\n\n글\n'],
    ['a byte order mark stays', '\uFEFF글\n', '\uFEFF# topic\n\n글\n'],
    ['no line end is added', '# 제목\n\n-항목', '# 제목\n\n- 항목'],
    [
      'decomposed Hangul stays',
      `# ${'제목'.normalize('NFD')}\n\n-항목`,
      `# ${'제목'.normalize('NFD')}\n\n- 항목`,
    ],
    [
      'levels below move along',
      '# 제목\n\n#### 가\n\n글\n\n##### 나\n\n글\n\n#### 다\n\n글',
      '# 제목\n\n## 가\n\n글\n\n### 나\n\n글\n\n## 다\n\n글',
    ],
    [
      'the address of a moved picture',
      '# 제목\n\n![구조](images/structure.png)',
      '# 제목\n\n![구조](structure.png)',
    ],
    [
      'an anchor that was renamed',
      '# 제목\n\n[설치](next-topic.md#설치-방밥)',
      '# 제목\n\n[설치](next-topic.md#설치-방법)',
    ],
    [
      'a table in a quote gets its id in the quote',
      '# 제목\n\n> [!NOTE]\n>\n> | 비교 | 가 | 나 |\n> |---|---|---|\n> | 정의 | 글 | 글 |\n',
      /> <!-- compare: topic-[0-9a-f]{6} -->\n> \| 비교/,
    ],
    [
      'an id stands before closing hashes',
      '# 제목\n\n글.\n\n## 확인 문제 ##\n\n### Q. 참인가요? ###\n\n정답: O\n',
      /### Q\. 참인가요\? <!-- q: topic-[0-9a-f]{6} --> ###/,
    ],
    [
      'two questions of the same words get two ids',
      '# 제목\n\n글.\n\n## 확인 문제\n\n### Q. 참?\n\n정답: O\n\n### Q. 참?\n\n정답: X\n',
      /q: (topic-[0-9a-f]{6}) -->[\s\S]*q: (?!\1)topic-/,
    ],
    [
      'an unmended slip keeps its neighbours mendable',
      '# 제목\n\n-항목\n\n설ㄹ치',
      '# 제목\n\n- 항목\n\n설ㄹ치',
    ],
  ])('%s', (_, source, wanted) => {
    if (typeof wanted === 'string') expect(mended(source)).toBe(wanted);
    else expect(mended(source)).toMatch(wanted);
  });

  test('an id that would close an open comment is refused, not written', () => {
    const source = '# 제목\n\n글.\n\n## 확인 문제\n\n### Q. 참 <!-- 나중에\n\n정답: O\n';
    expect(mended(source)).toBe(source);
  });

  test('a fix does not touch what it does not name', () => {
    const source = '# 제목\n\n-항목   \n\n\n글  \n';
    const [fix] = check(source).flatMap((one) => one.fix ?? []);
    expect(applyEdits(source, fix?.edits ?? [])).toBe('# 제목\n\n- 항목   \n\n\n글  \n');
  });
});

test.each([
  ['a heading', '# 제목\n\n[개요](#개요-2)\n\n## 개요 1\n\n글.\n'],
  ['a note', '# 제목\n\n[앞](area2-topic.md)\n'],
])('%s with another number is never taken for what a link meant', (_, source) => {
  const notes = new Map([...folder(source).notes, ['area/area1-topic.md', '# 앞\n\n글.\n']]);
  const fixed = fixNotes({ ...folder(source), notes });
  expect(fixed.notes.get('area/topic.md') ?? source).toBe(source);
});

test('a heading that comes again is no slip where no link leads to one of its name', () => {
  const source = '# 제목\n\n## 설치\n\n글\n\n## 설치\n\n글\n';
  const codes = (text: string) => checkNotes(folder(text)).map(({ code }) => code);
  expect(codes(source)).not.toContain('anchor-repeated');
  expect(codes(`${source}\n[설치](#설치-1)`)).toContain('anchor-repeated');
});
