/** The questions of a page, each with the section it checks and the id under which the record knows it; and a graded attempt at one. */

import type { AnswerRecord } from '../memory/item.ts';
import { type Confidence, type Json, type QuestionVerdict, questionItem } from '../model/event.ts';
import type { Response } from '../model/question.ts';
import type { Question, ReadQuestion } from '../model/topic.ts';
import { claimNear, contentHash, grade, responseTo } from '../quiz/grade.ts';
import { hash64 } from '../quiz/hash64.ts';
import type { Grade } from '../quiz/type-rules.ts';
import { type Readable, readingOrder } from './reading-order.ts';

export interface PlacedQuestion {
  id: string;
  question: ReadQuestion;
  /** Anchor and title of the section whose quiz it is in; null for the whole topic's. */
  anchor: string | null;
  section: string | null;
}

/** Whether a question can be answered. */
export const isAnswerable = (question: Question): question is ReadQuestion => question.answer !== undefined;

/**
 * The permanent id, or a name made of the words of the question while it has none: such a history lasts until the
 * words change.
 */
export const questionIdOf = (question: ReadQuestion): string =>
  question.id ?? `~${hash64(`${question.title.normalize('NFC')} ${contentHash(question)}`)}`;

/** All questions that can be answered, in the order in which the page shows them; of equal ids the first one. */
export function questionsOf(page: Readable): PlacedQuestion[] {
  const seen = new Set<string>();
  return readingOrder(page).flatMap((part) =>
    part.kind === 'section'
      ? []
      : part.block.questions
          .filter(isAnswerable)
          .map((question) => ({
            id: questionIdOf(question),
            question,
            anchor: part.section?.anchor ?? null,
            section: part.section?.titleText ?? null,
          }))
          .filter(({ id }) => !seen.has(id) && seen.add(id)),
  );
}

/** The questions of a page that count as one: each by itself, and those of a pool together where its first one stands. */
export function countedQuestions(page: Readable): [PlacedQuestion, ...PlacedQuestion[]][] {
  const pools = new Map<string, PlacedQuestion[]>();
  return questionsOf(page).flatMap((placed): [PlacedQuestion, ...PlacedQuestion[]][] => {
    const { pool } = placed.question;
    const others = pools.get(pool ?? '');
    if (others) {
      others.push(placed);
      return [];
    }
    const counted: [PlacedQuestion, ...PlacedQuestion[]] = [placed];
    if (pool !== undefined) pools.set(pool, counted);
    return [counted];
  });
}

/** By id, the numbers of the other questions of its pool, as the page numbers them; of a question in none there is nothing. */
export function numbersInPools(page: Readable): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<Question, number>();
  for (const part of readingOrder(page))
    if (part.kind === 'quiz')
      for (const [at, question] of part.block.questions.entries())
        numbers.set(question, part.place.before + at + 1);
  return new Map(
    countedQuestions(page)
      .filter(({ length }) => length > 1)
      .flatMap((pool) =>
        pool.map(({ id }) => [
          id,
          pool.flatMap((other) => (other.id === id ? [] : (numbers.get(other.question) ?? []))),
        ]),
      ),
  );
}

/** Id of a question's card in its page, so that `path#q:id` leads to it; a heading's anchor never has a colon. */
export const questionAnchor = (id: string): string => `q:${id}`;

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

/** An answer of the record as the attempt that it was, graded as it counts; null where options or key are others by now, or nothing tells what was answered. */
export function attemptOf({ question }: PlacedQuestion, answer: AnswerRecord): Attempt | null {
  const { event, verdict, score } = answer;
  if (event.kind !== 'question' || event.contentHash !== contentHash(question)) return null;
  const given = responseTo(question, event.answer);
  // 「모르겠음」 is told by the verdict alone.
  if (given === null && event.verdict !== 'unanswered') return null;
  const isOverruled = verdict === 'correct' && event.verdict !== 'correct';
  const missed = grade(question, given).parts.filter((part) => part.verdict === 'incorrect');
  const claimed = isOverruled
    ? claimNear(
        given,
        missed.map(({ key }) => key),
      )
    : null;
  const response = claimed ?? given;
  return {
    response,
    grade: { ...grade(question, response), verdict: verdict as QuestionVerdict, score },
    confidence: event.confidence,
    hints: event.hints,
    elapsedMillis: event.elapsedMillis,
  };
}
