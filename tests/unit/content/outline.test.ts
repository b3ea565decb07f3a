import { describe, expect, test } from 'vitest';
import { lines, shapeOf } from './notation.ts';

describe('labels with flush bullets', () => {
  test('are one outline, as the notes write them', () => {
    expect(shapeOf('1. 정의 \n- 도구\n- 시스템\n2. 주요특징\n- 언어 독립적: 어디서나')).toBe(
      lines('label', '  정의 |', '    | 도구', '    | 시스템', '  주요특징 |', '    언어 독립적 | 어디서나'),
    );
  });

  test('give the same tree however they are written', () => {
    const flush = shapeOf('1. 정의\n- a\n- b\n2. 목적: c');
    expect(shapeOf('1. 정의:\n- a\n- b\n2. 목적: c')).toBe(flush);
    expect(shapeOf('1. 정의\n\n- a\n- b\n\n1. 목적 : c')).toBe(flush);
    expect(shapeOf('1. 정의\n   - a\n   - b\n2. 목적: c').replace('ordered', 'label')).toBe(flush);
  });

  test('may restart their numbers, and keep the first one', () => {
    expect(shapeOf('3. 가\n- a\n1. 나\n- b\n1. 다')).toBe(
      lines('label 3', '  가 |', '    | a', '  나 |', '    | b', '  | 다'),
    );
  });

  test('may be sentences when the bullets follow at once', () => {
    expect(shapeOf('1. 둘은 비슷하지만 다르다. 그래서\n- VM: 무겁다')).toBe(
      lines('label', '  | 둘은 비슷하지만 다르다. 그래서', '    VM | 무겁다'),
    );
  });

  test('stay two lists when a sentence is followed by a blank line', () => {
    expect(shapeOf('1. First sentence.\n\n- other')).toBe(
      lines('prose ol: First sentence.', 'prose ul: other'),
    );
  });

  test('take nested and flush bullets together', () => {
    expect(shapeOf('1. 가\n   - a\n- b\n2. 나')).toBe(
      lines('label', '  가 |', '    | a', '    | b', '  | 나'),
    );
  });

  test('see through comments', () => {
    expect(shapeOf('1. 가\n- a\n<!-- 나중에 -->\n- b\n2. 나\n- c')).toBe(
      lines('label', '  가 |', '    | a', '    | b', '  나 |', '    | c'),
    );
  });

  test('work in notices and in items', () => {
    expect(shapeOf('> [!TIP]\n> 1. 가\n> - a\n> 2. 나\n> - b')).toBe(
      lines('tip', '  label', '    가 |', '      | a', '    나 |', '      | b'),
    );
    expect(shapeOf('- 바깥\n  1. 가\n  - a\n  2. 나\n  - b')).toBe(
      lines('bullet', '  바깥 |', '    가 |', '      | a', '    나 |', '      | b'),
    );
  });
});

describe('blocks between entries', () => {
  test('belong to the entry above, and the outline goes on', () => {
    expect(shapeOf('1. 가\n- a\n\n```sh\nls\n```\n\n- b\n2. 나\n> [!NOTE]\n> 말\n\n3. 라\n- c')).toBe(
      lines(
        'label',
        '  가 |',
        '    | a',
        '      code sh: ls',
        '    | b',
        '  나 |',
        '    note',
        '      prose p: 말',
        '  라 |',
        '    | c',
      ),
    );
  });

  test('before the bullets belong to the label', () => {
    expect(shapeOf('1. 가\n\n```\nx\n```\n- a')).toBe(lines('label', '  가 |', '    code : x', '    | a'));
  });

  test('are tables and pictures too', () => {
    expect(shapeOf('1. 가\n- a\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n![그림](a.png)\n\n2. 나\n- b')).toBe(
      lines(
        'label',
        '  가 |',
        '    | a',
        '      prose table: x y 1 2',
        '      prose p: 그림',
        '  나 |',
        '    | b',
      ),
    );
  });

  test('right below the end still belong to it; after a blank line they do not', () => {
    expect(shapeOf('1. 가\n- a\n> [!NOTE]\n> 말')).toBe(
      lines('label', '  가 |', '    | a', '      note', '        prose p: 말'),
    );
    expect(shapeOf('1. 가\n- a\n\n> [!NOTE]\n> 말')).toBe(
      lines('label', '  가 |', '    | a', 'note', '  prose p: 말'),
    );
  });

  test('plain paragraphs need the number to go on', () => {
    expect(shapeOf('1. 가\n- a\n\n설명\n\n2. 나\n- b')).toBe(
      lines('label', '  가 |', '    | a', '      prose p: 설명', '  나 |', '    | b'),
    );
    expect(shapeOf('1. 가\n- a\n\n설명\n\n1. 나\n- b')).toBe(
      lines('label', '  가 |', '    | a', 'prose p: 설명', 'label', '  나 |', '    | b'),
    );
  });

  test('a comparison between entries keeps its id', () => {
    const shape = shapeOf(
      '1. 가\n- a\n\n<!-- compare: x -->\n| 비교 | A | B |\n|---|---|---|\n| r | 1 | 2 |\n\n2. 나\n- b',
    );
    expect(shape).toContain('      comparison A / B\n        r: 1 / 2');
  });

  test('join bullets with terms, not bullets without', () => {
    expect(shapeOf('- 가: a\n\n> [!NOTE]\n> 말\n\n- 나: b')).toBe(
      lines('bullet', '  가 | a', '    note', '      prose p: 말', '  나 | b'),
    );
    expect(shapeOf('- 하나\n\n> 인용\n\n- 둘')).toBe(
      lines('prose ul: 하나', 'prose blockquote: 인용', 'prose ul: 둘'),
    );
  });
});

describe('lists that markdown understands', () => {
  test('are outlines of their own kind when they have a term', () => {
    expect(shapeOf('2. 가: a\n3. 문장이다.')).toBe(lines('ordered 2', '  가 | a', '  | 문장이다.'));
    expect(shapeOf('- 가\n  - a\n  - b')).toBe(lines('bullet', '  가 |', '    | a', '    | b'));
  });

  test('stay prose without a term', () => {
    expect(shapeOf('1. 하나\n2. 둘')).toBe('prose ol: 하나 둘');
    expect(shapeOf('- [ ] 용어: 할 일\n- [x] 한 일')).toBe('prose ul: 용어: 할 일 한 일');
  });

  test('lose nothing when they are loose', () => {
    expect(shapeOf('- 가: a\n\n  둘째 문단\n\n      code\n\n- 나: b\n\n  - c\n\n    d')).toBe(
      lines(
        'bullet',
        '  가 | a',
        '    prose p: 둘째 문단',
        '    code : code',
        '  나 | b',
        '    | c',
        '      prose p: d',
      ),
    );
  });

  test('keep the order of the source when words follow the points', () => {
    expect(shapeOf('- 가: a\n  - x\n  - y\n\n  끝말')).toBe(
      lines('bullet', '  가 | a', '    prose ul: x y', '    prose p: 끝말'),
    );
  });

  test('may have items that begin with something else than words', () => {
    expect(shapeOf('- 가: a\n- ```\n  x\n  ```\n-\n- > 인용')).toBe(
      lines('bullet', '  가 | a', '  |', '    code : x', '  |', '  |', '    prose blockquote: 인용'),
    );
  });
});

describe('cases', () => {
  test('are wrapped where they stand, under their label', () => {
    expect(shapeOf('1. 사례: 하나\n2. 구체적 내용\n- 문제 상황: a\n- 해결방법: b\n- 결과: c')).toBe(
      lines(
        'label',
        '  | 사례: 하나',
        '  구체적 내용 |',
        '    case',
        '      situation',
        '        문제 상황 | a',
        '      solution',
        '        해결방법 | b',
        '      result',
        '        결과 | c',
      ),
    );
  });

  test('do without a solution, and may stand free', () => {
    expect(shapeOf('- 배경: a\n- 결과: b')).toBe(
      lines('case', '  situation', '    배경 | a', '  result', '    결과 | b'),
    );
  });

  test('leave the entries around them in their order', () => {
    expect(shapeOf('1. 가\n- 앞: x\n- 배경: a\n- 결과: b\n- 뒤: y')).toBe(
      lines(
        'label',
        '  가 |',
        '    bullet',
        '      앞 | x',
        '    case',
        '      situation',
        '        배경 | a',
        '      result',
        '        결과 | b',
        '    뒤 | y',
      ),
    );
  });

  test('need more than a result', () => {
    expect(shapeOf('- 결과: b\n- 배경: a')).toBe(lines('bullet', '  결과 | b', '  배경 | a'));
  });
});
