/** What every type of question can do; one file a type implements it, `methods.ts` lists them. */

import type { AnswerOf, QuestionType } from '../model/question.ts';
import type { Choice } from './option-keys.ts';

export type Verdict = 'correct' | 'partial' | 'incorrect' | 'unanswered';

/** One option, blank, pair, item or statement. */
export interface PartGrade {
  /** The key of what is judged: of an option, a left side, an item; the index of a blank; `''` for the only part. */
  key: string;
  verdict: 'correct' | 'incorrect' | 'unanswered';
  /** A near miss the learner may still claim as a slip of the keys: the right words to show. */
  near?: string;
}

export interface Grade {
  verdict: Verdict;
  /** From 0 to 1. 1 exactly when the verdict is `correct`. */
  score: number;
  parts: PartGrade[];
}

export interface Method<T extends QuestionType> {
  /** Total: any `response` of any shape gets a grade. */
  grade: (answer: AnswerOf<T>, response: unknown) => Grade;
  /** What there is to choose, order or place, in the order of the seed; empty where one types. */
  choices: (answer: AnswerOf<T>, seed: string) => Choice[];
  /** Where choices go (left sides, categories), in the author's order; empty for other types. */
  places: (answer: AnswerOf<T>) => Choice[];
  /** What decides the answer, in a form that does not depend on the order of options. */
  content: (answer: AnswerOf<T>) => unknown;
}

/** The grade of parts that count alike. */
export function gradeOf(parts: PartGrade[], score = shareOf(parts)): Grade {
  const isEmpty = parts.every((part) => part.verdict === 'unanswered');
  if (isEmpty) return { verdict: 'unanswered', score: 0, parts };
  const isAll = parts.every((part) => part.verdict === 'correct');
  if (isAll) return { verdict: 'correct', score: 1, parts };
  return { verdict: score > 0 ? 'partial' : 'incorrect', score, parts };
}

const shareOf = (parts: PartGrade[]): number =>
  parts.filter((part) => part.verdict === 'correct').length / Math.max(1, parts.length);
