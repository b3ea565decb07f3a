/** Output to type: which block is the key, and up to where what was typed is the same. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '../../../src/core/quiz/grade.ts';
import { firstDifference, outputLines } from '../../../src/core/quiz/types/typed.ts';
import { answerOf, questionOf, readOf, toldOf } from './reading.ts';

const COMMAND = '```bash\necho a; echo; echo b\n```\n\n';
const BODY = `${COMMAND}\`\`\`output\na\n\n  b  \n\`\`\``;

describe('the key', () => {
  test('is the last block, without blanks at its ends; the command stays in the stem', () => {
    const question = readOf(`${BODY}\n\n> 해설: 왜냐하면`);
    expect(question).toMatchObject({
      answer: { type: 'output', lines: ['a', '', '  b'] },
      stem: [{ kind: 'code' }],
      explanation: '왜냐하면',
    });
    expect(toldOf(BODY)).toEqual([]);
    expect(answerOf('글\n\n~~~Output\n1\n~~~', 'output').lines).toEqual(['1']);
  });

  test.each([
    ['- [x] 가\n- [ ] 나', 'single'],
    ['정답: 3', 'number'],
    ['[[커널]]을 쓴다', 'cloze'],
  ])('an output above %s is asked about, and below it explained', (answer, type) => {
    expect(questionOf(`${BODY}\n\n${answer}`).type).toBe(type);
    expect(questionOf(`${answer}\n\n${BODY}`).type).toBe(type);
    expect(toldOf(`${answer}\n\n${BODY}`)).toContain(
      `question-text-after ${answer.split('\n').length + 2}:1`,
    );
  });

  test('numbers that a command explains are no order to be put right', () => {
    expect(questionOf(`1. 실행한다\n2. 본다\n\n${BODY}`).type).toBe('output');
  });

  test.each([
    [`${COMMAND}\`\`\`output\n\n\`\`\``, 'question-shape 5:1'],
    [`${COMMAND}\`\`\`text\na\n\`\`\``, 'question-shape 5:1'],
  ])('what is no key is told at its line', (body, told) => expect(toldOf(body)).toEqual([told]));
});

describe('what is typed', () => {
  const difference = (text: string) => firstDifference(answerOf(BODY, 'output'), text);

  test.each(['a\n\n  b', 'a\r\n\r\n  b\r\n', '\n\na  \n\t\n  b\n\n', 'a\n\n\u00a0 b'])(
    '%j is right',
    (text) => expect(difference(text)).toBeNull(),
  );

  test.each([
    ['A\n\n  b', 0, 'A', 'a'],
    ['a\n  b', 1, '  b', ''],
    ['a\n\nb', 2, 'b', '  b'],
    ['a', 1, null, ''],
    ['a\n\n  b\nc', 3, 'c', null],
  ])('%j differs first in line %d', (text, at, given, right) => {
    expect(difference(text)).toEqual({ at, given, right });
    expect(grade(readOf(BODY), { type: 'output', text }).verdict).toBe('incorrect');
  });

  test('quotation marks and dashes of a phone are those of a keyboard', () => {
    const answer = answerOf('```output\n{"a": \'b\'} --x\n```', 'output');
    expect(firstDifference(answer, '{“a”: ‘b’} —x')).toBeNull();
  });

  test('what the learner stands by counts, and nothing is no answer', () => {
    expect(grade(readOf(BODY), { type: 'output', text: 'x', isMeant: true }).verdict).toBe('correct');
    expect(grade(readOf(BODY), { type: 'output', text: ' \n' }).verdict).toBe('unanswered');
  });

  test('any output is right as it is, and the lines before the first difference are the same', () => {
    const line = fc.string({ maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (key, typed) => {
        const lines = outputLines(key.join('\n'));
        const answer = { type: 'output' as const, lines };
        expect(firstDifference(answer, key.join('\r\n'))).toBeNull();
        const apart = firstDifference(answer, typed.join('\n'));
        const same = lines.slice(0, apart?.at).join('\n');
        expect(firstDifference({ type: 'output', lines: outputLines(same) }, same)).toBeNull();
      }),
    );
  });
});
