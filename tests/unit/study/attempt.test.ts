/** An answer that comes out of the record: as it was graded, as it counts by now, and not where the question is another one. */

import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../src/core/memory/item.ts';
import { fold } from '../../../src/core/memory/record-state.ts';
import { questionItem, type StudyEvent } from '../../../src/core/model/event.ts';
import type { Response } from '../../../src/core/model/question.ts';
import { grade } from '../../../src/core/quiz/grade.ts';
import { answerOf, attemptOf } from '../../../src/core/study/questions.ts';
import { ofType } from '../../component/quiz/questions.ts';
import { answer, event } from '../memory/events.ts';

const short = ofType('short');
const given: Response = { type: 'short', text: '다른 말' };
const attempt = {
  response: given,
  grade: grade(short.question, given),
  confidence: 'unsure' as const,
  hints: 1,
  elapsedMillis: 900,
};
const item = questionItem(short.id);

/** The last answer of the record, after these events. */
function last(...events: StudyEvent[]): AnswerRecord {
  const record = fold(events).items.get(item)?.history.at(-1);
  if (!record) throw new Error('no answer');
  return record;
}
const told = (more: object = {}) => answer('a', 0, { ...answerOf(short, attempt), ...more });

describe('an answer of the record', () => {
  test('is the attempt that it was', () => {
    expect(attemptOf(short, last(told()))).toEqual(attempt);
  });

  test('that the learner stands by is right, and says so of what was typed', () => {
    const stood = event('o', 0, { type: 'overrule', item, answer: 'a', verdict: 'correct' });
    const shown = attemptOf(short, last(told(), stood));
    expect(shown?.grade).toMatchObject({ verdict: 'correct', score: 1, parts: [{ verdict: 'correct' }] });
    expect(shown?.response).toMatchObject({ text: '다른 말' });
  });

  test('that was not known shows what of it was filled in, or nothing', () => {
    const verdict = { verdict: 'unanswered', score: 0 };
    expect(attemptOf(short, last(told(verdict)))?.grade.verdict).toBe('unanswered');
    expect(attemptOf(short, last(told({ ...verdict, answer: null })))).toMatchObject({ response: null });
  });

  test('is not shown where options or key are others by now, or nothing tells what it was', () => {
    expect(attemptOf(short, last(told({ contentHash: 'other' })))).toBeNull();
    expect(attemptOf(short, last(told({ answer: null })))).toBeNull();
    expect(attemptOf(short, last(told({ answer: { type: 'single', option: 'a' } })))).toBeNull();
  });
});
