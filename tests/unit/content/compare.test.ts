/** Blank cells of comparisons are filled from the linked notes; typed words win; what is unclear is told. */

import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { pagePath } from '../../../src/core/content/source/paths.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { fillComparisons } from '../../../src/core/course/fill-comparisons.ts';
import { blocksOf, comparisonsIn } from '../../../src/core/model/blocks.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import type { Topic } from '../../../src/core/model/topic.ts';

const CONDA = `# conda

1. 정의
- 패키지 관리 시스템
2. 주요특징
- 환경관리: 프로젝트별로 격리
- 플랫폼: Linux
3. 활용
- 환경관리: 충돌을 방지
- 잠금: [설명](#주요)을 보라
`;
const PIPENV = `# Pipenv

## 정의

두 도구를 합친 것.

## 주요 특징

- 보안강화: 해시
- 플랫폼: 모두
`;

function fill(files: Record<string, string>, hidden: string[] = [], base = '/') {
  const topics = new Map<string, Topic>();
  for (const [file, source] of Object.entries(files)) topics.set(file, parse(source, { file, base }).value);
  const pathOf = new Map(Object.keys(files).map((file) => [file, pagePath(file)]));
  const state = {
    topics,
    pathOf,
    options: { base },
    hidden: new Set(hidden),
    shape: { areas: [], drafts: [] },
    diagnostics: [] as Diagnostic[],
  };
  fillComparisons(state);
  const { topics: value, diagnostics } = state;
  const [block] = [...value.values()].flatMap((topic) => comparisonsIn(blocksOf(topic)));
  const cells = block?.rows.map((row) => [row.name, ...row.cells.map((cell) => cell.text || cell.origin)]);
  return { topics, value, block, cells, codes: diagnostics.map((each) => each.code), diagnostics };
}

const table = (rows: string[], head = '[conda](conda.md) | [Pipenv](pipenv.md)') =>
  `# 비교\n\n<!-- compare: t -->\n\n| 비교 | ${head} |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
const both = (rows: string[], head?: string) =>
  fill({ 'conda.md': CONDA, 'pipenv.md': PIPENV, 'x.md': table(rows, head) });

describe('filling', () => {
  test('takes an entry with its points, a section’s first paragraph, and a point', () => {
    const { cells, codes, block } = both(['정의 | | ', '플랫폼 | | ']);
    expect(cells).toEqual([
      ['정의', '패키지 관리 시스템', '두 도구를 합친 것.'],
      ['플랫폼', 'Linux', '모두'],
    ]);
    expect(codes).toEqual([]);
    expect(block?.rows[0]?.cells[1]?.source).toEqual({
      href: '/pipenv/#%EC%A0%95%EC%9D%98',
      label: 'Pipenv › 정의',
    });
    expect(block?.rows[1]?.cells[0]?.source?.label).toBe('conda › 주요특징');
    expect(decodeURIComponent(block?.rows[1]?.cells[0]?.source?.href ?? '')).toBe('/conda/#플랫폼');
  });

  test('ignores spaces and case, and tries other names in their order', () => {
    const { cells, codes } = both([
      '주요 특징 (없는 이름) | x | ',
      '보안 (없음, 보안 강화) | – | ',
      'PLAT (플 랫폼) | | y',
    ]);
    expect(cells?.[0]?.[2]).toContain('보안강화: 해시');
    expect(cells?.[1]).toEqual(['보안', 'none', '해시']);
    expect(cells?.[2]).toEqual(['PLAT', 'Linux', 'y']);
    expect(codes).toEqual([]);
  });

  test('what the author typed wins, and a dash stays a dash', () => {
    const { block } = both(['정의 | 내가 쓴 것 | –']);
    expect(block?.rows[0]?.cells.map((cell) => [cell.origin, cell.text])).toEqual([
      ['typed', '내가 쓴 것'],
      ['none', ''],
    ]);
  });

  test('two equally near hits are told with their places, and nothing is guessed', () => {
    const { cells, diagnostics } = both(['환경관리 | | 자동']);
    expect(cells?.[0]).toEqual(['환경관리', 'blank', '자동']);
    expect(diagnostics.map((each) => each.code)).toEqual(['comparison-ambiguous']);
    expect(diagnostics[0]?.message).toContain('conda › 주요특징, conda › 활용');
    expect(diagnostics[0]).toMatchObject({ file: 'x.md', line: 7 });
  });

  test('the topmost hit wins over deeper ones', () => {
    const conda = '# conda\n\n## 가\n\n- 속도: 깊은 곳\n\n## 속도\n\n얕은 곳\n';
    const { cells, codes } = fill({ 'conda.md': conda, 'pipenv.md': PIPENV, 'x.md': table(['속도 | | z']) });
    expect(cells).toEqual([['속도', '얕은 곳', 'z']]);
    expect(codes).toEqual([]);
  });

  test('a link to a section reads that section and its deeper ones only', () => {
    const conda =
      '# conda\n\n## 가\n\n- 속도: 하나\n\n### 나\n\n- 크기: 둘\n\n## 다\n\n- 속도: 셋\n- 무게: 넷\n';
    const rows = ['속도 | | z', '크기 | | z', '무게 | | z'];
    const { cells, codes } = fill({
      'conda.md': conda,
      'pipenv.md': PIPENV,
      'x.md': table(rows, '[가](conda.md#가) | 손으로'),
    });
    expect(cells?.map((row) => row[1])).toEqual(['하나', '둘', 'blank']);
    expect(codes).toEqual(['comparison-unfilled']);
  });

  test('cases count: 배경 and 결과 of a section', () => {
    const cases = '# 사례\n\n## 하나\n\n- 배경: 느림\n- 결과: 빠름\n\n## 둘\n\n- 배경: 큼\n- 결과: 작음\n';
    const { cells } = fill({
      'cases.md': cases,
      'x.md': table(['배경 | | ', '결과 | | '], '[하나](cases.md#하나) | [둘](cases.md#둘)'),
    });
    expect(cells).toEqual([
      ['배경', '느림', '큼'],
      ['결과', '빠름', '작음'],
    ]);
  });

  test('supplements and comparisons are no source', () => {
    const conda =
      '# conda\n\n> [!NOTE]\n> **보충**\n>\n> - 속도: 보충\n>\n> 출처: [a](https://a.example) · 확인 2026-01-01\n';
    const { codes } = fill({ 'conda.md': conda, 'pipenv.md': PIPENV, 'x.md': table(['속도 | | z']) });
    expect(codes).toEqual(['comparison-unfilled']);
  });

  test('a link within the source topic leads to that topic from anywhere, under any base', () => {
    const files = { 'a/conda.md': CONDA, 'x.md': table(['잠금 | | z'], '[conda](a/conda.md) | 손') };
    const cell = fill(files, [], '/study/').block?.rows[0]?.cells[0];
    expect(cell?.html).toContain('href="/study/a/conda/#');
    expect(cell?.source?.href).toMatch(/^\/study\/a\/conda\/#/);
  });
});

describe('unions', () => {
  test('links and no rows become the rows of all, in the first topic’s order', () => {
    const { cells, codes } = both([]);
    expect(cells?.map((row) => row[0])).toEqual(['정의', '주요특징', '활용']);
    expect(cells?.[0]).toEqual(['정의', '패키지 관리 시스템', '두 도구를 합친 것.']);
    expect(cells?.[2]?.[2]).toBe('none');
    expect(codes).toEqual([]);
  });

  test('new names stand after what precedes them in their own topic', () => {
    const a = '# A\n\n1. 하나: 1\n2. 셋: 3\n3. 다섯: 5\n';
    const b = '# B\n\n1. 영: 0\n2. 하나: 1\n3. 둘: 2\n4. 셋: 3\n5. 넷: 4\n';
    const { cells } = fill({ 'a.md': a, 'b.md': b, 'x.md': table([], '[A](a.md) | [B](b.md)') });
    expect(cells?.map((row) => row[0])).toEqual(['영', '하나', '둘', '셋', '넷', '다섯']);
  });

  test('a column without a link cannot be filled', () => {
    expect(both([], '[conda](conda.md) | 손으로').codes).toEqual(['comparison-blank-unlinked']);
  });
});

describe('telling', () => {
  test('nothing found, a link to nothing, an id used twice', () => {
    expect(both(['없는 것 | | z']).codes).toEqual(['comparison-unfilled']);
    expect(both(['정의 | | z'], '[g](gone.md) | x').codes).toEqual(['comparison-link']);
    expect(both(['정의 | | z'], '[g](conda.md#없음) | x').codes).toEqual(['comparison-link']);
    const twice = fill({ 'conda.md': CONDA, 'pipenv.md': PIPENV, 'x.md': table([]), 'y.md': table([]) });
    expect(twice.diagnostics.map((each) => [each.code, each.file])).toEqual([
      ['comparison-id-repeated', 'y.md'],
    ]);
    expect(twice.diagnostics[0]?.message).toContain('x.md:5');
  });

  test('a broken header is told once, as a comparison’s', () => {
    const files = { 'README.md': '# 강의\n', 'x.md': table(['정의 | | z'], '[g](gone.md) | x') };
    const topics = new Map(Object.entries(files).map(([file, text]) => [file, parse(text, { file }).value]));
    const { diagnostics } = link(topics, { tree: null, files: new Set(), drafts: false });
    const told = diagnostics.filter((each) => each.file === 'x.md').map((each) => each.code);
    expect(told).toEqual(['comparison-link']);
  });

  test('a draft is neither filled nor a source in a build without drafts', () => {
    const files = { 'conda.md': CONDA, 'pipenv.md': PIPENV, 'x.md': table(['정의 | | ']) };
    expect(fill(files, ['x.md']).codes).toEqual([]);
    expect(fill(files, ['pipenv.md']).codes).toEqual(['comparison-link']);
  });
});

test('nothing given is changed, and topics without a comparison are the very same', () => {
  const { topics, value } = both(['정의 | | ']);
  expect(comparisonsIn(blocksOf(topics.get('x.md') as Topic))[0]?.rows[0]?.cells[0]?.origin).toBe('blank');
  expect(value.get('conda.md')).toBe(topics.get('conda.md'));
});
