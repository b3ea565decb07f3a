/** What an author gets wrong in a question is told where it stands. */

import { expect, test } from 'vitest';
import { questionOf, toldOf } from './reading.ts';

test.each([
  ['- [ ] 가\n- [ ] 나', ['question-none-right 1:1']],
  ['글\n\n- [x] 가', ['question-too-few 3:1']],
  ['- 가 -> 나', ['question-too-few 1:1']],
  ['- 가\n  - 나', ['question-too-few 1:1']],
  ['- [x] 가\n- []나\n- 다', ['question-option-mark 2:1', 'question-option-mark 3:1']],
  ['가 [[ ]]는\n나 [[ / ]]', ['question-blank-empty 1:3', 'question-blank-empty 2:3']],
  ['가 [[]]', ['question-blank-empty 1:3']],
  ['가 [[나]]와 [[다\n라]]', ['question-blank-unclosed 1:10']],
  ['가 [[나]', ['question-blank-unclosed 1:3']],
  ['- 가 -> 나\n- 다 ->\n- 라 -> 마', ['question-side-missing 2:1']],
  ['- 가\n  - 1\n- 나', ['question-category-empty 3:1']],
  ['- 보기\n정답: O', ['question-answer-swallowed 2:1']],
  ['정답: O\n\n뒤의 글', ['question-text-after 3:1']],
  ['정답: O\n\n> 이유', ['question-text-after 3:3']],
  ['정답: O\n\n> 출처: 책', ['question-source-link 3:3']],
  ['정답: O\n\n###### 다음\n\n글', ['question-heading 3:1']],
  ['- [x] 가\n- [ ] 나\n\n##### 다음\n\n1. 하나\n2. 둘', ['question-heading 4:1']],
])('%s', (body, told) => {
  expect(toldOf(body).sort()).toEqual(told.toSorted());
});

test.each([
  '- [x] 가\n  > 맞다\n- [ ] 나\n\n> 힌트: 하나\n> 해설: 둘\n> 출처: [셋](https://a.b)',
  '`[[` 안의 글\n\n정답: O',
  '`if [[ -f x ]]`\n\n가는 [[나]]다',
  '- 가 -> 1\n- 나 -> 2\n- -> 3',
  '1. 가\n2. 나',
  '- 가\n  - 1\n- 나\n  - 2',
  '#### 상황\n\n글\n\n#### 보기\n\n- [x] 가\n- [ ] 나',
  '1. 하나\n2. 둘\n\n#### 보기\n\n- [x] 가\n- [ ] 나',
])('nothing is told of %s', (body) => {
  expect(toldOf(body)).toEqual([]);
});

test('what stands below a heading after the answer is never taken for the answer', () => {
  const question = questionOf('- [x] 가\n- [ ] 나\n\n###### 다음\n\n1. 하나\n2. 둘');
  expect(question).toMatchObject({ type: 'single', stem: [] });
  expect(question).toHaveProperty('explanation', expect.stringContaining('하나'));
});

test('an empty blank makes a question that can only be shown', () => {
  expect(questionOf('가 [[ ]]는')).toMatchObject({ type: 'cloze', blocks: [{ kind: 'prose' }] });
  expect(questionOf('가 [[ ]]는').answer).toBeUndefined();
});
