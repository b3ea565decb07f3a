/** What an answer of the exam was worth: graded as it was given, with what the learner has said about it since. */

import type { ItemState } from '../../../core/memory/item.ts';
import type { PageData } from '../../../core/model/course.ts';
import type { EventId } from '../../../core/model/event.ts';
import { grade } from '../../../core/quiz/grade.ts';
import { claimNear } from '../../../core/quiz/response.ts';
import type { Ask } from '../../../core/study/asks.ts';
import type { PlacedQuestion } from '../../../core/study/questions.ts';
import type { Exam } from '../../../store/study/exam.ts';
import type { Result } from '../../quiz/use-attempt.ts';

interface AskedQuestion {
  ask: Ask;
  page: PageData;
  placed: PlacedQuestion;
}

export interface GradedAnswer extends AskedQuestion {
  result: Result;
}

/** `known` is the record of the question; its first answer since the exam began is the exam's. */
export function gradeExam(asked: AskedQuestion, exam: Exam, known: ItemState | undefined): GradedAnswer {
  const { question } = asked.placed;
  const given = exam.responses[asked.ask.item] ?? null;
  const record = known?.history.find(({ event }) => event.at >= exam.startedAt);
  const plain = grade(question, given);
  // A near miss that was claimed as a slip is right in the record.
  const isClaimed = record?.verdict === 'correct' && plain.verdict !== 'correct';
  const slips = plain.parts.flatMap(({ key, near }) => (near === undefined ? [] : [key]));
  const response = isClaimed ? (claimNear(given, slips) ?? given) : given;
  return {
    ...asked,
    result: {
      response,
      grade: isClaimed ? grade(question, response) : plain,
      confidence: null,
      hints: 0,
      elapsedMillis: exam.elapsed[asked.ask.item] ?? 0,
      event: record ? Promise.resolve(record.event.id) : NEVER,
    },
  };
}

const NEVER = new Promise<EventId>(() => {});
