/** What the printed notes of mistakes tell of stored answers. */

import { expect, test } from 'vitest';
import type { Html } from '../../../src/core/model/html.ts';
import type { Answer } from '../../../src/core/model/question.ts';
import { keysOf } from '../../../src/core/quiz/option-keys.ts';
import { answerParts, mixUps } from '../../../src/core/study/mistake-notes.ts';

const item = (text: string) => ({ text, html: text as Html, feedback: null, line: 1 });
const key = (text: string) => keysOf([item(text)])[0] ?? '';
const option = (text: string, isRight = false) => ({ ...item(text), isRight });

const single: Answer = { type: 'single', options: [option('이미지'), option('컨테이너', true)] };
const multiple: Answer = {
  type: 'multiple',
  options: [option('가', true), option('나'), option('다', true)],
};
const matching: Answer = {
  type: 'matching',
  pairs: [
    { left: item('run'), right: item('만든다'), feedback: null, line: 1 },
    { left: item('stop'), right: item('멈춘다'), feedback: null, line: 2 },
  ],
  decoys: [item('지운다')],
};
const sorted: Answer = {
  type: 'categories',
  categories: [
    { name: item('VM'), items: [item('무겁다')], line: 1 },
    { name: item('Container'), items: [item('가볍다')], line: 2 },
  ],
};

test.each<[Answer, unknown, string[]]>([
  [single, { type: 'single', option: key('이미지') }, ['null 이미지 컨테이너']],
  [multiple, { type: 'multiple', options: [key('가'), key('나')] }, ['null 가 가', 'null 나 다']],
  [{ type: 'true-false', isTrue: false }, { type: 'true-false', isTrue: true }, ['null O X']],
  [{ type: 'short', variants: ['커널', 'kernel'] }, { type: 'short', text: ' 셸 ' }, ['null 셸 커널']],
  [
    { type: 'cloze', parts: [{ kind: 'blank', variants: ['파드'], line: 1 }] },
    { type: 'cloze', texts: ['포드'] },
    ['(1) 포드 파드'],
  ],
  [
    matching,
    { type: 'matching', places: { [key('run')]: key('멈춘다'), [key('stop')]: key('지운다') } },
    ['run 멈춘다 만든다', 'stop 지운다 멈춘다'],
  ],
  [sorted, { type: 'categories', places: { [key('무겁다')]: key('Container') } }, ['무겁다 Container VM']],
  [
    { type: 'ordering', items: [item('하나'), item('둘')] },
    { type: 'ordering', order: [key('둘'), key('하나')] },
    ['1 둘 하나', '2 하나 둘'],
  ],
  [
    { type: 'number', text: '3 GiB', low: '3', high: '3', unit: 'GiB' },
    { type: 'number', text: '3 GB' },
    ['null 3 GB 3 GiB'],
  ],
  [
    { type: 'output', lines: ['/srv', 'sh', '3'] },
    { type: 'output', text: '/srv\nbash\n0' },
    ['2번째 줄 bash sh'],
  ],
  [{ type: 'output', lines: ['1', '2'] }, { type: 'output', text: '1' }, ['2번째 줄 (없음) 2']],
  // Answered while such questions were short answers.
  [
    { type: 'number', text: '80', low: '80', high: '80', unit: '' },
    { type: 'short', text: '8080' },
    ['null 8080 80'],
  ],
  [single, { type: 'single', option: 'gone' }, []],
  [single, { type: 'short', text: '이미지' }, []],
  [single, null, []],
])('a stored answer in words: %#', (answer, stored, told) => {
  expect(answerParts(answer, stored).map(({ asked, given, right }) => `${asked} ${given} ${right}`)).toEqual(
    told,
  );
});

test('what is mixed up most often comes first, and what was right is no mix-up', () => {
  const image = { answer: single, given: { type: 'single', option: key('이미지') } };
  const chosen = { answer: multiple, given: { type: 'multiple', options: [key('가'), key('나')] } };
  expect(mixUps([chosen, image, image])).toEqual([
    { given: '이미지', right: '컨테이너', count: 2 },
    { given: '나', right: '다', count: 1 },
  ]);
});
