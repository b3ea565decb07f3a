/** What the part of a question that is answered gets, by type; one file a type in this folder implements it. */

import type { AnswerOf, QuestionType, ResponseOf } from '../../../core/model/question.ts';
import type { Grade } from '../../../core/quiz/type-rules.ts';

export interface AreaProps<T extends QuestionType> {
  answer: AnswerOf<T>;
  /** Null while nothing has been answered. Keys that the question no longer has do not count. */
  response: ResponseOf<T> | null;
  /** Decides the order of what there is to choose. */
  seed: string;
  /** Once graded: what is right is shown beside what was answered, with the feedback of each part. */
  grade: Grade | null;
  isDisabled: boolean;
  /** Id of the element that names the question. */
  labelledBy: string;
  onChange: (response: ResponseOf<T>) => void;
}

/** Letters of what is chosen by letter, as on a Korean answer sheet. */
export const letterOf = (at: number): string => 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'[at] ?? String(at + 1);
