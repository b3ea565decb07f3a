/** What a type of question has to implement to be shown; each file here is one, views.ts lists them. */

import type { ComponentType, ReactNode } from 'react';
import type { Html as SafeHtml } from '../../../core/model/html.ts';
import type { AnswerOf, QuestionType, ResponseOf } from '../../../core/model/question.ts';
import type { Grade } from '../../../core/quiz/type-rules.ts';

/** The part of a question that is answered, without a record, so that a quiz grades at once and an exam at its end. */
export interface AreaPropsOf<A, R> {
  answer: A;
  /** Null while nothing has been answered. Keys that the question no longer has do not count. */
  response: R | null;
  /** Decides the order of what there is to choose. */
  seed: string;
  /** Once graded: what is right is shown beside what was answered, and nothing moves by it. */
  grade: Grade | null;
  isDisabled: boolean;
  /** Id of the element that names the question. */
  labelledBy: string;
  onChange: (response: R) => void;
}

export type AreaProps<T extends QuestionType> = AreaPropsOf<AnswerOf<T>, ResponseOf<T>>;

/** Keys and what they do: `[['1', '2', '3'], '고르기']`. */
export type KeyHint = readonly [keys: readonly string[], does: string];

/** `A` is the type's answer as the author wrote it, `R` a learner's response to it. */
export interface TypeViewOf<A, R> {
  /** What the type is called above a question. */
  label: string;
  /** The same in a narrow column of the author's table, and what the type asks of a learner. */
  author: { column: string; level: '가려내기' | '떠올리기' | '엮기' };
  /** Below a title that does not say 모두 itself. */
  ask?: string;
  /** What is still to be done before it can be submitted; 「2개 남았습니다」 of the open parts unless given. */
  todo?: string | ((response: R | null) => string);
  keyHints: readonly KeyHint[];
  Area: ComponentType<AreaPropsOf<A, R>>;
  /** What there is to choose, to be read and not answered, under the names that the key uses. */
  Plain: ComponentType<{ answer: A; seed: string }>;
  /** The right answer in the letters and numbers under which the page offers it. */
  Key: ComponentType<{ answer: A; seed: string }>;
  /** The author's own way to the answer, below the verdict; only where there are others. */
  Solution?: ComponentType<{ answer: A }>;
  /** The right answer in the verdict, where that is a few words. */
  keyWords?: (answer: A, seed: string) => string;
  /** What the author says of each option, pair or item. */
  notes?: (answer: A, seed: string) => Note[];
  /** How much was right of a partly right answer; 「5개 중 3개 맞았습니다」 unless given. */
  partialWords?: (answer: A, grade: Grade, response: R | null) => string;
  /** What is said of a wrong answer instead of its key. */
  wrongWords?: (answer: A, response: R) => string | null;
  /** What is small beside the verdict: of what was answered, not of what would be right. */
  remark?: (answer: A, response: R) => string | null;
  /** What a part is called beside others, by its key. */
  partName?: (key: string) => string;
}

/** What the author says of an option, pair or item; `key` is that of the response and of the grade's parts. */
export interface Note {
  key: string;
  /** Its sign or its words. */
  name: ReactNode;
  feedback: SafeHtml | null;
}

export type TypeView<T extends QuestionType> = TypeViewOf<AnswerOf<T>, ResponseOf<T>>;

export const CONFIRM_KEYS: readonly [sure: KeyHint, unsure: KeyHint] = [
  [['Enter'], '확실해요'],
  [['Shift', 'Enter'], '헷갈려요'],
];
/** Of a long text, where Enter begins a line. */
export const CONFIRM_TEXT_KEYS: readonly KeyHint[] = CONFIRM_KEYS.map(([keys, does]) => [
  ['Ctrl', ...keys],
  does,
]);
export const DIGIT_KEYS: KeyHint = [['1', '2', '3', '…'], '고르기'];

/** ③: a number as a bubble shows it. */
export const circled = (at: number): string => '①②③④⑤⑥⑦⑧⑨'[at] ?? `${at + 1}번`;

/** Letters of what is chosen by letter, as on a Korean answer sheet. */
export const letterOf = (at: number): string => 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'[at] ?? String(at + 1);
