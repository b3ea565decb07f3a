/** Every shape of an answer block becomes the answer it means, and every word has a place. */

import { describe, expect, test } from 'vitest';
import { answerOf, questionOf, readOf } from './reading.ts';

describe('choices', () => {
  test('have text, rightness, feedback and a line', () => {
    const { options } = answerOf('- [x] `docker ps`로 **본다**\n  > 맞다.\n- [ ] 나\n\n> 해설: 다', 'single');
    expect(options).toEqual([
      {
        html: '<code>docker ps</code>로 <strong>본다</strong>',
        text: 'docker ps로 본다',
        isRight: true,
        feedback: '맞다.',
        line: 6,
      },
      { html: '나', text: '나', isRight: false, feedback: null, line: 8 },
    ]);
  });

  test.each([
    ['flush', '- [x] 가\n> 맞다\n- [ ] 나\n> 아니다'],
    ['by one', '- [x] 가\n > 맞다\n- [ ] 나\n > 아니다'],
    ['by a tab', '- [x] 가\n\t> 맞다\n- [ ] 나\n\t> 아니다'],
    ['too far', '- [x] 가\n      > 맞다\n- [ ] 나\n        > 아니다'],
    ['after a blank line', '- [x] 가\n\n  > 맞다\n\n- [ ] 나\n\n  > 아니다'],
  ])('keep feedback indented %s', (_, body) => {
    const { options } = answerOf(`${body}\n\n> 해설: 뒤`, 'single');
    expect(options.map(({ text, feedback }) => [text, feedback])).toEqual([
      ['가', '맞다'],
      ['나', '아니다'],
    ]);
    expect(readOf(`${body}\n\n> 해설: 뒤`).explanation).toBe('뒤');
  });

  test('are told from the bullets of the stem', () => {
    for (const stem of [
      '- 상황 하나\n- 상황 둘\n\n',
      '* 상황 하나\n* 상황 둘\n\n',
      '- 상황 하나\n\n- 상황 둘\n\n',
    ]) {
      const question = readOf(`글\n\n${stem}- [x] 가\n- [x] 나\n- [ ] 다`);
      expect(question.answer).toMatchObject({ type: 'multiple', options: { length: 3 } });
      expect(JSON.stringify(question.stem)).toMatch(/상황 하나.*상황 둘/);
      expect(JSON.stringify(question.stem)).not.toMatch(/"[가나다]/);
    }
  });

  test('may hold points', () => {
    const { options } = answerOf('- [x] 가\n  - 하나\n- [ ] 나', 'single');
    expect(options[0]).toMatchObject({ html: '가\n<ul>\n<li>하나</li>\n</ul>', text: '가 하나' });
  });

  test('may hold code', () => {
    const { options } = answerOf('- [x] 가\n  ```\n  a < b\n  ```\n- [ ] 나', 'single');
    expect(options[0]?.html).toBe('가\n<pre><code>a &lt; b</code></pre>');
  });
});

describe('text', () => {
  test.each([
    ['O', true],
    ['○', true],
    ['ㅇ', true],
    ['참', true],
    ['X', false],
    ['×', false],
    ['거짓', false],
  ])('정답: %s', (word, isTrue) => {
    expect(answerOf(`줄기\n정답: ${word}`, 'true-false')).toEqual({ type: 'true-false', isTrue });
    expect(JSON.stringify(readOf(`줄기\n정답: ${word}`).stem)).not.toContain('정답');
  });

  test.each([
    ['conda / 콘다', ['conda', '콘다']],
    ['conda|콘다', ['conda', '콘다']],
    ['CI/CD', ['CI/CD']],
    ['CI/CD / 지속적 통합, 지속적 배포', ['CI/CD', '지속적 통합, 지속적 배포']],
    ['`docker ps` / `docker container ls`', ['docker ps', 'docker container ls']],
    ['`a | b`', ['a | b']],
    ['a \\| b', ['a | b']],
    ['__init__.py', ['__init__.py']],
    ['*.py', ['*.py']],
    ['**conda**', ['conda']],
    ['a / / b /', ['a', 'b /']],
  ])('정답: %s', (typed, variants) => {
    expect(answerOf(`정답: ${typed}`, 'short').variants).toEqual(variants);
  });
});

describe('blanks', () => {
  test('are cut out before markup, and not in code', () => {
    expect(
      answerOf('**호스트의 [[커널 / kernel]]을** `[[x]]` 쓰고 [[*_*]]와 [[a|b]].', 'cloze').parts,
    ).toEqual([
      { kind: 'text', html: '<strong>호스트의 </strong>' },
      { kind: 'blank', variants: ['커널', 'kernel'], line: 6 },
      { kind: 'text', html: '<strong>을</strong> <code>[[x]]</code> 쓰고 ' },
      { kind: 'blank', variants: ['*_*'], line: 6 },
      { kind: 'text', html: '와 ' },
      { kind: 'blank', variants: ['a', 'b'], line: 6 },
      { kind: 'text', html: '.' },
    ]);
  });

  test('may be in several paragraphs; what stands between them is not lost', () => {
    const question = readOf('글\n\n[[가]]는\n둘째 줄 [[나]]\n\n```\n코드\n```\n\n[[다]]이다.\n\n> 해설: 끝');
    expect(question.answer).toMatchObject({
      parts: [
        { line: 8 },
        { html: '는\n둘째 줄 ' },
        { line: 9 },
        { kind: 'break' },
        { line: 15 },
        { html: '이다.' },
      ],
    });
    expect(question.stem.map((block) => block.kind)).toEqual(['prose', 'code']);
  });

  test('keep links of their text, checked as everywhere', () => {
    const { parts } = answerOf('[문서](conda.md)의 [[가]] [나](javascript:x)', 'cloze');
    expect(parts[0]).toMatchObject({ html: '<a href="/b/area/conda/">문서</a>의 ' });
    expect(parts[2]).toMatchObject({ html: ' 나' });
  });

  test('in an address cannot be answered', () => {
    expect(questionOf('[가](https://a.b/[[c]])').answer).toBeUndefined();
  });
});

describe('pairs, order and categories', () => {
  test('pairs have two sides; a right side alone is a decoy', () => {
    const answer = answerOf(
      '보기\n\n- 글\n\n- `Image` -> **템플릿**\n- Registry → 저장소\n- => 오답',
      'matching',
    );
    expect(answer.pairs.map(({ left, right }) => [left.html, right.html])).toEqual([
      ['<code>Image</code>', '<strong>템플릿</strong>'],
      ['Registry', '저장소'],
    ]);
    expect(answer.decoys).toMatchObject([{ text: '오답', line: 12 }]);
  });

  test('a numbered list is an order', () => {
    expect(answerOf('- 글\n\n1. 가\n   > 먼저\n2. 나\n> 나중\n3. 다', 'ordering').items).toMatchObject([
      { text: '가', feedback: '먼저' },
      { text: '나', feedback: '나중' },
      { text: '다', feedback: null },
    ]);
  });

  test.each(['  ', ' ', '    '])('categories with an indent of «%s»', (indent) => {
    const body = `- 도구\n${indent}- conda\n${indent}- **pip**\n- 실행기\n${indent}- rkt`;
    const { categories } = answerOf(`- 줄기\n\n${body}`, 'categories');
    expect(categories.map(({ name, items }) => [name.text, items.map((item) => item.text)])).toEqual([
      ['도구', ['conda', 'pip']],
      ['실행기', ['rkt']],
    ]);
  });
});

describe('what is said afterwards', () => {
  test('hints, explanation and sources, a field a line', () => {
    const question = readOf(
      [
        '정답: conda',
        '',
        '> 힌트: 하나',
        '> 힌트: **둘**',
        '> **해설:** 첫 줄',
        '> 둘째 줄',
        '>',
        '> 또 한 단락',
        '> 출처: [활용](conda.md#활용) "라이브러리를 설치", [밖](https://a.b) 그리고 [여기](#정의) “`conda`는 도구”',
      ].join('\n'),
    );
    expect(question.hints).toEqual(['하나', '<strong>둘</strong>']);
    expect(question.explanation).toBe('<p>첫 줄\n둘째 줄</p><p>또 한 단락</p>');
    expect(question.sources).toEqual([
      { href: '/b/area/conda/#%ED%99%9C%EC%9A%A9', label: '활용', quote: '라이브러리를 설치', line: 14 },
      { href: 'https://a.b', label: '밖', quote: null, line: 14 },
      { href: '#%EC%A0%95%EC%9D%98', label: '여기', quote: 'conda는 도구', line: 14 },
    ]);
  });

  test('may stand in several quotes and hold lists and code', () => {
    const question = readOf('> 힌트: 앞\n\n정답: X\n\n> 해설: 다음과 같다.\n>\n> - 가\n\n> 힌트: 뒤\n\n꼬리');
    expect(question.hints).toEqual(['앞', '뒤']);
    expect(question.explanation).toBe('<p>다음과 같다.</p><ul>\n<li>가</li>\n</ul><p>꼬리</p>');
    expect(question.stem).toEqual([]);
  });
});

test('a source may be a bare address or a picture elsewhere', () => {
  const { sources } = readOf('정답: O\n\n> 출처: https://docs.docker.com/ 와 ![그림](https://a.b/c.png)');
  expect(sources.map(({ href, label }) => [href, label])).toEqual([
    ['https://docs.docker.com/', 'https://docs.docker.com/'],
    ['https://a.b/c.png', '그림'],
  ]);
});
