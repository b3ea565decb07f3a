import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { DiagnosticCode } from '../../../src/core/model/diagnostic.ts';
import { mend, read, told, toldOf } from './notation.ts';

const toldOn = (text: string): string[] => told(`# 제목\n\n${text}`);
const mended = (text: string, code: DiagnosticCode): string => {
  const source = `# 제목\n\n${text}`;
  const [found] = toldOf(source, code);
  return found ? mend(source, found).slice('# 제목\n\n'.length) : 'not told';
};

describe('what GitHub reads otherwise', () => {
  test('emphasis between a bracket and a word', () => {
    expect(toldOn('이것은 **용어(Term)**는 `**용어(Term)**는`')).toEqual(['emphasis-on-github 3:5']);
    expect(mended('**용어(Term)**는', 'emphasis-on-github')).toBe('**용어(Term)**<!-- -->는');
    expect(mended('그**(것)** 이', 'emphasis-on-github')).toBe('그<!-- -->**(것)** 이');
    expect(mended('*"말"*이', 'emphasis-on-github')).toBe('*"말"*<!-- -->이');
  });

  test('is told where markdown without Korean prints the asterisks, and mended where it no longer does', () => {
    const github = new MarkdownIt({ html: true });
    for (const text of ['**용어(Term)**는', '그**(것)** 이', '*"말"*이', '**`코드`**와', '**「책」**을']) {
      expect(github.render(text), text).toContain('*');
      expect(github.render(mended(text, 'emphasis-on-github')), text).not.toContain('*');
    }
  });

  test.each([
    '**용어**는',
    '**용어(Term)** 는',
    '**용어(Term)**, 그리고',
    '그 **(것)**',
    '2 * 3 * 4',
    'a**b(c)**d',
    '\\*\\*용어(Term)\\*\\*는',
  ])('not %s', (text) => {
    expect(toldOn(text)).toEqual([]);
  });

  test('two tildes', () => {
    expect(toldOn('3~5명과 10~20명')).toEqual(['strike-on-github 3:2']);
    expect(mended('3~5명과 10~20명', 'strike-on-github')).toBe('3\\~5명과 10\\~20명');
    expect(told('# 제목\n\n| 가 |\n|-|\n| 1~2와 3~4 |')).toEqual(['strike-on-github 5:4']);
  });

  test.each([
    '3~5명',
    '3\\~5와 1\\~2',
    '`3~5` `1~2`',
    '~~지움~~',
    '3 ~ 5와 1 ~ 2',
    'https://a.example/~x https://a.example/~y',
  ])('not %s', (text) => {
    expect(toldOn(text)).toEqual([]);
  });
});

describe('what looks like a list', () => {
  test.each([
    ['-항목', '- 항목'],
    ['1.항목', '1. 항목'],
    ['2)항목', '2) 항목'],
    ['① 하나', '1. 하나'],
    ['• 하나', '- 하나'],
  ])('%s', (text, expected) => {
    expect(toldOn(text)).toEqual(['list-marker 3:1']);
    expect(mended(text, 'list-marker')).toBe(expected);
  });

  test('on every line, and in items', () => {
    expect(toldOn('글\n-항목\n-항목')).toEqual(['list-marker 4:1', 'list-marker 5:1']);
    expect(toldOn('1. 정의\n-항목')).toEqual(['list-marker 4:1']);
  });

  test.each(['- 항목', '-5도', '--- 글', '-e 옵션', '1.5배', '글 ① 하나', '`-항목`', '    -항목'])(
    'not %s',
    (text) => {
      expect(toldOn(text).filter((each) => each.startsWith('list'))).toEqual([]);
    },
  );

  test('a number right below a text is swallowed', () => {
    expect(toldOn('글\n2. 둘')).toEqual(['list-swallowed 4:1']);
    expect(mended('글\n2. 둘', 'list-swallowed')).toBe('글\n\n2. 둘');
    expect(toldOn('글\n1. 하나')).toEqual([]);
    expect(toldOn('글은\n2024. 3. 1')).toEqual([]);
  });

  test('an answer right below a quote is swallowed', () => {
    expect(mended('> 인용\n정답: O', 'list-swallowed')).toBe('> 인용\n\n정답: O');
    expect(toldOn('글\n정답: O')).toEqual([]);
  });
});

describe('stray jamo', () => {
  test.each([
    ['빠르게 설ㄹ치하고', '설ㄹ치하고'],
    ['패키지륵ㄽ 설치', '패키지륵ㄽ'],
    ['모든 파일ㅇ르', '파일ㅇ르'],
    ['효유ㅜㄹ적으로', '효유ㅜㄹ적으로'],
  ])('%s', (text, word) => {
    expect(toldOf(`# 제목\n\n${text}`, 'jamo-stray')).toMatchObject([
      { message: expect.stringContaining(`「${word}」`) },
    ]);
  });

  test.each(['초성 ㅋㅌ 검색', '하하ㅋㅋㅋ', '아ㅠㅠ', '「ㄱ」과 ㄴ', '`설ㄹ치`', 'ㄱ자 모양', '가ㆍ나'])(
    'not %s',
    (text) => {
      expect(toldOn(text)).toEqual([]);
    },
  );

  test('are found in headings and cells', () => {
    expect(told('# 설ㄹ치\n\n| 팩ㅋ지 |\n|-|')).toEqual(['jamo-stray 1:4', 'jamo-stray 3:4']);
  });
});

test('the notes as they are give exactly their slips', () => {
  expect(read('# 제목\n\n- 버전관리 : 패키지륵ㄽ 설치').diagnostics.map((each) => each.code)).toEqual([
    'jamo-stray',
  ]);
});
