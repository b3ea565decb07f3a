/** What a type of question has to implement to be graded; they stand in types/, and grade.ts lists them. */

import type { QuestionVerdict } from '../model/event.ts';
import type { QuestionType } from '../model/question.ts';
import type { Choice } from './option-keys.ts';

/** One option, blank, pair, item or statement. */
export interface PartGrade {
  /** The key of what is judged: of an option, a left side, an item; the index of a blank; `''` for the only part. */
  key: string;
  verdict: 'correct' | 'incorrect' | 'unanswered';
  /** A near miss the learner may still claim as a slip of the keys: the right words to show. */
  near?: string;
}

export interface Grade {
  verdict: QuestionVerdict;
  /** From 0 to 1. 1 exactly when the verdict is `correct`. */
  score: number;
  parts: PartGrade[];
}

/** `A` is the type's answer as the author wrote it, `R` a learner's response to it. */
export interface TypeRules<A, R> {
  /** The type that such questions had before this one came: responses and hashes of then stay good. */
  formerly?: QuestionType;
  /** Total: a response of any shape is read without trust. What is no response reads as one that says nothing. */
  readResponse: (value: unknown) => R;
  /** Whether a response says anything at all, complete or not. */
  isAnswered: (response: R) => boolean;
  /** Keys that the question does not have count as not given. */
  grade: (answer: A, response: R) => Grade;
  /** The response once the learner stands by what was typed in these parts; only where one types. */
  claim?: (response: R, parts: readonly string[]) => R;
  /** What there is to choose, order or place, in the order of the seed; only where one does not type. */
  choices?: (answer: A, seed: string) => Choice[];
  /** Where choices go, in the author's order; only where there are places. */
  places?: (answer: A) => Choice[];
  /** What decides the answer, in a form that does not depend on the order of options. */
  content: (answer: A) => unknown;
}

/** The grade of parts that count alike. */
export function gradeParts(parts: PartGrade[], score = shareOf(parts)): Grade {
  const isEmpty = parts.every((part) => part.verdict === 'unanswered');
  if (isEmpty) return { verdict: 'unanswered', score: 0, parts };
  const isAll = parts.every((part) => part.verdict === 'correct');
  if (isAll) return { verdict: 'correct', score: 1, parts };
  return { verdict: score > 0 ? 'partial' : 'incorrect', score, parts };
}

const shareOf = (parts: PartGrade[]): number =>
  parts.filter((part) => part.verdict === 'correct').length / Math.max(1, parts.length);

// Responses are values of any shape, such as what is in storage or in a file from somewhere else.

/** A field of a value of any shape; undefined when it is not the value's own. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The strings of a list, without repeats. */
export const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((each): each is string => typeof each === 'string'))] : [];
