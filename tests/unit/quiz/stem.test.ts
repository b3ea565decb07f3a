/** The situation of a stem is cut from its question at a sentence that asks, and nowhere else. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trusted } from '../../../src/core/model/html.ts';
import { stemParts } from '../../../src/core/quiz/stem.ts';

test.each([
  ['서버가 멈췄다. 원인은 무엇인가요?', '서버가 멈췄다.'],
  [
    '패키지를 올렸다. 프로젝트 B가 멈췄다. 까닭을 <em>모두</em> 고르세요.',
    '패키지를 올렸다. 프로젝트 B가 멈췄다.',
  ],
  ['<strong>로그가 비었다.</strong> 어디를 보나요?', '<strong>로그가 비었다.</strong>'],
  ['“됩니다.” 동료의 말이다. 맞나요?', '“됩니다.” 동료의 말이다.'],
  ['A pod restarts every minute. Which command shows why?', 'A pod restarts every minute.'],
  ['무엇을 하나요? <em>모두</em> 고르세요.', null],
  ['내려받는 곳을 무엇이라고 부르나요? Anaconda가 그 예입니다.', null],
  ['conda는 R도 관리한다. pip은 아니다.', null],
  ['<code>a. b?</code>는 무엇인가요?', null],
  ['Python 3. 이후 무엇이 바뀌었나요?', null],
  ['Which tool, e.g. conda, fits?', null],
  ['', null],
])('%s', (title, situation) => {
  const parts = stemParts(trusted(title));
  expect(parts.situation).toBe(situation);
  expect([...(parts.situation === null ? [] : [parts.situation]), parts.asked].join(' ')).toBe(title);
});

test('whatever is written, no word is lost and every tag is closed in its own part', () => {
  const piece = fc.constantFrom(
    '서버가 멈췄다.',
    '무엇인가요?',
    '쓰세요.',
    '<em>',
    '<br>',
    '<code>a. b</code>',
    'v1.',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const title = pieces.map((each) => (each === '<em>' ? '<em>꼭. 왜?</em>' : each)).join(' ');
      const { situation, asked } = stemParts(trusted(title));
      expect(situation === null ? asked : `${situation} ${asked}`).toBe(title);
      for (const part of [situation ?? '', asked])
        for (const tag of ['em', 'code']) {
          const count = (mark: string) => part.split(mark).length;
          expect(count(`<${tag}>`)).toBe(count(`</${tag}>`));
        }
    }),
  );
});
