/** Every type is graded: right, partly, wrong, open; and what there is to choose is shown in a seeded order. */

import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/core/model/question.ts';
import { choicesFor, grade, placesFor } from '../../../src/core/quiz/grade.ts';
import { readOf } from './reading.ts';

/** Keys by the words they stand for. */
const keysFor = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...choicesFor(readOf(body), 's'), ...placesFor(readOf(body))].map(({ key, html }) => [html, key]),
  );
/** Keys that are not found are left in, since a record may hold anything. */
type Loose = { [K in Response['type']]: { type: K } & Record<string, unknown> }[Response['type']];
const result = (body: string, response: Loose) => {
  const { verdict, score } = grade(readOf(body), response);
  return [verdict, Math.round(score * 100) / 100];
};

describe('choices', () => {
  const one = '- [x] 가\n- [ ] 나\n- [ ] 다';
  const key = keysFor(one);
  test.each([
    ['가', ['correct', 1]],
    ['나', ['incorrect', 0]],
    ['없음', ['unanswered', 0]],
  ])('single: %s', (words, expected) => {
    expect(result(one, { type: 'single', option: key[words] ?? words })).toEqual(expected);
  });

  const several = '- [x] 가\n- [x] 나\n- [ ] 다\n- [ ] 라';
  const keys = keysFor(several);
  test.each([
    ['가나', ['correct', 1]],
    ['가', ['partial', 0.5]],
    ['가나다', ['partial', 0.5]],
    ['가다', ['incorrect', 0]],
    ['가나다라', ['incorrect', 0]],
    ['', ['unanswered', 0]],
  ])('multiple: %s', (words, expected) => {
    expect(result(several, { type: 'multiple', options: [...words].map((each) => keys[each]) })).toEqual(
      expected,
    );
  });

  test('equal options are told apart', () => {
    const twins = readOf('- [x] 가\n- [ ] 가');
    expect(new Set(choicesFor(twins, 's').map((choice) => choice.key)).size).toBe(2);
  });
});

describe('text', () => {
  test.each([
    [true, 'correct'],
    [false, 'incorrect'],
    [null, 'unanswered'],
  ])('true or false: %s', (isTrue, verdict) => {
    expect(grade(readOf('정답: O'), { type: 'true-false', isTrue }).verdict).toBe(verdict);
  });

  test('what was typed counts once the learner stands by it, a near miss or not', () => {
    const question = readOf('정답: 컨테이너');
    expect(grade(question, { type: 'short', text: '컨테니너' })).toEqual({
      verdict: 'incorrect',
      score: 0,
      parts: [{ key: '', verdict: 'incorrect', near: '컨테이너' }],
    });
    expect(grade(question, { type: 'short', text: '컨테니너', isMeant: true }).verdict).toBe('correct');
    expect(grade(question, { type: 'short', text: '통', isMeant: true }).verdict).toBe('correct');
    expect(grade(question, { type: 'short', text: ' ', isMeant: true }).verdict).toBe('unanswered');
  });

  test.each([
    [
      ['커널', '이미지'],
      ['correct', 1],
    ],
    [
      ['커널을', ''],
      ['partial', 0.5],
    ],
    [
      ['x', 'y'],
      ['incorrect', 0],
    ],
    [
      [' ', ''],
      ['unanswered', 0],
    ],
  ])('blanks: %s', (texts, expected) => {
    expect(result('[[커널]]과 [[이미지]]', { type: 'cloze', texts })).toEqual(expected);
  });
});

describe('placing', () => {
  const pairs = '- 가 -> 1\n- 나 -> 2\n- 다 -> 1\n- -> 3';
  const key = keysFor(pairs);
  const place = (sides: Record<string, string>) =>
    Object.fromEntries(Object.entries(sides).map(([left, right]) => [key[left], key[right]]));

  test.each([
    [{ 가: '1', 나: '2', 다: '1' }, ['correct', 1]],
    [{ 가: '1', 나: '3' }, ['partial', 0.33]],
    [{ 가: '3', 나: '1', 다: '2' }, ['incorrect', 0]],
    [{}, ['unanswered', 0]],
  ])('matching: %s', (sides, expected) => {
    expect(result(pairs, { type: 'matching', places: place(sides) })).toEqual(expected);
  });

  test('right sides that read the same are one choice', () => {
    expect(
      choicesFor(readOf(pairs), 's')
        .map((choice) => choice.html)
        .sort(),
    ).toEqual(['1', '2', '3']);
    expect(placesFor(readOf(pairs)).map((each) => each.html)).toEqual(['가', '나', '다']);
  });

  test('equal items may change places', () => {
    const question = readOf('- 도구\n  - pip\n  - conda\n- 명령\n  - pip');
    const [tool, command] = placesFor(question).map((each) => each.key);
    const [first, second] = choicesFor(question, 's').filter((each) => each.html === 'pip');
    const conda = choicesFor(question, 's').find((each) => each.html === 'conda')?.key ?? '';
    const places = (a = tool, b = command) => ({
      type: 'categories',
      places: { [first?.key ?? '']: a, [second?.key ?? '']: b, [conda]: tool },
    });
    expect(grade(question, places()).verdict).toBe('correct');
    expect(grade(question, places(command, tool)).verdict).toBe('correct');
    expect(grade(question, places(tool, tool)).score).toBeCloseTo(2 / 3);
  });
});

describe('order', () => {
  const body = '1. 가\n2. 나\n3. 다\n4. 라';
  const key = keysFor(body);
  test.each([
    ['가나다라', ['correct', 1]],
    ['라가나다', ['partial', 0.67]],
    ['라다나가', ['incorrect', 0]],
    ['가나다', ['unanswered', 0]],
  ])('%s', (words, expected) => {
    expect(result(body, { type: 'ordering', order: [...words].map((each) => key[each]) })).toEqual(expected);
  });

  test('tells which items are out of place', () => {
    const order = [...'라가나다'].map((each) => key[each]);
    expect(grade(readOf(body), { type: 'ordering', order }).parts.map((part) => part.verdict)).toEqual([
      'incorrect',
      'correct',
      'correct',
      'correct',
    ]);
  });

  test('equal items may change places', () => {
    const twins = readOf('1. 가\n2. 나\n3. 가');
    const keys = choicesFor(twins, 's');
    const [first, second] = keys.filter((each) => each.html === '가').map((each) => each.key);
    const middle = keys.find((each) => each.html === '나')?.key;
    for (const order of [
      [first, middle, second],
      [second, middle, first],
    ])
      expect(grade(twins, { type: 'ordering', order }).verdict).toBe('correct');
  });
});

test('a response of another type is none', () => {
  expect(grade(readOf('정답: O'), { type: 'short', text: 'O' }).verdict).toBe('unanswered');
  expect(grade(readOf('정답: conda'), { type: 'true-false', text: 'conda' }).verdict).toBe('unanswered');
});
