/** One graded attempt at a question, and what of it goes into the record. */

import { type Confidence, type Json, questionItem } from '../model/event.ts';
import type { Response } from '../model/question.ts';
import { contentHash } from '../quiz/content-hash.ts';
import type { Grade } from '../quiz/type-rules.ts';
import type { PlacedQuestion } from './questions.ts';

export interface Attempt {
  response: Response | null;
  grade: Grade;
  /** Null where it was not asked. */
  confidence: Confidence | null;
  hints: number;
  elapsedMillis: number;
}

/** What the learner's record keeps of an attempt. */
export const answerOf = ({ id, question }: PlacedQuestion, attempt: Attempt) => ({
  kind: 'question' as const,
  item: questionItem(id),
  contentHash: contentHash(question),
  answer: attempt.response as Json,
  verdict: attempt.grade.verdict,
  score: attempt.grade.score,
  confidence: attempt.confidence,
  hints: attempt.hints,
  elapsedMillis: attempt.elapsedMillis,
});
