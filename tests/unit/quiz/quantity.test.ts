/** Numbers as keys and as they are typed: exact in decimals, with units that convert, and told apart from words. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '../../../src/core/quiz/grade.ts';
import {
  compareDecimals,
  decimalText,
  judgeQuantity,
  plus,
  readDecimal,
  readQuantity,
  times,
} from '../../../src/core/quiz/quantity.ts';
import { answerOf, questionOf, readOf, toldOf } from './reading.ts';

const decimal = (text: string) => {
  const read = readDecimal(text);
  if (!read) throw new Error(`${text} is no number`);
  return read;
};
/** The score of what was typed. */
const score = (key: string, typed: string): number =>
  grade(readOf(`정답: ${key}`), { type: 'number', text: typed }).score;

describe('decimals', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const written = (cent: number) => decimalText({ digits: BigInt(cent), exponent: -2 });

  test('0.1 + 0.2 is 0.3, and every sum of cents is exact', () => {
    expect(decimalText(plus(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(decimalText(plus(decimal(written(a)), decimal(written(b))))).toBe(written(a + b));
        expect(Math.sign(compareDecimals(decimal(written(a)), decimal(written(b))))).toBe(Math.sign(a - b));
        expect(compareDecimals(times(decimal(written(a)), decimal('100')), decimal(String(a)))).toBe(0);
      }),
    );
  });

  test.each([
    ['1,000', '1000'],
    ['1e3', '1000'],
    ['2.50', '2.5'],
    ['.5', '0.5'],
    ['-0', '0'],
    ['-0.050', '-0.05'],
    ['12e-4', '0.0012'],
  ])('%s is %s', (text, plain) => expect(decimalText(decimal(text))).toBe(plain));

  test.each(['', '.', '1,00', '1,0000', '1.2.3', 'e3', '1e999', '9'.repeat(61), '0x10', 'Infinity'])(
    '%s is none',
    (text) => expect(readDecimal(text)).toBeNull(),
  );

  test('text reads back as the same number', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.integer({ min: -20, max: 20 }),
        (digits, exponent) => {
          const number = { digits, exponent };
          expect(compareDecimals(decimal(decimalText(number)), number)).toBe(0);
        },
      ),
    );
  });
});

describe('a key', () => {
  test.each([
    ['3.14', '3.14', '3.14', '', '3.14'],
    ['**8080**', '8080', '8080', '', '8080'],
    ['1,000', '1000', '1000', '', '1,000'],
    ['３', '3', '3', '', '３'],
    ['−5', '-5', '-5', '', '−5'],
    ['3.14 ± 0.01', '3.13', '3.15', '', '3.14 ± 0.01'],
    ['3.14 +- 0.01', '3.13', '3.15', '', '3.14 ± 0.01'],
    ['2..3', '2', '3', '', '2~3'],
    ['-1.5..3 GiB', '-1.5', '3', 'GiB', '-1.5~3 GiB'],
    ['5 GiB', '5', '5', 'GiB', '5 GiB'],
    ['5 GiB ± 10 %', '4.5', '5.5', 'GiB', '5 GiB ± 10 %'],
    ['25 ± 1 %', '24', '26', '%', '25 ± 1 %'],
    ['500m', '500', '500', 'm', '500m'],
    ['30 초 <!-- 반 분 -->', '30', '30', '초', '30 초'],
  ])('%s', (key, low, high, unit, text) => {
    expect(answerOf(`정답: ${key}`, 'number')).toEqual({ type: 'number', text, low, high, unit });
  });

  test.each([
    '7 / 7개 / 일곱',
    '`1.20`',
    '`8080`',
    '7개',
    '007',
    '0644',
    '1.2.3',
    '10/3',
    '80, 443',
    '2~3',
    'a..b',
    '3시간 반',
    '5 Gib',
    '1e999',
    '--rm',
    'v1',
  ])('%s stays a short answer', (key) => expect(questionOf(`정답: ${key}`).type).toBe('short'));

  test.each([
    ['3..2', 'question-number 1:1'],
    ['2 GiB..3 GB', 'question-number 1:1'],
    ['3 ± -1', 'question-number 1:1'],
    ['3 ±', 'question-number 1:1'],
    ['1.20', 'question-number-zero 1:1'],
  ])('%s is told', (key, told) => expect(toldOf(`정답: ${key}`)).toEqual([told]));

  test.each([
    ['메모리를 얼마로 제한하나요?\n\n정답: 512m', ['question-number-memory 3:1']],
    ['```yaml\nmem_limit: 512m\n```\n\n정답: 512m', ['question-number-memory 5:1']],
    ['메모리를 얼마로 제한하나요?\n\n정답: `512m`', []],
    ['메모리를 얼마로 제한하나요?\n\n정답: 512 MiB', []],
    ['CPU를 얼마로 제한하나요?\n\n정답: 500m', []],
    ['메모리 512Mi와 CPU를 요청한다.\n\n정답: 500m', []],
    ['얼마로 제한하나요?\n\n정답: 512m', []],
  ])('`m` of memory is told: %j', (body, told) => expect(toldOf(body)).toEqual(told));

  test.each(['1.20 ± 0.05', '0.50 GiB', '1.2', '10', '0.5'])('nothing is told of %s', (key) =>
    expect(toldOf(`정답: ${key}`)).toEqual([]),
  );
});

describe('what is typed', () => {
  test.each([
    ['0.3', '0.30', 1],
    ['1000', '1,000', 1],
    ['1000', '1e3', 1],
    ['1000', '1×10^3', 1],
    ['3', '３', 1],
    ['0', '−0', 1],
    ['-5', '−5', 1],
    ['3', '약 3입니다.', 1],
    ['3', '정답은 3', 1],
    ['3', '3개', 1],
    ['8080', '8080 포트', 1],
    ['10000', '1만', 1],
    ['25', '25%', 1],
    ['0.25', '25 %', 1],
    ['3.14 ± 0.01', '3.15', 1],
    ['3.14 ± 0.01', '3.1500001', 0],
    ['2..3', '2', 1],
    ['2..3', '1.999', 0],
    ['3 GiB', '3072 MiB', 1],
    ['3 GiB', '3,072Mi', 1],
    ['3 GiB', '3 gib', 1],
    ['3 GiB', '3 GB', 0.5],
    ['3 GiB', '3', 0.5],
    ['3 GiB', '3 접시', 0.5],
    ['3 GiB', '3072', 0],
    ['3 GiB', '4 GiB', 0],
    ['25 %', '0.25', 1],
    ['25 %', '25', 0.5],
    ['500m', '0.5', 1],
    ['1.5 초', '1500 ms', 1],
    ['2 시간', '120분', 1],
    ['8 Mbps', '1 MB/s', 1],
    ['80', '180', 0],
    ['3', '세 개', 0],
    ['3', '3~4', 0],
    ['3', '3.1.2', 0],
  ])('%s: %s scores %d', (key, typed, expected) => expect(score(key, typed)).toBe(expected));

  test('nothing is no answer, and what the learner stands by counts', () => {
    const question = readOf('정답: 3');
    expect(grade(question, { type: 'number', text: ' ' }).verdict).toBe('unanswered');
    expect(grade(question, { type: 'number', text: '셋', isMeant: true }).verdict).toBe('correct');
  });

  test('a response from when the question was a short answer is graded', () => {
    expect(grade(readOf('정답: 8080'), { type: 'short', text: '8080' }).verdict).toBe('correct');
    expect(grade(readOf('정답: `8080`'), { type: 'number', text: '8080' }).verdict).toBe('unanswered');
  });

  test('another unit is converted for the learner, rounded where it does not come out even', () => {
    const answer = answerOf('정답: 3 GiB', 'number');
    const converted = (typed: string) => judgeQuantity(answer, typed).converted;
    expect(['3072 MiB', '3 GB', '3 GiB', '3', '3 ms', '1 B'].map(converted)).toEqual([
      '3 GiB',
      '약 2.79 GiB',
      null,
      null,
      null,
      null,
    ]);
  });

  test('any text is read or refused, and a number in the unit of the key is right exactly within it', () => {
    fc.assert(fc.property(fc.string(), (text) => void readQuantity(text)));
    const tenths = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(tenths, tenths, tenths, (a, b, typed) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const isRight = score(`${low / 10}..${high / 10} 초`, `${typed / 10}초`) === 1;
        expect(isRight).toBe(low <= typed && typed <= high);
      }),
    );
  });
});
