/** 「편집」 opens the very line: each word of a note stands in one line only, and its element in the page leads there. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { compileCourse, readNote } from '../../src/core/course/compile-course.ts';
import { blocksOf, walkBlocks } from '../../src/core/model/blocks.ts';
import type { PageData } from '../../src/core/model/course.ts';
import { findLine } from '../../src/ui/dev/find-line.ts';
import { loadAllParts } from '../../src/ui/lazy.tsx';
import { TopicPage } from '../../src/ui/pages/topic-page.tsx';
import { renderAt } from './render.tsx';

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: vi.fn(),
  prefetchPage: vi.fn(),
}));
beforeAll(loadAllParts);

/** Shows a note of a course; what stands in it is then looked for by its words. */
function show(source: string): PageData {
  const notes = new Map(
    Object.entries({ 'README.md': '# 강의\n\n- [글](note.md)\n', 'note.md': source }).map(([file, text]) => [
      file,
      readNote(text, { file }),
    ]),
  );
  const { course } = compileCourse(notes, { files: new Set(), drafts: false });
  const page = course.pages.get('/note/');
  if (!page) throw new Error('no page');
  renderPage(page);
  return page;
}

const renderPage = (page: PageData) =>
  renderAt(
    page.path,
    <main>
      <TopicPage page={page} isWhole />
    </main>,
  );

/** The innermost elements whose own words begin with some. */
const shownAs = (words: string): Element[] =>
  [...document.querySelectorAll('main *')].filter(
    (element) =>
      (element.textContent ?? '').trim().startsWith(words) &&
      ![...element.children].some((child) => (child.textContent ?? '').trim().startsWith(words)) &&
      !element.closest('nav, .visually-hidden, svg'),
  );

const NOTE = `---
title: 앞말
---

# 가장 위의 제목

첫째 문단은
둘째 줄로 이어진다.

1. 정의
- 첫째 용어: 첫째 설명
  - 아래의 말
- 둘째 용어: 둘째 설명은 **굵고**
  줄이 넘어간다
2. 장점

   - 셋째 항목에 [링크](https://example.org)가 있다
   - 넷째 항목
3. 사례
- 배경: 느린 서버가 있었다
- 해결방법: 서버를 늘렸다
- 결과: 빨라졌다

## 둘째 절

- 가나다
- 라마바사
  1. 안의 첫째
  2. 안의 둘째

> 인용한 말

> [!WARNING]
> 조심할 말
>
> 둘째로 조심할 말

| 이름 | 뜻 |
|---|---|
| 도커 | 실행 도구 |
| 쿠버 | 관리 도구 |

\`\`\`bash
docker ps
# 1. 지우기
docker rm 이름
\`\`\`

## 확인 문제

### Q. 어느 것인가?

보기를 읽으세요.

- [ ] 엉뚱한 보기
  > 엉뚱해서 틀렸다
- [x] 알맞은 보기
- [ ] 어설픈 보기

> 해설: 알맞은 보기가 맞다.

### Q. 이으세요.

- 왼쪽하나 -> 오른쪽하나
- 왼쪽둘 -> 오른쪽둘

### Q. 순서대로 놓으세요.

1. 먼저 할 일
2. 나중 할 일

### Q. 나누세요.

- 큰 묶음
  - 코끼리
- 작은 묶음
  - 생쥐

### Q. 채우세요.

앞쪽 글에 [[커널]]이 있다.
[[이미지]]는 뒤쪽 글에 있다.
`;

describe('in a note where no words come twice', () => {
  const lines = NOTE.split('\n');
  const words = [
    '가장 위의',
    '첫째 문단은',
    '정의',
    '첫째 용어',
    '첫째 설명',
    '아래의 말',
    '둘째 용어',
    '둘째 설명은',
    '장점',
    '셋째 항목에',
    '넷째 항목',
    '배경',
    '느린 서버',
    '해결방법',
    '서버를 늘렸다',
    '결과',
    '빨라졌다',
    '둘째 절',
    '가나다',
    '라마바사',
    '안의 첫째',
    '안의 둘째',
    '인용한 말',
    '조심할 말',
    '둘째로 조심할 말',
    '이름',
    '도커',
    '실행 도구',
    '쿠버',
    '관리 도구',
    '어느 것인가?',
    '보기를 읽으세요',
    '엉뚱한 보기',
    '알맞은 보기',
    '어설픈 보기',
    '이으세요',
    '왼쪽하나',
    '오른쪽둘',
    '순서대로',
    '먼저 할 일',
    '나중 할 일',
    '나누세요',
    '큰 묶음',
    '코끼리',
    '작은 묶음',
    '생쥐',
    '채우세요',
    '앞쪽 글에',
  ];

  test('every element leads to its line', () => {
    const page = show(NOTE);
    const found = words.map((each) => {
      const [first] = shownAs(each);
      return [each, first ? findLine(first, page, NOTE)?.line : 'not shown'];
    });
    const written = words.map((each) => [each, lines.findIndex((line) => line.includes(each)) + 1]);
    expect(found).toEqual(written);
  });

  test('a word of code leads to its own line, and a field to the text around it', () => {
    const page = show(NOTE);
    const [code] = document.querySelectorAll('pre');
    const rm =
      [...(code?.querySelectorAll('*') ?? [])].filter(({ textContent }) => textContent === 'rm')[0] ?? code;
    expect(findLine(rm as Element, page, NOTE)?.line).toBe(
      lines.indexOf(rm === code ? 'docker ps' : 'docker rm 이름') + 1,
    );
    const [blank] = screen.getAllByRole('textbox');
    expect(findLine(blank as Element, page, NOTE)?.line).toBe(
      lines.findIndex((line) => line.startsWith('앞쪽')) + 1,
    );
  });
});

test('what is said alike in several places leads to its own', () => {
  const source = `# 도구

## 첫째

1. 장점
- 빠르다
- 쉽다
2. 단점
- 빠르다
- 쉽다

## 둘째

1. 장점
- 쉽다
- 쉽다

| 이름 | 뜻 |
|---|---|
| 예 | 쉽다 |
| 예 | 쉽다 |
`;
  const page = show(source);
  const leads = (words: string) => shownAs(words).map((element) => findLine(element, page, source)?.line);
  expect(leads('장점')).toEqual([5, 14]);
  expect(leads('빠르다')).toEqual([6, 9]);
  expect(leads('쉽다')).toEqual([7, 10, 15, 16, 20, 21]);
  expect(leads('예')).toEqual([20, 21]);
});

test('every term of a whole course leads to the line where it is written', () => {
  const dir = 'tests/fixtures/course';
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const notes = new Map(
    files.map((file) => [file, readNote(readFileSync(path.join(dir, file), 'utf8'), { file })] as const),
  );
  const { course } = compileCourse(notes, { files: new Set(), drafts: false });
  const wrong: string[] = [];
  let count = 0;
  for (const page of course.pages.values()) {
    if (page.kind !== 'topic' && page.kind !== 'area') continue;
    const { source = '' } = notes.get(page.file ?? '') ?? {};
    const { unmount } = renderPage(page);
    walkBlocks(blocksOf(page), null, {
      without: ['quiz'],
      entry({ anchor, line, termText }) {
        const element = anchor === undefined ? null : document.getElementById(anchor);
        if (!element) return undefined;
        count++;
        const found = findLine(element, page, source)?.line;
        if (found !== line) wrong.push(`${page.file}:${line} ${termText}: ${found}`);
        return undefined;
      },
    });
    unmount();
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(40);
});

test('outside of the notes nothing is offered, and where no words are, the section', () => {
  const source = '# 글\n\n문단\n\n## 절\n\n---\n\n끝\n';
  const page = show(source);
  expect(findLine(document.body, page, source)).toBeNull();
  const rule = document.querySelector('main hr');
  expect(rule && findLine(rule, page, source)).toMatchObject({ line: 5, what: '절' });
});
