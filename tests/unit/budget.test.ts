/** What a page costs does not grow with the course around it: measured in bytes, on generated courses. */

import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { parse } from '../../src/core/content/parse.ts';
import { parseTree } from '../../src/core/content/written-tree.ts';
import { link } from '../../src/core/course/compile-course.ts';
import type { Course } from '../../src/core/model/course.ts';
import type { Topic } from '../../src/core/model/topic.ts';

type Render = typeof import('../../src/entry-server.tsx').render;
let render: Render;

// Whatever else runs, the server's bundle is big; loading it is not what the first test measures.
beforeAll(async () => {
  ({ render } = await import('../../src/entry-server.tsx'));
}, 60_000);

const FIRST = [
  '가상',
  '분산',
  '컨테이너',
  '데이터',
  '모델',
  '배포',
  '네트워크',
  '보안',
  '저장소',
  '학습',
  '추론',
  '실험',
];
const SECOND = [
  '환경',
  '이미지',
  '파이프라인',
  '레지스트리',
  '클러스터',
  '볼륨',
  '스케줄러',
  '로그',
  '권한',
  '캐시',
  '버전',
];
const THIRD = ['관리', '구성', '격리', '최적화', '자동화', '비교', '복구'];

/** A title that no other of a thousand topics has, as varied as an author's. */
const titleOf = (index: number) => {
  const scrambled = (index * 617) % 924;
  const words = [
    FIRST[scrambled % 12],
    SECOND[Math.floor(scrambled / 12) % 11],
    THIRD[Math.floor(scrambled / 132)],
  ];
  return index < 924 ? words.join(' ') : `${words.join(' ')} ${Math.floor(index / 924) + 1}`;
};

/** A course with as many topics in each area as asked for, and a page for each area. */
function makeCourse(sizes: readonly number[], edit: (title: string) => string = (title) => title): Course {
  const files = new Map<string, string>();
  const rows: string[] = [];
  sizes.forEach((size, area) => {
    files.set(`area-${area}/README.md`, `# 영역 ${area}\n\n이 영역이 다루는 것.\n`);
    rows.push(`- [영역 ${area}](area-${area}/README.md)`);
    for (let index = 0; index < size; index++) {
      const file = `area-${area}/topic-${String(index).padStart(4, '0')}.md`;
      const title = edit(titleOf(area * 131 + index));
      files.set(
        file,
        `# ${title}\n\n## 정의\n\n1. 정의\n- ${title}: 여럿을 하나로 묶는 방법\n\n## 특징\n\n글 한 문단.\n`,
      );
      rows.push(`  - [${title}](${file})`);
    }
  });
  const readme = `# 시험 강의\n\n<!-- course: budget -->\n\n만들어 낸 노트.\n\n${rows.join('\n')}\n`;
  files.set('README.md', readme);
  const topics = new Map<string, Topic>();
  for (const [file, text] of files) {
    topics.set(file, parse(text, { file, base: '/', imageSize: () => null }).value);
  }
  return link(topics, {
    tree: parseTree(readme, { file: 'README.md' }),
    files: new Set(),
    drafts: false,
    base: '/',
  }).value;
}

const htmlOf = (course: Course, path: string) => {
  const page = course.pages.get(path);
  if (!page) throw new Error(`no page ${path}`);
  return render(page, '/');
};

const areaOf = (path: string) => path.split('/')[1] ?? '';
const bytes = (text: string) => Buffer.byteLength(text);

test('the tree that comes after the first paint has at most 60 bytes (gzip) a topic', () => {
  const course = makeCourse(Array.from({ length: 20 }, () => 50));
  expect(course.pages.size).toBeGreaterThan(1000);
  const compressed = gzipSync(JSON.stringify(course.tree), { level: 9 }).length;
  expect(compressed / 1000).toBeLessThanOrEqual(60);
});

test('neither the HTML nor the data of a page grows with the topics of other areas', () => {
  const small = makeCourse([12, 3, 3]);
  const large = makeCourse([12, 60, 600]);
  for (const path of ['/area-0/', '/area-0/topic-0000/', '/area-0/topic-0006/']) {
    expect(htmlOf(large, path)).toBe(htmlOf(small, path));
    expect(JSON.stringify(large.pages.get(path))).toBe(JSON.stringify(small.pages.get(path)));
  }
});

test('a page of a large area carries its own area, at most 300 bytes of HTML a topic', () => {
  const small = makeCourse([10, 3]);
  const large = makeCourse([210, 3]);
  const path = '/area-0/topic-0004/';
  expect(bytes(htmlOf(large, path)) - bytes(htmlOf(small, path))).toBeLessThanOrEqual(200 * 300);
});

/** Pages whose file changes: their HTML, or their data, whose revision the HTML carries. */
function changedPages(before: Course, after: Course): string[] {
  const paths = [...before.pages.keys()];
  expect([...after.pages.keys()]).toEqual(paths);
  const isSame = (path: string) =>
    htmlOf(before, path) === htmlOf(after, path) &&
    JSON.stringify(before.pages.get(path)) === JSON.stringify(after.pages.get(path));
  return paths.filter((path) => !isSame(path));
}

test('an edited title changes the pages of its own area and the course map, no others', () => {
  const before = makeCourse([8, 8, 8]);
  // The first, one amid, and the last, which the next area's page leads back to.
  for (const index of [0, 4, 7]) {
    const edited = titleOf(131 + index);
    const after = makeCourse([8, 8, 8], (title) => (title === edited ? '고친 제목' : title));
    const changed = changedPages(before, after);
    expect(changed).toContain(`/area-1/topic-000${index}/`);
    expect(changed.filter((path) => path !== '/' && areaOf(path) !== 'area-1')).toEqual([]);
  }
});
