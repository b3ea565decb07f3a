/** The map of the course for its author: what is counted, what is missing, what has grown old. */

import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { coverageOf } from '../../../src/core/study/author-overview.ts';

const README = '# 강의\n\n<!-- course: c -->\n\n- [가](a.md)\n';
const TOPIC = `# 가

## 배움

글. ![그림](used.png)

### 확인 문제

#### Q. 참인가요? <!-- q: one -->

정답: O

> 해설: 그렇다.
> 출처: [배움](#배움)

#### Q. 이름은? <!-- q: two -->

정답: 이름

## 문제가 없는 절

글.

## 빈 절

## 보충만 있는 절

> [!NOTE]
> **보충**
>
> 오래된 말.
>
> 출처: [곳](https://example.org/) · 확인 2024-01-31

> [!NOTE]
> **보충**
>
> 새 말.
>
> 출처: [곳](https://example.org/) · 확인 2026-01-31
`;

const sources = new Map([
  ['README.md', README],
  ['a.md', TOPIC],
  ['draft.md', '# 초안\n\n글.\n'],
]);
const files = new Set(['used.png', 'unused.png', 'data.csv']);
const topics = new Map([...sources].map(([file, source]) => [file, parse(source, { file }).value]));
const course = link(topics, { tree: parseTree(README, { file: 'README.md' }), files, drafts: true }).value;
const coverage = coverageOf(course, files, '2026-11-23');
const topic = coverage.topics.find(({ file }) => file === 'a.md');

test('questions are counted by type, and what they lack is told', () => {
  expect(topic?.questions).toEqual({ 'true-false': 1, short: 1 });
  expect(topic?.withoutExplanation).toEqual([{ file: 'a.md', line: 16, title: '이름은?' }]);
  expect(topic?.withoutSource).toEqual([{ file: 'a.md', line: 16, title: '이름은?' }]);
});

test('sections that teach and ask nothing, and empty ones', () => {
  expect(topic?.withoutQuestions.map(({ title, line }) => `${title} ${line}`)).toEqual(['문제가 없는 절 20']);
  expect(topic?.emptySections.map(({ title, line }) => `${title} ${line}`)).toEqual(['빈 절 24']);
});

test('supplements, the oldest first; older than a year is flagged', () => {
  expect(coverage.supplements.map(({ checked, isOld }) => [checked, isOld])).toEqual([
    ['2024-01-31', true],
    ['2026-01-31', false],
  ]);
});

test('drafts are there and marked; pictures that no page shows are listed, other files are not', () => {
  expect(coverage.topics.find(({ file }) => file === 'draft.md')).toMatchObject({ draft: true });
  expect(coverage.unusedPictures).toEqual(['unused.png']);
});
