/** Quoted words are found where a reader sees them, and told when they are gone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { findQuote } from '../../../src/core/quiz/quote.ts';

const foundIn = (text: string, quote: string): string | null => {
  const found = findQuote(text, quote);
  return found && text.slice(found.start, found.end);
};

describe('finding', () => {
  test.each([
    ['VM은 운영체제를 가상화한다.', '운영체제를 가상화', '운영체제를 가상화'],
    ['운영체제를\n  가상화', '운영체제를 가상화', '운영체제를\n  가상화'],
    ['운영 체제를', '운영체제를', '운영 체제를'],
    ['운영체제'.normalize('NFD'), '운영체제', '운영체제'.normalize('NFD')],
    ['운영체제', '운영체제'.normalize('NFD'), '운영체제'],
    ['이미지컨테이너의 틀', '이미지: 컨테이너의 틀', '이미지컨테이너의 틀'],
    ['“가상화”라고', '"가상화"', '“가상화”'],
    ['가나 가나', '가나', '가나'],
    ['커널', '  커널 ', '커널'],
    ['a😀b', '😀b', '😀b'],
  ])('in %j %j', (text, quote, expected) => {
    expect(foundIn(text, quote)).toBe(expected);
  });

  test.each([
    ['운영체제를 가상화', '운영체제를 공유'],
    ['가', ''],
    ['가', ' : '],
    ['', '가'],
    ['각', '가'],
  ])('in %j nothing of %j', (text, quote) => {
    expect(findQuote(text, quote)).toBeNull();
  });

  test('finds every part of any text, whatever its spaces and normal form', () => {
    const unit = fc.constantFrom('가', '가'.normalize('NFD'), '각', 'e\u0301', ' ', '\n', 'a', '😀', '“');
    const text = fc.string({ unit });
    fc.assert(
      fc.property(text, text, text, (before, words, after) => {
        fc.pre(words.trim() !== '');
        const whole = `${before}${words}${after}`;
        const found = findQuote(whole, words.normalize('NFD').replace(/\s/g, ''));
        expect(found).not.toBeNull();
        const cut = whole.slice(found?.start, found?.end);
        expect(cut.normalize('NFC').replace(/\s/g, '')).toBe(words.normalize('NFC').replace(/\s/g, ''));
      }),
    );
  });
});

describe('over the course', () => {
  const NOTES = [
    '# 가상화',
    '**VM**은 `하이퍼바이저`로 운영체제를 가상화한다.',
    '## 정의',
    '1. 목적',
    '- 격리: 서로 **영향을** 주지 않는다',
    '',
    '### 세부',
    '| 비교 | VM | 컨테이너 |\n|---|---|---|\n| 커널 | 저마다 | 함께 |',
    '## 다른 절',
    '```bash\ndocker run -d nginx\n```',
    '> [!TIP]\n> 작게 시작한다',
  ]
    .join('\n\n')
    .replaceAll('\n\n-', '\n-');

  /** What is told of a question in another file whose source is this line. */
  function told(source: string): string[] {
    const quiz = `# 문제\n\n여기 있는 글\n\n## 확인 문제\n### Q. 물음 <!-- q: a -->\n\n정답: O\n\n> 해설: 하나\n> 출처: ${source}`;
    const files = {
      'README.md': '# 강의\n\n<!-- course: c -->\n\n- [가](a/vm.md)\n- [나](a/quiz.md)',
      'a/vm.md': NOTES,
      'a/quiz.md': quiz,
    };
    const topics = new Map(
      Object.entries(files).map(([file, text]) => [file, parse(text, { file, base: '/b/' }).value]),
    );
    const { diagnostics } = link(topics, { tree: null, files: new Set(), drafts: false, base: '/b/' });
    return diagnostics
      .filter(({ code }) => code === 'question-quote-gone')
      .map(({ line, column, message }) => `${line}:${column} ${/「(.*?)」/.exec(message)?.[1]}`);
  }

  test.each([
    '[VM](vm.md) "VM은 하이퍼바이저로 운영체제를 가상화"',
    '[VM](vm.md#가상화) "운영체제를 가상화"',
    '[정의](vm.md#정의) "격리: 서로 영향을"',
    '[정의](vm.md#정의) "목적"',
    '[정의](vm.md#정의) "저마다"',
    '[다른 절](vm.md#다른-절) "docker run -d"',
    '[다른 절](vm.md#다른-절) "작게 시작한다"',
    '[여기](#문제) "여기 있는 글"',
    '[밖](https://example.org) "어떤 말"',
    '[VM](vm.md)',
  ])('%s is there', (source) => {
    expect(told(source)).toEqual([]);
  });

  test('words that are gone, or stand in another section, are told at their link', () => {
    expect(told('[정의](vm.md#정의) "운영체제를 가상화"')).toEqual(['11:7 운영체제를 가상화']);
    expect(told('[가](vm.md) "격리: 서로", [나](vm.md#다른-절) "없는 말"')).toEqual(['11:28 없는 말']);
    expect(told('[여기](#문제) "물음"')).toEqual(['11:7 물음']);
    expect(told('[정의](vm.md#정의) "영향을 목적"')).toEqual(['11:7 영향을 목적']);
  });

  test('a link that leads nowhere is told once, as such', () => {
    expect(told('[정의](nowhere.md) "어떤 말"')).toEqual([]);
    expect(told('[정의](vm.md#없는-절) "어떤 말"')).toEqual([]);
  });
});
