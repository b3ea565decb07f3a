import { describe, expect, test } from 'vitest';
import { shapeOf } from './notation.ts';

/** The first entry of an item among others, so that it is read as an outline in any case. */
const entryOf = (item: string): string => shapeOf(`- ${item}\n- 기준: x`).split('\n')[1]?.trim() ?? '';

describe('a term', () => {
  test.each([
    ['환경 격리 : 각 프로젝트', '환경 격리 | 각 프로젝트'],
    ['종속성 관리: 목록', '종속성 관리 | 목록'],
    ['경량성 및 빠른 시작:', '경량성 및 빠른 시작 |'],
    ['`conda env list`: 환경 목록', 'conda env list | 환경 목록'],
    ['`docker run -p 8080:80 --rm nginx`: 실행', 'docker run -p 8080:80 --rm nginx | 실행'],
    ['`environment.yml`: 파일', 'environment.yml | 파일'],
    ['**용어**: 설명', '용어 | 설명'],
    ['**용어:** 설명', '용어 | 설명'],
    ['**용어: 설명**', '용어 | 설명'],
    ['**용어** (Term): 설명', '용어 (Term) | 설명'],
    ['[conda](conda.md): 도구', 'conda | 도구'],
    ['CI/CD: 통합과 배포', 'CI/CD | 통합과 배포'],
    ['용어: 12:30에 시작: 끝', '용어 | 12:30에 시작: 끝'],
    ['개요: 처음', '개요 | 처음'],
    ['람다: 함수', '람다 | 함수'],
    ['용어:\n  이어진 설명', '용어 | 이어진 설명'],
  ])('%s', (item, expected) => {
    expect(entryOf(item)).toBe(expected);
  });

  test.each([
    '12:30 시작',
    '비율은 1:1',
    '1: 첫째',
    'http://example.com 을 본다',
    'C:\\Users',
    'key:value',
    '예: 하나',
    '예시 : 둘',
    '주의: 셋',
    '참고: 넷',
    '사례: 다섯',
    '이것은 문장이다: 설명',
    '어떻게 할까: 설명',
    '이렇게 하세요: 설명',
    '가, 나: 둘',
    '무엇인가?: 설명',
    '끝. 시작: 설명',
    '스물네 글자보다 훨씬 더 길어서 용어라고 할 수 없는 말: 설명',
    '[링크: 안쪽](a.md) 뒤',
    '`코드: 안쪽` 뒤',
    '첫 줄\n  둘째 줄: 설명',
    '용어:**설명**',
    ': 콜론으로 시작',
  ])('is not in %s', (item) => {
    expect(entryOf(item)).toMatch(/^\|/);
  });

  test('is what an item without a colon is called when it has points, unless it is a sentence', () => {
    expect(shapeOf('- 장점\n  - 가볍다')).toBe('bullet\n  장점 |\n    | 가볍다');
    expect(shapeOf('- 장점이 있다.\n  - 용어: 가볍다')).toBe('bullet\n  | 장점이 있다.\n    용어 | 가볍다');
  });
});
