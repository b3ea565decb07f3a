import { describe, expect, test } from 'vitest';
import type { QuizBlock } from '../../../src/core/model/topic.ts';
import { lines, read, shapeOf, told } from './notation.ts';

const quizOf = (questions: string): QuizBlock =>
  read(`# 제목\n\n## 확인 문제\n\n${questions}`).value.blocks[0] as QuizBlock;
const typeOf = (body: string) => quizOf(`### Q. 물음 <!-- q: a -->\n\n${body}`).questions[0]?.type;

describe('the type of a question', () => {
  test.each([
    ['single', '- [x] 가\n  > 맞다\n- [ ] 나'],
    ['multiple', '- [x] 가\n- [x] 나\n- [ ] 다'],
    ['true-false', '정답: O'],
    ['true-false', '정답: ×'],
    ['true-false', '줄기\n정답: 거짓'],
    ['short', '정답: conda / 콘다'],
    ['cloze', '[[커널 / kernel]]을 함께 쓴다.'],
    ['matching', '- 가 -> 1\n- 나 → 2\n- 다 => 3\n- -> 오답'],
    ['ordering', '1. 가\n2. 나'],
    ['categories', '- 가\n  - a\n- 나\n  - b'],
    ['categories', '- 가\n - a\n- 나\n - b'],
  ])('%s', (type, body) => {
    expect(typeOf(body)).toBe(type);
    expect(typeOf(`보기 글\n\n* 보기\n* 글\n\n${body}\n\n> 힌트: 1\n> 해설: 2 [[x]]`)).toBe(type);
  });

  test.each([
    ['- [ ] 가\n- [ ] 나', 'question-none-right 5:1'],
    ['- 가\n- 나', 'question-shape 5:1'],
    ['글뿐', 'question-shape 4:1'],
    ['`[[코드]]`', 'question-blank-form 5:2'],
    ['정답:', 'question-answer-line 5:1'],
    ['1. 하나뿐', 'question-shape 5:1'],
  ])('is unknown for %s', (body, code) => {
    expect(typeOf(body)).toBeNull();
    expect(told(`# 제목\n\n## 퀴즈\n### Q. 물음 <!-- q: a -->\n${body}`)).toContain(code);
  });
});

describe('a quiz', () => {
  test.each(['Q. 물음', 'Q1. 물음', 'Q 1. 물음', '문제 1. 물음', '**Q2.** 물음', 'q3) 물음'])(
    'takes %s as a question',
    (heading) => {
      expect(quizOf(`### ${heading} <!-- q: vm-1 -->\n정답: O`).questions).toMatchObject([
        { title: '물음', id: 'vm-1', line: 5 },
      ]);
    },
  );

  test('may have ids in a comment of their own, or none yet', () => {
    expect(
      quizOf('### Q. 가\n<!-- q: a.b_c -->\n정답: O\n### Q. 나\n정답: X').questions.map((each) => each.id),
    ).toEqual(['a.b_c', null]);
    expect(told('# 제목\n\n## Quiz\n### Q. 나\n정답: X')).toContain('question-id-missing 4:1');
  });

  test('belongs to the section it stands in, by level', () => {
    const { blocks, sections } = read(
      '# 제목\n## 가\n### 나\n### 확인 문제\n#### Q. 1\n정답: O\n## 확인 문제\n### Q. 2\n정답: O',
    ).value;
    expect(sections.map((section) => [section.titleText, section.blocks.length])).toEqual([
      ['가', 1],
      ['나', 0],
    ]);
    expect(blocks.map((block) => block.kind)).toEqual(['quiz']);
  });

  test('has an introduction, groups, and headings within a question', () => {
    expect(
      shapeOf(
        '## 확인 문제\n소개\n### Q. 1\n#### 코드\n정답: O\n### 주관식\n#### Q. 2\n정답: conda\n## 뒤\n글',
      ),
    ).toBe(
      lines(
        'quiz 확인 문제',
        '  prose p: 소개',
        '  true-false 1',
        '    prose h4: 코드',
        'quiz 주관식',
        '  short 2',
        '## 뒤',
        'prose p: 글',
      ),
    );
  });

  test('gives its headings no anchor, yet counts them as GitHub does', () => {
    const { sections } = read('# 제목\n## 퀴즈\n### Q. 1\n정답: O\n## 뒤\n글\n## 퀴즈\n글').value;
    expect(sections.map((section) => section.anchor)).toEqual(['뒤', '퀴즈-1']);
  });

  test('without questions is an ordinary section', () => {
    expect(shapeOf('## Quiz\n말\n### 아래\n글')).toBe(
      lines('## Quiz', 'prose p: 말', '### 아래', 'prose p: 글'),
    );
    expect(told('# 제목\n## Quiz\n말')).toEqual(['quiz-empty 2:1']);
  });
});
