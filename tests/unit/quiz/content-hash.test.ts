/** What marks a question as changed, and what does not. */

import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/core/quiz/grade.ts';
import { readOf } from './reading.ts';

const hash = (body: string) => contentHash(readOf(body));
const CHOICE =
  '물음이다.\n\n- [x] 컨테이너\n  > 맞다\n- [ ] 가상 머신\n  > 아니다\n- [ ] 도커\n\n> 힌트: 하나\n> 해설: 둘';

describe('stays', () => {
  test.each([
    ['rewording the stem', CHOICE, CHOICE.replace('물음이다.', '물음인가?\n\n- 새로운\n- 보기')],
    ['a typo in feedback', CHOICE, CHOICE.replace('아니다', '아닙니다')],
    ['another explanation', CHOICE, CHOICE.replace('해설: 둘', '해설: 셋').replace('> 힌트: 하나\n', '')],
    ['markup and spaces', CHOICE, CHOICE.replace('가상 머신', '**가상**  머신')],
    ['normal form', CHOICE, CHOICE.normalize('NFD')],
    ['options in another order', '- [x] 가\n- [ ] 나\n- [ ] 다', '- [ ] 다\n- [x] 가\n- [ ] 나'],
    ['several right ones in another order', '- [x] 가\n- [x] 나', '- [x] 나\n- [x] 가'],
    ['variants in another order', '정답: conda / 콘다', '정답: 콘다 | Conda'],
    ['a number that was a short answer before numbers were told apart', '정답: `8080`', '정답: 8080'],
    ['blanks at the ends of an output', '```output\na\n```', '```output\n\na  \n\n```'],
    ['the text around blanks', '앞 [[커널 / kernel]] 뒤', '[[kernel|커널]]이다'],
    ['pairs in another order', '- 가 -> 1\n- 나 -> 2\n- -> 3', '- → 3\n- 나 → 2\n- 가 → 1'],
    ['categories in another order', '- 가\n  - 1\n  - 2\n- 나\n  - 3', '- 나\n - 3\n- 가\n - 2\n - 1'],
  ])('on %s', (_, before, after) => {
    expect(hash(after)).toBe(hash(before));
  });
});

describe('changes', () => {
  test.each([
    ['another option', '- [x] 가\n- [ ] 나', '- [x] 가\n- [ ] 다'],
    ['one option more', '- [x] 가\n- [ ] 나', '- [x] 가\n- [ ] 나\n- [ ] 다'],
    ['another key', '- [x] 가\n- [ ] 나', '- [ ] 가\n- [x] 나'],
    ['one right option more', '- [x] 가\n- [ ] 나', '- [x] 가\n- [x] 나'],
    ['the other truth', '정답: O', '정답: X'],
    ['another variant', '정답: conda', '정답: conda / 콘다'],
    ['another line of an output', '```output\na\nb\n```', '```output\na\nc\n```'],
    ['another blank', '[[가]]와 나', '가와 [[나]]'],
    ['blanks in another order', '[[가]]와 [[나]]', '[[나]]와 [[가]]'],
    ['other partners', '- 가 -> 1\n- 나 -> 2', '- 가 -> 2\n- 나 -> 1'],
    ['a decoy', '- 가 -> 1\n- 나 -> 2', '- 가 -> 1\n- 나 -> 2\n- -> 3'],
    ['another order', '1. 가\n2. 나', '1. 나\n2. 가'],
    ['an item elsewhere', '- 가\n  - 1\n  - 2\n- 나\n  - 3', '- 가\n  - 1\n- 나\n  - 2\n  - 3'],
    ['another type', '정답: 가', '[[가]]'],
  ])('on %s', (_, before, after) => {
    expect(hash(after)).not.toBe(hash(before));
  });
});

test('is the same for ever', () => {
  expect(hash('정답: conda')).toMatch(/^[0-9a-f]{16}$/);
  expect([hash('정답: conda'), hash(CHOICE)]).toMatchInlineSnapshot(`
    [
      "c6d4d0b3b92465ac",
      "019268b1c76b7de6",
    ]
  `);
});
